package io.countersign.sandbox.http;

import java.net.URI;

/**
 * A checked address.
 *
 * @param uri safe to send: ASCII, percent-encoded, no user info, no fragment
 * @param scheme http or https
 * @param host lower case, no trailing dot, IPv6 in brackets
 * @param port never -1
 */
public record Target(URI uri, String scheme, String host, int port) {

    /** Whether the other has the same scheme, host and port. */
    public boolean sameOrigin(Target other) {
        return scheme.equals(other.scheme) && host.equals(other.host) && port == other.port;
    }
}
