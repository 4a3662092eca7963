package io.countersign.sandbox.mocks;

import io.countersign.sandbox.HttpReply;
import io.countersign.sandbox.http.ContentCoding;
import io.countersign.sandbox.json.SandboxJson;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads a mock of the case file's own shape, {@code {request, response, times}}. */
final class MockReader {
    private static final List<String> BODIES = List.of("json", "body", "form", "body_base64");

    private MockReader() {}

    static Mock read(Object value, String path) {
        Fields mock = Fields.of(value, path, List.of("request", "response", "times"));
        MockRequest request = request(mock.has("request") ? mock.raw("request") : Map.of(), path + ".request");
        List<Mock.Answer> answers = new ArrayList<>();
        boolean sequence = mock.raw("response") instanceof List<?>;
        if (mock.raw("response") instanceof List<?> several) {
            int i = 0;
            for (Object each : several) {
                answers.add(answer(each, path + ".response[" + i++ + "]"));
            }
            if (answers.isEmpty()) {
                throw mock.wrong("response", "an object, or an array with at least one");
            }
        } else {
            answers.add(answer(mock.raw("response"), path + ".response"));
        }
        int usual = sequence ? answers.size() : Integer.MAX_VALUE;
        return new Mock(path, request, List.copyOf(answers), (int) mock.whole("times", usual, 0, Integer.MAX_VALUE));
    }

    private static MockRequest request(Object value, String path) {
        Fields f = Fields.of(
                value, path, List.of("method", "url", "headers", "query", "json", "body", "form", "body_base64"));
        List<String> bodies = BODIES.stream().filter(f::has).toList();
        if (bodies.size() > 1) {
            throw f.wrong(bodies.get(1), "left out beside " + bodies.get(0));
        }
        return new MockRequest(
                f.text("method"), url(f.text("url")), values(f, "headers"), values(f, "query"), body(f, bodies));
    }

    static Wildcard url(String url) {
        return new Wildcard(url == null ? "*" : url);
    }

    private static MockBody body(Fields f, List<String> bodies) {
        return switch (bodies.isEmpty() ? "" : bodies.get(0)) {
            case "json" -> new MockBody.Json(f.raw("json"));
            case "body" -> new MockBody.Text(new Wildcard(f.text("body") == null ? "" : f.text("body")));
            case "form" -> new MockBody.Form(values(f, "form"));
            case "body_base64" -> new MockBody.Bytes(bytes(f));
            default -> new MockBody.Anything();
        };
    }

    private static Map<String, List<Wildcard>> values(Fields f, String name) {
        Map<String, List<Wildcard>> values = new LinkedHashMap<>();
        Map<String, Object> given = f.object(name);
        if (given != null) {
            given.forEach((key, value) -> {
                List<?> all = value instanceof List<?> several ? several : List.of(value == null ? List.of() : value);
                if (all.isEmpty() || !all.stream().allMatch(MockReader::plain)) {
                    throw f.wrong(name + "." + key, "a string, a number, a boolean or an array of these");
                }
                values.put(
                        key, all.stream().map(v -> new Wildcard(v.toString())).toList());
            });
        }
        return values;
    }

    private static boolean plain(Object value) {
        return value instanceof String || value instanceof Number || value instanceof Boolean;
    }

    private static Mock.Answer answer(Object value, String path) {
        Fields f = Fields.of(value, path, List.of("status", "headers", "json", "body", "body_base64", "error"));
        if (saysNothing(f, "status", "json", "body", "body_base64", "error")) {
            throw f.wrong("status", "there, or json, body, body_base64 or error");
        }
        String word = f.text("error");
        if (word != null) {
            MockError error = MockError.of(word)
                    .orElseThrow(() -> f.wrong("error", "one of " + String.join(", ", MockError.words())));
            return new Mock.Answer(null, error);
        }
        int status = (int) f.whole("status", 200, 100, 599);
        if (f.has("body_base64")) {
            return new Mock.Answer(new HttpReply(status, headers(f), bytes(f)), null);
        }
        Object body = f.has("json") ? f.raw("json") : f.text("body");
        return new Mock.Answer(reply(status, headers(f), body, f.has("json")), null);
    }

    private static byte[] bytes(Fields f) {
        try {
            String text = f.text("body_base64");
            return text == null ? new byte[0] : Base64.getMimeDecoder().decode(checked(text));
        } catch (IllegalArgumentException e) {
            throw e instanceof UnusableFieldException ? e : f.wrong("body_base64", "base64");
        }
    }

    /** The decoder that takes line breaks takes everything else too. */
    private static String checked(String text) {
        if (!text.matches("[A-Za-z0-9+/\\s]*={0,2}\\s*")) {
            throw new IllegalArgumentException("not base64");
        }
        return text;
    }

    /** An answer that says nothing is one that somebody forgot to write, not a 200. */
    static boolean saysNothing(Fields answer, String... names) {
        return Stream.of(names).noneMatch(answer::has);
    }

    static HttpReply reply(int status, Map<String, List<String>> headers, Object body, boolean json) {
        boolean text = !json && (body == null || body instanceof String);
        // what a text or JSON stands for is decoded already
        Map<String, List<String>> all = ContentCoding.withoutCoding(headers);
        if (!text && all.keySet().stream().noneMatch(h -> h.equalsIgnoreCase("content-type"))) {
            all.put("Content-Type", List.of("application/json"));
        }
        String content = text ? body == null ? "" : (String) body : SandboxJson.write(body);
        return new HttpReply(status, all, content.getBytes(StandardCharsets.UTF_8));
    }

    static Map<String, List<String>> headers(Fields f) {
        Map<String, Object> given = f.object("headers");
        Map<String, List<String>> headers = new LinkedHashMap<>();
        if (given != null) {
            given.forEach((name, value) -> headers.put(
                    name,
                    value instanceof List<?> l
                            ? l.stream().map(String::valueOf).toList()
                            : List.of(String.valueOf(value))));
        }
        return headers;
    }
}
