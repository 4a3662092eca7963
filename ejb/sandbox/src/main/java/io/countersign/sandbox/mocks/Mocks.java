package io.countersign.sandbox.mocks;

import io.countersign.sandbox.HttpReply;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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
                mocks.add(MockReader.read(mock, "http[" + i++ + "]"));
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
                mocks.add(calseta(f, path, url == null ? "*" : url));
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
            mocks.add(calseta(f, "mock_http_responses." + url, url.toString()));
        });
    }

    private static Mock calseta(Fields f, String place, String url) {
        if (MockReader.saysNothing(f, "status_code", "status", "body", "json")) {
            throw f.wrong("status_code", "there, or a body");
        }
        int status = (int) f.whole(f.has("status_code") ? "status_code" : "status", 200, 100, 599);
        HttpReply reply = MockReader.reply(
                status, MockReader.headers(f), f.has("json") ? f.raw("json") : f.raw("body"), f.has("json"));
        MockRequest request =
                new MockRequest(f.text("method"), MockReader.url(url), Map.of(), Map.of(), new MockBody.Anything());
        return new Mock(place, request, List.of(new Mock.Answer(reply, null)), Integer.MAX_VALUE);
    }

    private static List<?> list(Object value, String field) {
        if (value instanceof List<?> l) {
            return l;
        }
        throw UnusableFieldException.unlike(field, "an array");
    }
}
