package io.countersign.sandbox.http;

import io.countersign.sandbox.HttpCall;
import io.countersign.sandbox.HttpReply;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What a redirect asks for next. */
public final class Redirect {
    private static final Set<Integer> STATUSES = Set.of(301, 302, 303, 307, 308);
    private static final Set<String> KEPT_HOME = Set.of("authorization", "cookie", "proxy-authorization");

    private Redirect() {}

    /**
     * The next request, still unchecked; empty if the answer is no redirect.
     *
     * @param secret whether a header value holds a secret, which then stays with the host it was meant for
     */
    public static Optional<HttpCall> next(HttpCall call, HttpReply reply, Predicate<String> secret) {
        String location = reply.headers().entrySet().stream()
                .filter(h ->
                        h.getKey().equalsIgnoreCase("Location") && !h.getValue().isEmpty())
                .map(h -> h.getValue().get(0))
                .findFirst()
                .orElse(null);
        if (location == null || !STATUSES.contains(reply.status())) {
            return Optional.empty();
        }
        String url = resolve(call.url(), location);
        boolean away = !origin(call.url()).equals(origin(url));
        boolean kept = reply.status() == 307
                || reply.status() == 308
                || call.method().equals("GET")
                || call.method().equals("HEAD");
        List<Map.Entry<String, String>> headers = new ArrayList<>();
        for (Map.Entry<String, String> h : call.headers()) {
            String name = h.getKey().toLowerCase(Locale.ROOT);
            boolean dropped = away && (KEPT_HOME.contains(name) || secret.test(h.getValue()))
                    || !kept && name.startsWith("content-");
            if (!dropped) {
                headers.add(h);
            }
        }
        return Optional.of(new HttpCall(
                kept ? call.method() : "GET",
                url,
                headers,
                kept ? call.body() : new byte[0],
                kept && call.hasBody(),
                call.timeout(),
                call.maxResponseBytes()));
    }

    private static String resolve(String base, String location) {
        try {
            return URI.create(base).resolve(location).toString();
        } catch (IllegalArgumentException e) {
            return location;
        }
    }

    private static String origin(String url) {
        int end = 0;
        for (int slashes = 0; end < url.length() && slashes < 3; end++) {
            slashes += url.charAt(end) == '/' ? 1 : 0;
        }
        return url.substring(0, end).toLowerCase(Locale.ROOT);
    }
}
