package io.countersign.security.people;

import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The issuer names of one realm. On loopback Keycloak names itself as it was called, so all spellings of it count. */
public final class Issuers {

    private static final List<String> LOOPBACK = List.of("127.0.0.1", "localhost", "[::1]");

    private Issuers() {}

    public static Set<String> of(String url, String realm) {
        Set<String> issuers = new LinkedHashSet<>();
        issuers.add(url + "/realms/" + realm);
        URI base = URI.create(url);
        if (isLoopback(base)) {
            for (String host : LOOPBACK) {
                String port = base.getPort() < 0 ? "" : ":" + base.getPort();
                issuers.add(base.getScheme() + "://" + host + port + base.getRawPath() + "/realms/" + realm);
            }
        }
        return issuers;
    }

    /** The name under which people are kept: one for a Keycloak on this machine, whatever its port. */
    static String canonical(String url, String realm) {
        URI base = URI.create(url);
        return isLoopback(base)
                ? "http://localhost" + base.getRawPath() + "/realms/" + realm
                : url + "/realms/" + realm;
    }

    private static boolean isLoopback(URI base) {
        return base.getHost() != null && LOOPBACK.contains(base.getHost());
    }
}
