package io.countersign.integrations;

import io.countersign.kernel.CanonicalJson;
import io.countersign.sandbox.HttpCall;
import io.countersign.sandbox.HttpFailure;
import io.countersign.sandbox.HttpReply;
import io.countersign.sandbox.IntegrationReply;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON calls of a provider's API. */
public final class ProviderApi {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final int LONGEST_ANSWER = 1 << 20;

    private final Transport transport;
    private final String baseUrl;
    private final String authorization;

    /**
     * @param baseUrl the configured address of the API
     * @param authorization the Authorization header; empty for none
     */
    public ProviderApi(Transport transport, String baseUrl, String authorization) {
        this.transport = transport;
        this.baseUrl = baseUrl;
        this.authorization = authorization;
    }

    /** Sends a request with a JSON body, or without one. */
    public HttpReply send(String method, String url, @Nullable Map<String, Object> json)
            throws HttpFailure, InterruptedException {
        return post(method, url, "application/json", json == null ? null : CanonicalJson.of(json));
    }

    /** Posts a form. */
    public HttpReply form(String url, String body) throws HttpFailure, InterruptedException {
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
        return transport.send(baseUrl, new HttpCall(method, url, headers, bytes, hasBody, TIMEOUT, LONGEST_ANSWER));
    }

    /** A segment of a path, whatever characters it has; the two that would lead to another path are none. */
    public static String segment(String text) throws HttpFailure {
        if (text.equals(".") || text.equals("..")) {
            throw new HttpFailure(HttpFailure.Kind.REFUSED, "\"" + text + "\" is no id: it would change the path");
        }
        return encoded(text);
    }

    /** A value of a form. */
    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Whether the status is 2xx. */
    public static boolean ok(HttpReply reply) {
        return reply.status() >= 200 && reply.status() < 300;
    }

    /** The answer as a JSON object; empty when it is none. */
    public static Map<String, Object> object(HttpReply reply) {
        try {
            return CanonicalJson.parseObject(new String(reply.body(), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException noJson) {
            return Map.of();
        }
    }

    /** The reply to an operation: done, or what the provider said instead. */
    public static IntegrationReply reply(String provider, HttpReply reply, String what, String done, ErrorText errors) {
        if (ok(reply)) {
            return new IntegrationReply(true, done, Map.of("status", reply.status()));
        }
        return failed(provider, reply, what, errors);
    }

    /** The reply to an operation that the provider refused. */
    public static IntegrationReply failed(String provider, HttpReply reply, String what, ErrorText errors) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("status", reply.status());
        String text = errors.in(object(reply));
        if (text != null) {
            data.put("error", text);
        }
        return new IntegrationReply(
                false,
                provider + " answered " + reply.status() + " to " + what + (text == null ? "" : ": " + text),
                data);
    }

    /** Finds the provider's own words in the answer to a failed call. */
    @FunctionalInterface
    public interface ErrorText {
        @Nullable
        String in(Map<String, Object> answer);
    }

    /** The operation is none of the provider's. */
    public static HttpFailure unknown(String provider, String operation) {
        return new HttpFailure(HttpFailure.Kind.REFUSED, provider + " has no operation " + operation + " here");
    }
}
