package io.countersign.sandbox.mocks;

import io.countersign.sandbox.HttpCall;
import io.countersign.sandbox.http.Target;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Which requests a mock answers; what it does not name may be anything. In all texts {@code *} stands for any characters.
 *
 * @param method null: any
 * @param url with the query, unless {@code query} names parameters
 * @param headers by name in any case; others may be there
 * @param query decoded; others may be there
 * @param body what is sent
 */
record MockRequest(
        String method,
        Wildcard url,
        Map<String, List<Wildcard>> headers,
        Map<String, List<Wildcard>> query,
        MockBody body) {

    boolean hasAddress(HttpCall call, Target target) {
        String sent = target.uri().toASCIIString();
        return url.matches(call.url())
                || url.matches(sent)
                || !query.isEmpty() && (url.matches(withoutQuery(call.url())) || url.matches(withoutQuery(sent)));
    }

    private static String withoutQuery(String url) {
        return url.replaceFirst("[?#].*", "");
    }

    Optional<String> difference(HttpCall call, Target target) {
        if (!hasAddress(call, target)) {
            return Optional.of("expects another address");
        }
        if (method != null && !method.equalsIgnoreCase(call.method())) {
            return Optional.of("expects method " + method.toUpperCase(Locale.ROOT));
        }
        return inHeaders(call).or(() -> inQuery(target)).or(() -> body.difference(call));
    }

    private Optional<String> inHeaders(HttpCall call) {
        Map<String, List<String>> sent = new LinkedHashMap<>();
        call.headers().forEach(h -> add(sent, h.getKey().toLowerCase(Locale.ROOT), h.getValue()));
        return headers.entrySet().stream()
                .map(h -> difference("header ", h, sent.get(h.getKey().toLowerCase(Locale.ROOT))))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<String> inQuery(Target target) {
        Map<String, List<String>> sent = pairs(String.valueOf(target.uri().getRawQuery()));
        return query.entrySet().stream()
                .map(q -> difference("query parameter ", q, sent.get(q.getKey())))
                .flatMap(Optional::stream)
                .findFirst();
    }

    static Optional<String> difference(String what, Map.Entry<String, List<Wildcard>> expected, List<String> sent) {
        if (Wildcard.match(expected.getValue(), sent)) {
            return Optional.empty();
        }
        String is = sent == null ? "which is missing" : "not " + String.join(", ", sent);
        return Optional.of(
                "expects " + what + expected.getKey() + ": " + Wildcard.shown(expected.getValue()) + ", " + is);
    }

    /** The pairs of a query or a form, decoded; what cannot be decoded stays as it is. */
    static Map<String, List<String>> pairs(String encoded) {
        Map<String, List<String>> pairs = new LinkedHashMap<>();
        for (String pair : encoded.split("&")) {
            int equals = pair.indexOf('=');
            if (!pair.isEmpty()) {
                add(
                        pairs,
                        decoded(equals < 0 ? pair : pair.substring(0, equals)),
                        equals < 0 ? "" : decoded(pair.substring(equals + 1)));
            }
        }
        return pairs;
    }

    private static void add(Map<String, List<String>> to, String name, String value) {
        to.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
