package io.countersign.script;

import java.nio.charset.StandardCharsets;

/** The guarded HTTP client. Only http and https, and only to hosts that the server and the workflow allow. */
public interface Http {

    /** A GET request for the address. */
    HttpRequest get(String url);

    /** A POST request for the address. */
    HttpRequest post(String url);

    /** A PUT request for the address. */
    HttpRequest put(String url);

    /** A PATCH request for the address. */
    HttpRequest patch(String url);

    /** A DELETE request for the address. */
    HttpRequest delete(String url);

    /** A HEAD request for the address. */
    HttpRequest head(String url);

    /** A request with any method but CONNECT. */
    HttpRequest request(String method, String url);

    /**
     * A text as one segment of a path: percent-encoded, UTF-8, all but the letters and digits of ASCII and {@code - . _ ~}.
     * What comes from outside, such as an indicator, cannot leave its place in the address then.
     *
     * @throws IllegalArgumentException if it is {@code .} or {@code ..}, which would stand for another path
     */
    static String encode(String segment) {
        if (segment.equals(".") || segment.equals("..")) {
            throw new IllegalArgumentException("a path segment must not be " + segment);
        }
        StringBuilder out = new StringBuilder(segment.length() + 16);
        for (byte b : segment.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            boolean plain = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
            if (plain || "-._~".indexOf(c) >= 0) {
                out.append(c);
            } else {
                out.append('%').append("0123456789ABCDEF".charAt(c >> 4)).append("0123456789ABCDEF".charAt(c & 15));
            }
        }
        return out.toString();
    }
}
