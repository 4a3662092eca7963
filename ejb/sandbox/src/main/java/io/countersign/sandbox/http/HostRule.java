package io.countersign.sandbox.http;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One entry of a host list: a name, {@code *.suffix} or an address, each with or without {@code :port}, or a CIDR range. IPv6
 * addresses with a port stand in brackets. This is the only reader of such entries.
 */
public final class HostRule {

    private static final Pattern NAME =
            Pattern.compile("[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?(\\.[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?)*");
    private static final Pattern NUMBER_AT_END = Pattern.compile("(.*\\.)?[0-9][^.]*");
    private static final int ANY_PORT = 0;
    private static final int LONGEST = 253;
    private static final byte[] NO_ADDRESS = {};

    private final String name;
    private final boolean suffix;
    private final byte[] network;
    private final int bits;
    private final int port;

    private HostRule(String name, boolean suffix, byte[] network, int bits, int port) {
        this.name = name;
        this.suffix = suffix;
        this.network = network;
        this.bits = bits;
        this.port = port;
    }

    /**
     * Reads an entry.
     *
     * @throws IllegalArgumentException if it is none of the forms; the message quotes it
     */
    public static HostRule parse(String entry) {
        String text = entry.strip().toLowerCase(Locale.ROOT);
        int slash = text.indexOf('/');
        if (slash >= 0) {
            return range(entry, text.substring(0, slash), text.substring(slash + 1));
        }
        boolean bareV6 = !text.startsWith("[") && text.indexOf(':') != text.lastIndexOf(':');
        int colon = bareV6 || text.endsWith("]") ? -1 : text.lastIndexOf(':');
        int port = colon < 0 ? ANY_PORT : port(entry, text.substring(colon + 1));
        String host = colon < 0 ? text : text.substring(0, colon);
        if (host.startsWith("*.")) {
            return new HostRule("." + name(entry, host.substring(2)), true, NO_ADDRESS, 0, port);
        }
        if (bareV6 || host.startsWith("[") || NUMBER_AT_END.matcher(host).matches()) {
            byte[] address = address(entry, host);
            return new HostRule(bareV6 ? "[" + host + "]" : host, false, address, address.length * 8, port);
        }
        return new HostRule(name(entry, host), false, NO_ADDRESS, 0, port);
    }

    private static HostRule range(String entry, String network, String length) {
        byte[] address = address(entry, network);
        int bits = length.matches("\\d{1,3}") ? Integer.parseInt(length) : -1;
        if (bits < 0 || bits > address.length * 8) {
            throw new IllegalArgumentException("'" + entry + "' is not a CIDR range");
        }
        return new HostRule("", false, address, bits, ANY_PORT);
    }

    private static String name(String entry, String name) {
        boolean numeric = NUMBER_AT_END.matcher(name).matches();
        if (numeric || name.length() > LONGEST || !NAME.matcher(name).matches()) {
            throw unreadable(entry);
        }
        return name;
    }

    /** An address in its one usual spelling: others are how filters are misled. */
    private static byte[] address(String entry, String host) {
        Optional<byte[]> address;
        try {
            address = Addresses.literal(host);
        } catch (IllegalArgumentException e) {
            throw unreadable(entry);
        }
        boolean usual = host.indexOf(':') >= 0 || Addresses.plain(host);
        if (!usual || address.isEmpty()) {
            throw unreadable(entry);
        }
        return address.get();
    }

    private static int port(String entry, String digits) {
        int port = digits.matches("[1-9]\\d{0,4}") ? Integer.parseInt(digits) : -1;
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("'" + entry + "' does not end in a port from 1 to 65535");
        }
        return port;
    }

    private static IllegalArgumentException unreadable(String entry) {
        return new IllegalArgumentException(
                "'" + entry
                        + "' is not a host name, *.suffix or IP address (with or without :port; IPv6 as [::1]:443) or CIDR range");
    }

    /** Whether it lists that target. */
    public boolean matches(Target target) {
        return matchesName(target.host(), target.port())
                || Addresses.literal(target.host())
                        .filter(address -> matchesAddress(address, target.port()))
                        .isPresent();
    }

    /** Whether it lists that host, at whatever port. */
    boolean matchesHost(String host, Optional<byte[]> address) {
        return matchesName(host, port)
                || address.filter(a -> matchesAddress(a, port)).isPresent();
    }

    boolean matchesName(String host, int at) {
        boolean same = suffix ? host.endsWith(name) && host.length() > name.length() : name.equals(host);
        return same && isPort(at);
    }

    boolean matchesAddress(byte[] address, int at) {
        if (network.length == 0 || network.length != address.length || !isPort(at)) {
            return false;
        }
        for (int i = 0; i < bits; i++) {
            int mask = 0x80 >> (i % 8);
            if ((network[i / 8] & mask) != (address[i / 8] & mask)) {
                return false;
            }
        }
        return true;
    }

    private boolean isPort(int at) {
        return port == ANY_PORT || port == at;
    }
}
