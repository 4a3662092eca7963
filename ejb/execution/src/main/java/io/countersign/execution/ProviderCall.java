package io.countersign.execution;

import io.countersign.audit.CanonicalJson;
import io.countersign.sandbox.HttpCall;
import io.countersign.sandbox.HttpFailure;
import io.countersign.sandbox.HttpReply;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One call of a provider's API, put together and sent. */
final class ProviderCall {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int LONGEST_ANSWER = 1 << 20;

    private final Exchange exchange;
    private final String authorization;

    ProviderCall(Exchange exchange, String authorization) {
        this.exchange = exchange;
        this.authorization = authorization;
    }

    HttpReply send(String method, String url, @Nullable Map<String, Object> json)
            throws HttpFailure, InterruptedException {
        return post(method, url, "application/json", json == null ? null : CanonicalJson.of(json));
    }

    HttpReply form(String url, String body) throws HttpFailure, InterruptedException {
        return post("POST", url, "application/x-www-form-urlencoded", body);
    }

    private HttpReply post(String method, String url, String type, @Nullable String body)
            throws HttpFailure, InterruptedException {
        List<Map.Entry<String, String>> headers = new ArrayList<>();
        headers.add(Map.entry("Accept", "application/json"));
        if (!authorization.isEmpty()) {
            headers.add(Map.entry("Authorization", authorization));
        }
        if (body != null) {
            headers.add(Map.entry("Content-Type", type));
        }
        byte[] bytes = body == null ? new byte[0] : body.getBytes(StandardCharsets.UTF_8);
        boolean hasBody = body != null || method.equals("POST");
        return exchange.send(new HttpCall(method, url, headers, bytes, hasBody, PATIENCE, LONGEST_ANSWER));
    }

    /** A segment of a path, whatever characters it has; the two that would lead to another path are none. */
    static String segment(String text) throws HttpFailure {
        if (text.equals(".") || text.equals("..")) {
            throw new HttpFailure(HttpFailure.Kind.REFUSED, "\"" + text + "\" is no id: it would change the path");
        }
        return encoded(text);
    }

    /** A value of a form. */
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    static boolean ok(HttpReply reply) {
        return reply.status() >= 200 && reply.status() < 300;
    }

    /** The answer as a JSON object; empty when it is none. */
    static Map<String, Object> object(HttpReply reply) {
        try {
            return CanonicalJson.parseObject(new String(reply.body(), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException noJson) {
            return Map.of();
        }
    }
}
