package io.countersign.execution.http;

import io.countersign.kernel.CanonicalJson;
import io.countersign.sandbox.HttpCall;
import io.countersign.sandbox.HttpReply;
import io.countersign.sandbox.secrets.Masker;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What a script gets in place of a secret's value: worth nothing anywhere but in a request that leaves through the server. */
final class SecretToken {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    private final String text;
    private final String value;
    private final Masker masker;

    private SecretToken(String text, String value) {
        this.text = text;
        this.value = value;
        this.masker = Masker.of(List.of(value));
    }

    /** A new one for that value; its characters mean nothing in URLs, JSON and forms. */
    static SecretToken of(String value) {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new SecretToken("csh_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes), value);
    }

    /** What the script sees. */
    String text() {
        return text;
    }

    /** The request with the value in the token's place: in path and query, headers and body, never in the host. */
    HttpCall resolved(HttpCall call) {
        List<Map.Entry<String, String>> headers = new ArrayList<>();
        UnaryOperator<String> inBody = UnaryOperator.identity();
        for (Map.Entry<String, String> header : call.headers()) {
            headers.add(Map.entry(header.getKey(), header.getValue().replace(text, value)));
            if (header.getKey().equalsIgnoreCase("content-type")) {
                inBody = writing(header.getValue().toLowerCase(Locale.ROOT));
            }
        }
        return new HttpCall(
                call.method(),
                url(call.url()),
                headers,
                body(call.body(), inBody),
                call.hasBody(),
                call.timeout(),
                call.maxResponseBytes());
    }

    private String url(String url) {
        int authority = url.indexOf("://");
        int end = authority < 0 ? url.length() : authority + 3;
        while (end < url.length() && "/?#\\".indexOf(url.charAt(end)) < 0) {
            end++;
        }
        return url.substring(0, end) + url.substring(end).replace(text, encoded(value));
    }

    /** Bytes that are no text stay what they are. */
    private byte[] body(byte[] body, UnaryOperator<String> writing) {
        String bytes = new String(body, StandardCharsets.ISO_8859_1);
        if (!bytes.contains(text)) {
            return body;
        }
        byte[] inPlace = writing.apply(value).getBytes(StandardCharsets.UTF_8);
        return bytes.replace(text, new String(inPlace, StandardCharsets.ISO_8859_1))
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static UnaryOperator<String> writing(String contentType) {
        if (contentType.contains("json")) {
            return SecretToken::escaped;
        }
        return contentType.contains("x-www-form-urlencoded") ? SecretToken::encoded : UnaryOperator.identity();
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String escaped(String value) {
        String quoted = CanonicalJson.of(value);
        return quoted.substring(1, quoted.length() - 1);
    }

    /** The answer without the value, should it repeat it. */
    HttpReply hidden(HttpReply reply) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        reply.headers()
                .forEach((name, values) ->
                        headers.put(name, values.stream().map(this::hidden).toList()));
        String body = new String(reply.body(), StandardCharsets.UTF_8);
        return new HttpReply(
                reply.status(),
                headers,
                masker.finds(body) ? masker.mask(body).getBytes(StandardCharsets.UTF_8) : reply.body());
    }

    /** A text without the value. */
    String hidden(String message) {
        return masker.finds(message) ? masker.mask(message) : message;
    }
}
