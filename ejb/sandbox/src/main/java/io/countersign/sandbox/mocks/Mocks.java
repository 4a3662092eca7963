package io.countersign.sandbox.mocks;

import io.countersign.sandbox.HttpReply;
import io.countersign.sandbox.http.ContentCoding;
import io.countersign.sandbox.json.SandboxJson;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads mocks in their three shapes: {@code http}, {@code mock_http_responses} and {@code mock_responses}. */
public final class Mocks {
    private Mocks() {}

    /**
     * All mocks of an object that may hold any of the three fields, in that order.
     *
     * @throws UnusableFieldException naming the field that cannot be read
     */
    public static List<Mock> of(Object http, Object byUrl, Object byPattern) {
        List<Mock> mocks = new ArrayList<>();
        if (http != null) {
            int i = 0;
            for (Object mock : list(http, "http")) {
                mocks.add(own(mock, "http[" + i++ + "]"));
            }
        }
        if (byUrl != null) {
            byUrl(byUrl, mocks);
        }
        if (byPattern != null) {
            int i = 0;
            for (Object mock : list(byPattern, "mock_responses")) {
                String path = "mock_responses[" + i++ + "]";
                Fields f = Fields.of(
                        mock,
                        path,
                        List.of("url_pattern", "url", "method", "status_code", "status", "headers", "body", "json"));
                String url = f.text(f.has("url_pattern") ? "url_pattern" : "url");
                mocks.add(calseta(f, url == null ? "*" : url));
            }
        }
        return mocks;
    }

    private static void byUrl(Object byUrl, List<Mock> mocks) {
        if (byUrl instanceof List<?>) {
            mocks.addAll(of(null, null, byUrl));
            return;
        }
        if (!(byUrl instanceof Map<?, ?> map)) {
            throw UnusableFieldException.unlike("mock_http_responses", "an object");
        }
        map.forEach((url, answer) -> {
            Fields f = Fields.of(
                    answer,
                    "mock_http_responses." + url,
                    List.of("method", "status_code", "status", "headers", "body", "json"));
            mocks.add(calseta(f, url.toString()));
        });
    }

    private static Mock calseta(Fields f, String url) {
        if (saysNothing(f, "status_code", "status", "body", "json")) {
            throw f.wrong("status_code", "there, or a body");
        }
        int status = (int) f.whole(f.has("status_code") ? "status_code" : "status", 200, 100, 599);
        HttpReply reply = reply(status, headers(f), f.has("json") ? f.raw("json") : f.raw("body"), f.has("json"));
        return new Mock(f.text("method"), url, false, null, reply, null, Integer.MAX_VALUE);
    }

    private static Mock own(Object value, String path) {
        Fields mock = Fields.of(value, path, List.of("request", "response", "times"));
        Fields request = Fields.of(
                mock.has("request") ? mock.raw("request") : Map.of(),
                path + ".request",
                List.of("method", "url", "json"));
        Fields response = Fields.of(
                mock.raw("response"), path + ".response", List.of("status", "headers", "json", "body", "error"));
        if (saysNothing(response, "status", "json", "body", "error")) {
            throw response.wrong("status", "there, or json, body or error");
        }
        String url = request.text("url");
        MockError error = error(response);
        if (error == null && response.has("body") && response.raw("body") != null) {
            response.text("body");
        }
        HttpReply reply = error != null
                ? null
                : reply(
                        (int) response.whole("status", 200, 100, 599),
                        headers(response),
                        response.has("json") ? response.raw("json") : response.raw("body"),
                        response.has("json"));
        int times = (int) mock.whole("times", Integer.MAX_VALUE, 0, Integer.MAX_VALUE);
        return new Mock(
                request.text("method"),
                url == null ? "*" : url,
                request.has("json"),
                request.raw("json"),
                reply,
                error,
                times);
    }

    /** An answer that says nothing is one that somebody forgot to write, not a 200. */
    private static boolean saysNothing(Fields answer, String... names) {
        return Stream.of(names).noneMatch(answer::has);
    }

    private static MockError error(Fields response) {
        String word = response.text("error");
        return word == null
                ? null
                : MockError.of(word)
                        .orElseThrow(() -> response.wrong("error", "one of " + String.join(", ", MockError.words())));
    }

    private static HttpReply reply(int status, Map<String, List<String>> headers, Object body, boolean json) {
        boolean text = !json && (body == null || body instanceof String);
        // what a text or JSON stands for is decoded already
        Map<String, List<String>> all = ContentCoding.withoutCoding(headers);
        if (!text && all.keySet().stream().noneMatch(h -> h.equalsIgnoreCase("content-type"))) {
            all.put("Content-Type", List.of("application/json"));
        }
        String content = text ? body == null ? "" : (String) body : SandboxJson.write(body);
        return new HttpReply(status, all, content.getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, List<String>> headers(Fields f) {
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

    private static List<?> list(Object value, String field) {
        if (value instanceof List<?> l) {
            return l;
        }
        throw UnusableFieldException.unlike(field, "an array");
    }
}
