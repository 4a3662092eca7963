package io.countersign.sandbox.http;

import io.countersign.sandbox.HttpCall;
import io.countersign.sandbox.HttpFailure;
import io.countersign.sandbox.HttpReply;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which redirects are followed, and with what. The origin (scheme, host and port) that a request was meant for gets all of
 * it; another one gets neither a body, nor a credential, nor a secret:
 *
 * <ul>
 *   <li>GET and HEAD without a body are followed anywhere; another origin gets the few headers of {@link #ANYWHERE} alone;
 *   <li>other requests are followed within their origin after 307 and 308, with method and body;
 *   <li>every other redirect is the answer: whoever asked sees its status and may ask again.
 * </ul>
 */
public final class Redirect {
    private static final Set<Integer> STATUSES = Set.of(301, 302, 303, 307, 308);
    private static final Set<Integer> KEEPING = Set.of(307, 308);
    private static final Set<String> SAFE = Set.of("GET", "HEAD");
    /** Headers that say nothing about who asks. What another origin once did not get it does not get by a way back. */
    private static final Set<String> ANYWHERE = Set.of(
            "accept", "accept-charset", "accept-encoding", "accept-language", "cache-control", "range", "user-agent");

    private static final int MOST = 5;

    private Redirect() {}

    /** Sends one request and gives its answer, whatever that says. */
    @FunctionalInterface
    public interface Sender<X extends Exception> {
        HttpReply send(HttpCall call) throws HttpFailure, X;
    }

    /**
     * Sends a request and those that its answers redirect to, each through the sender.
     *
     * @param secret whether a text holds a secret
     * @return the first answer that redirects nowhere, or not for us to follow, with its address and the cookies of those before
     * @throws HttpFailure of kind REFUSED after more than 5 redirects; or what the sender throws
     */
    public static <X extends Exception> HttpReply follow(HttpCall first, Sender<X> sender, Predicate<String> secret)
            throws HttpFailure, X {
        HttpCall call = first;
        List<String> cookies = new ArrayList<>();
        for (int hop = 0; ; hop++) {
            HttpReply reply = sender.send(call);
            Optional<HttpCall> next = next(call, reply, secret);
            if (next.isEmpty()) {
                return reply.from(call.url(), cookies);
            }
            cookies.addAll(reply.cookies());
            if (hop == MOST) {
                throw new HttpFailure(HttpFailure.Kind.REFUSED, "request refused: more than " + MOST + " redirects");
            }
            call = next.get();
        }
    }

    /**
     * The next request, still unchecked; empty if the answer is no redirect, or one that is not followed.
     *
     * @param secret whether a text holds a secret
     * @throws HttpFailure of kind REFUSED if the address itself would tell another origin a secret
     */
    static Optional<HttpCall> next(HttpCall call, HttpReply reply, Predicate<String> secret) throws HttpFailure {
        String location = location(reply);
        if (location == null) {
            return Optional.empty();
        }
        String url = resolve(call.url(), location);
        boolean home = sameOrigin(call.url(), url);
        if (!follows(call, reply.status(), home)) {
            return Optional.empty();
        }
        if (!home && secret.test(url)) {
            throw new HttpFailure(
                    HttpFailure.Kind.REFUSED,
                    "request refused: the answer redirects to another server with a secret in the address");
        }
        List<Map.Entry<String, String>> headers = call.headers().stream()
                .filter(h ->
                        home || ANYWHERE.contains(h.getKey().toLowerCase(Locale.ROOT)) && !secret.test(h.getValue()))
                .toList();
        return Optional.of(new HttpCall(
                call.method(), url, headers, call.body(), call.hasBody(), call.timeout(), call.maxResponseBytes()));
    }

    private static boolean follows(HttpCall call, int status, boolean home) {
        boolean safe = SAFE.contains(call.method());
        return safe && !call.hasBody() || home && (safe || KEEPING.contains(status));
    }

    /** For the record, why a redirect is the answer; null if the answer is none, or is followed. */
    public static @Nullable String notFollowed(HttpCall call, HttpReply reply) {
        String location = location(reply);
        if (location == null) {
            return null;
        }
        boolean home = sameOrigin(call.url(), resolve(call.url(), location));
        if (follows(call, reply.status(), home)) {
            return null;
        }
        String what = SAFE.contains(call.method()) ? "a body" : call.method();
        return home
                ? "redirect not followed: after " + reply.status() + " " + what + " would be sent as GET"
                : "redirect not followed: " + what + " is not sent to another scheme, host or port";
    }

    private static @Nullable String location(HttpReply reply) {
        return !STATUSES.contains(reply.status())
                ? null
                : reply.headers().entrySet().stream()
                        .filter(h -> h.getKey().equalsIgnoreCase("Location")
                                && !h.getValue().isEmpty())
                        .map(h -> h.getValue().get(0))
                        .findFirst()
                        .orElse(null);
    }

    private static String resolve(String base, String location) {
        try {
            return URI.create(base).resolve(location).toString();
        } catch (IllegalArgumentException e) {
            return location;
        }
    }

    /** What cannot be read is another origin. */
    static boolean sameOrigin(String one, String other) {
        Optional<String> origin = origin(one);
        return origin.isPresent() && origin.equals(origin(other));
    }

    private static Optional<String> origin(String url) {
        try {
            URI uri = URI.create(url);
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            String authority = uri.getRawAuthority();
            boolean web = scheme.equals("http") || scheme.equals("https");
            if (!web || authority == null || authority.contains("@")) {
                return Optional.empty();
            }
            int colon = authority.lastIndexOf(':');
            boolean hasPort = colon > authority.lastIndexOf(']');
            String host = (hasPort ? authority.substring(0, colon) : authority)
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("\\.+$", "");
            String port = hasPort ? authority.substring(colon + 1) : "";
            int number = port.isEmpty() ? scheme.equals("https") ? 443 : 80 : Integer.parseInt(port);
            return host.isEmpty() ? Optional.empty() : Optional.of(scheme + "://" + host + ":" + number);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
