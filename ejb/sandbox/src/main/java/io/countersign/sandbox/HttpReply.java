package io.countersign.sandbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The answer to a try.
 *
 * @param status 100 to 599
 * @param headers names in any case, every value
 * @param body all bytes
 * @param url the address that it came from; empty while nobody has said so
 */
public record HttpReply(int status, Map<String, List<String>> headers, byte[] body, String url) {
    private static final String SET_COOKIE = "Set-Cookie";

    /** As it came from the network. */
    public HttpReply(int status, Map<String, List<String>> headers, byte[] body) {
        this(status, headers, body, "");
    }

    /** The same answer, with the cookies that redirects on the way have set before its own. */
    public HttpReply from(String address, List<String> cookiesBefore) {
        if (cookiesBefore.isEmpty()) {
            return new HttpReply(status, headers, body, address);
        }
        Map<String, List<String>> all = new LinkedHashMap<>(headers);
        all.keySet().removeIf(SET_COOKIE::equalsIgnoreCase);
        List<String> cookies = new ArrayList<>(cookiesBefore);
        cookies.addAll(cookies());
        all.put(SET_COOKIE, List.copyOf(cookies));
        return new HttpReply(status, all, body, address);
    }

    /** The values of all {@code Set-Cookie} headers. */
    public List<String> cookies() {
        return headers.entrySet().stream()
                .filter(h -> h.getKey().equalsIgnoreCase(SET_COOKIE))
                .flatMap(h -> h.getValue().stream())
                .toList();
    }
}
