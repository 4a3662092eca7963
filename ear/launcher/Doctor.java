import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What `doctor` and `up --production` ask Keycloak: whether its realm is one for a demonstration. One finding a line, REFUSE
 * or WARN and a tab before it. `health` prints the probes of an answer that the launcher fetched.
 */
final class Doctor {
    private static final List<String> DEMO_USERS =
            List.of("alex", "blake", "casey", "drew", "maya", "sam", "vic", "root");
    private static final String CONSOLE = "countersign-console";
    private static final String CLI = "countersign-cli";

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(5))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final String keycloak = env("COUNTERSIGN_KEYCLOAK_URL").replaceAll("/+$", "");
    private final String realm = env("COUNTERSIGN_KEYCLOAK_REALM");
    private final String base = env("COUNTERSIGN_BASE_URL").replaceAll("/+$", "");

    public static void main(String[] arguments) throws Exception {
        if (arguments[0].equals("health")) {
            health(env("COUNTERSIGN_DOCTOR_HEALTH"));
            return;
        }
        try {
            new Doctor().lookAtRealm();
        } catch (IOException e) {
            warn("Keycloak does not answer at " + env("COUNTERSIGN_KEYCLOAK_URL")
                    + ", so that its realm was not looked at");
        }
    }

    private static void health(String answer) {
        for (JsonValue one : parse(answer).getJsonArray("checks")) {
            JsonObject check = one.asJsonObject();
            String data = check.containsKey("data")
                    ? check.getJsonObject("data").entrySet().stream()
                            .map(entry -> entry.getKey() + " " + plain(entry.getValue())
                                    + age(entry.getKey(), plain(entry.getValue())))
                            .collect(Collectors.joining(", "))
                    : "";
            System.out.printf("    %-22s %-5s %s%n", check.getString("name"), check.getString("status"), data);
        }
    }

    private static String age(String name, String value) {
        return name.endsWith("people_as_of") && value.endsWith("Z")
                ? " (" + Duration.between(Instant.parse(value), Instant.now()).toSeconds() + " s old)"
                : "";
    }

    private void lookAtRealm() throws Exception {
        Optional<String> admin = token(
                "master",
                Map.of(
                        "grant_type",
                        "password",
                        "client_id",
                        "admin-cli",
                        "username",
                        env("KC_BOOTSTRAP_ADMIN_USERNAME"),
                        "password",
                        env("KC_BOOTSTRAP_ADMIN_PASSWORD")));
        if (admin.isPresent()) {
            lookAtClients(admin.get());
        } else {
            probeRedirects();
            probeDirectGrants();
            warn("the web origins of the realm's clients cannot be read: look that none is * or localhost");
        }
        lookAtDemoUsers(admin);
    }

    private void lookAtClients(String admin) throws Exception {
        for (JsonValue one : get("/admin/realms/" + realm + "/clients", admin).asJsonArray()) {
            JsonObject client = one.asJsonObject();
            String id = client.getString("clientId");
            if (!id.startsWith("countersign-") || !client.getBoolean("enabled", true)) {
                continue;
            }
            for (String uri : texts(client, "redirectUris")) {
                if (isForeign(uri)) {
                    refuse("client " + id + " takes the redirect URI " + uri + ": remove it in Keycloak, leave " + base
                            + "/console/*");
                }
            }
            for (String origin : texts(client, "webOrigins")) {
                if (origin.equals("*") || isForeign(origin)) {
                    refuse("client " + id + " takes the web origin " + origin + ": remove it in Keycloak, leave "
                            + base);
                }
            }
            if (client.getBoolean("directAccessGrantsEnabled", false)) {
                refuseDirectGrants(id);
            }
        }
    }

    /** Relative ones follow the client's root URL, "+" its redirect URIs; ours may be on loopback itself. */
    private boolean isForeign(String uri) {
        String text = uri.toLowerCase(Locale.ROOT);
        boolean ours = text.equals(base) || text.startsWith(base.toLowerCase(Locale.ROOT) + "/");
        return !ours
                && (text.equals("*")
                        || text.startsWith("http://")
                        || text.matches("[a-z][a-z0-9+.-]*://(localhost|127\\.[0-9.]+|\\[::1\\])([:/].*)?"));
    }

    /** A redirect that the realm takes leads to its sign-in page, any other one to an error. */
    private void probeRedirects() throws Exception {
        for (String uri :
                List.of("http://localhost/console/", "http://127.0.0.1/console/", "http://localhost:8080/console/")) {
            if (base.equals(uri.replaceAll("/console/$", ""))) {
                continue;
            }
            int status = send(HttpRequest.newBuilder(URI.create(keycloak + "/realms/" + realm
                            + "/protocol/openid-connect/auth?response_type=code&scope=openid&client_id=" + CONSOLE
                            + "&code_challenge_method=S256&code_challenge=" + "A".repeat(43)
                            + "&redirect_uri=" + encoded(uri))))
                    .statusCode();
            if (status == 200 || status == 302) {
                refuse("client " + CONSOLE + " takes the redirect URI " + uri + ": remove it in Keycloak, leave " + base
                        + "/console/*");
            }
        }
    }

    /** A client without direct grants refuses before it looks at anybody's password. */
    private void probeDirectGrants() throws Exception {
        HttpResponse<String> answer = post(
                realm,
                Map.of("grant_type", "password", "client_id", CLI, "username", "nobody-of-that-name", "password", "x"));
        if (answer.body().contains("invalid_grant") || answer.statusCode() == 200) {
            refuseDirectGrants(CLI);
        }
    }

    private void lookAtDemoUsers(Optional<String> admin) throws Exception {
        Optional<String> reader = admin.isPresent()
                ? admin
                : token(
                        realm,
                        Map.of(
                                "grant_type", "client_credentials",
                                "client_id", "countersign-directory",
                                "client_secret", env("COUNTERSIGN_DIRECTORY_SECRET")));
        if (reader.isEmpty()) {
            warn(
                    "the realm's users cannot be read: COUNTERSIGN_DIRECTORY_SECRET is not that of the client countersign-directory");
            return;
        }
        for (String name : DEMO_USERS) {
            JsonArray found = get("/admin/realms/" + realm + "/users?exact=true&username=" + name, reader.get())
                    .asJsonArray();
            if (!found.isEmpty() && found.getJsonObject(0).getBoolean("enabled", true) && passwordIsName(name)) {
                refuse("user " + name + " has the password \"" + name
                        + "\": give another one or delete the user in Keycloak");
            }
        }
    }

    /** By the realm's own admin-cli, whose tokens this server takes nothing from. */
    private boolean passwordIsName(String name) throws Exception {
        for (String client : List.of("admin-cli", CLI)) {
            String answer = post(
                            realm,
                            Map.of("grant_type", "password", "client_id", client, "username", name, "password", name))
                    .body();
            // an account that is not fully set up had the right password too
            if (answer.contains("access_token") || answer.contains("not fully set up")) {
                return true;
            }
        }
        return false;
    }

    private static void refuseDirectGrants(String client) {
        refuse(
                "client " + client
                        + " has direct access grants, which take passwords past the sign-in page: switch them off or delete the client in Keycloak");
    }

    private Optional<String> token(String inRealm, Map<String, String> form) throws Exception {
        HttpResponse<String> answer = post(inRealm, form);
        return answer.statusCode() == 200
                ? Optional.of(parse(answer.body()).getString("access_token"))
                : Optional.empty();
    }

    private HttpResponse<String> post(String inRealm, Map<String, String> form) throws Exception {
        String body = new LinkedHashMap<>(form)
                .entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + encoded(entry.getValue()))
                        .collect(Collectors.joining("&"));
        return send(
                HttpRequest.newBuilder(URI.create(keycloak + "/realms/" + inRealm + "/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private JsonValue get(String path, String token) throws Exception {
        HttpResponse<String> answer =
                send(HttpRequest.newBuilder(URI.create(keycloak + path)).header("Authorization", "Bearer " + token));
        if (answer.statusCode() != 200) {
            throw new IOException(path + " answered " + answer.statusCode());
        }
        try (JsonReader reader = Json.createReader(new StringReader(answer.body()))) {
            return reader.readValue();
        }
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.timeout(Duration.ofSeconds(10)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static List<String> texts(JsonObject object, String field) {
        return object.containsKey(field)
                ? object.getJsonArray(field).getValuesAs(JsonString.class).stream()
                        .map(JsonString::getString)
                        .toList()
                : List.of();
    }

    private static String plain(JsonValue value) {
        return value instanceof JsonString text ? text.getString() : value.toString();
    }

    private static JsonObject parse(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String env(String name) {
        return Optional.ofNullable(System.getenv(name)).orElse("");
    }

    private static void refuse(String text) {
        System.out.println("REFUSE\t" + text);
    }

    private static void warn(String text) {
        System.out.println("WARN\t" + text);
    }
}
