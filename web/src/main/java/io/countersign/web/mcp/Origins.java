package io.countersign.web.mcp;

import io.countersign.kernel.Refusal;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A browser page of another site must not speak here, whatever name it has made lead to this server: the name in {@code Host}
 * is one of the server's own, and a page's {@code Origin} is the address that it calls or the one that is configured.
 */
final class Origins {

    private static final Set<String> MACHINE = machineNames();

    private Origins() {}

    /**
     * @param baseUrl the address that is configured; empty for none
     * @throws Refusal FORBIDDEN when a page of another origin sends the request, or a foreign name led here
     */
    static void requireOwn(
            @Nullable String origin, @Nullable String host, @Nullable String localAddress, String baseUrl) {
        String base = authority(baseUrl);
        if (host != null && !isOwnName(name(host), localAddress, base == null ? "" : name(base))) {
            throw Refusal.forbidden(
                    "host",
                    "This server does not go by the name in the Host header; COUNTERSIGN_BASE_URL tells its name.");
        }
        String from = origin == null ? null : authority(origin);
        if (origin != null && (from == null || !(from.equalsIgnoreCase(host) || from.equalsIgnoreCase(base)))) {
            throw Refusal.forbidden("origin", "Requests from pages of another origin are refused.");
        }
    }

    private static boolean isOwnName(String name, @Nullable String localAddress, String baseName) {
        return name.equals("localhost")
                || name.equals("::1")
                || name.matches("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}")
                || name.equalsIgnoreCase(localAddress)
                || name.equals(baseName)
                || MACHINE.contains(name);
    }

    private static @Nullable String authority(String url) {
        try {
            return new URI(url).getRawAuthority();
        } catch (URISyntaxException e) {
            return null;
        }
    }

    /** An authority without its port and brackets. */
    private static String name(String authority) {
        String name = authority.startsWith("[")
                ? authority.substring(1, Math.max(1, authority.indexOf(']')))
                : authority.replaceFirst(":\\d*$", "");
        return name.toLowerCase(Locale.ROOT);
    }

    /** By which others on its network know this machine: a container's neighbours use no other. */
    private static Set<String> machineNames() {
        Set<String> names = new HashSet<>();
        try {
            InetAddress self = InetAddress.getLocalHost();
            for (String name : new String[] {self.getHostName(), self.getCanonicalHostName(), self.getHostAddress()}) {
                names.add(name.toLowerCase(Locale.ROOT));
            }
        } catch (UnknownHostException nameless) {
            // then it is known by its addresses
        }
        return Set.copyOf(names);
    }
}
