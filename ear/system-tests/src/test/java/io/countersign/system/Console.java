package io.countersign.system;

import java.io.IOException;
import java.net.CookieHandler;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A person at the console, as a browser without script sees it: signed in at Keycloak, one session, forms posted as they stand. */
final class Console {
    private static final Pattern LOGIN = Pattern.compile("<form[^>]*action=\"([^\"]+)\"");
    private final TestServer house;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new Cookies())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private Console(TestServer house) {
        this.house = house;
    }

    /** Signs in with the password of the demo realm. */
    static Console of(TestServer house, String user) {
        Console console = new Console(house);
        String login = console.get(house.url() + "/console/inbox");
        Matcher action = LOGIN.matcher(login);
        if (!action.find()) {
            throw new AssertionError("no sign-in form in " + login);
        }
        String page = console.post(action.group(1).replace("&amp;", "&"), "username=" + user + "&password=" + user);
        if (!page.contains("name=\"csrf\"") && !page.contains("sign-out")) {
            throw new AssertionError(user + " is not signed in: " + page);
        }
        return console;
    }

    /** The request's page as it is now, with its form ready to be sent. */
    Form open(String approval) {
        String page = get(house.url() + "/console/request/" + approval);
        return new Form(this, approval, hidden(page, "csrf"), hidden(page, "digest"));
    }

    /** A decision form that was opened and not sent yet. */
    record Form(Console console, String approval, String csrf, String digest) {

        /** Sends it; true when the next page says that the decision is recorded. */
        boolean send(boolean approve) {
            String page = console.post(
                    console.house.url() + "/console/do/decide",
                    "csrf=" + csrf + "&request=" + approval + "&digest=" + digest + "&comment=x&decision="
                            + (approve ? "approve" : "reject"));
            return page.contains("Your approval is recorded") || page.contains("Your rejection is recorded");
        }
    }

    private static String hidden(String page, String name) {
        Matcher field =
                Pattern.compile("name=\"" + name + "\"\\s+value=\"([^\"]+)\"").matcher(page);
        if (!field.find()) {
            throw new AssertionError("no field " + name + " in " + page);
        }
        return URLEncoder.encode(field.group(1), StandardCharsets.UTF_8);
    }

    private String get(String url) {
        return send(HttpRequest.newBuilder(URI.create(url)).GET());
    }

    private String post(String url, String form) {
        return send(HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    private String send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer =
                    client.send(request.timeout(Duration.ofSeconds(90)).build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 500) {
                throw new AssertionError(answer.uri() + " answered " + answer.statusCode() + ": " + answer.body());
            }
            return answer.body();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Cookies as browsers send them: by name, as they came. Java's own adds attributes that Keycloak does not read. */
    private static final class Cookies extends CookieHandler {
        private final Map<String, String> values = new ConcurrentHashMap<>();

        @Override
        public Map<String, List<String>> get(URI uri, Map<String, List<String>> headers) {
            List<String> pairs = new ArrayList<>();
            values.forEach((name, value) -> pairs.add(name + "=" + value));
            return pairs.isEmpty() ? Map.of() : Map.of("Cookie", List.of(String.join("; ", pairs)));
        }

        @Override
        public void put(URI uri, Map<String, List<String>> headers) {
            headers.forEach((header, lines) -> {
                if ("set-cookie".equalsIgnoreCase(header)) {
                    lines.forEach(this::set);
                }
            });
        }

        private void set(String line) {
            String[] pair = line.split(";", 2)[0].split("=", 2);
            if (pair.length < 2 || pair[1].isEmpty() || line.contains("Max-Age=0")) {
                values.remove(pair[0].strip());
            } else {
                values.put(pair[0].strip(), pair[1]);
            }
        }
    }
}
