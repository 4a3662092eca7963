package io.countersign.sandbox.http;

import java.util.Locale;
import java.util.Optional;

/** One entry of a host list: a name, {@code *.suffix}, an address, or a CIDR range. */
final class HostRule {
    private final String name;
    private final boolean suffix;
    private final byte[] network;
    private final int bits;

    private HostRule(String name, boolean suffix, byte[] network, int bits) {
        this.name = name;
        this.suffix = suffix;
        this.network = network;
        this.bits = bits;
    }

    /**
     * Reads an entry.
     *
     * @throws IllegalArgumentException if it is none of the forms
     */
    static HostRule parse(String entry) {
        String text = entry.strip().toLowerCase(Locale.ROOT);
        if (text.startsWith("*.") && text.length() > 2 && text.indexOf('*', 1) < 0) {
            return new HostRule(text.substring(1), true, null, 0);
        }
        int slash = text.indexOf('/');
        String host = slash < 0 ? text : text.substring(0, slash);
        if (host.isEmpty() || host.indexOf('*') >= 0 || host.matches(".*[\\s@?#].*")) {
            throw new IllegalArgumentException("'" + entry + "' is not a host, *.suffix, address or CIDR range");
        }
        Optional<byte[]> address = Addresses.literal(host);
        if (slash < 0) {
            return new HostRule(
                    host,
                    false,
                    address.orElse(null),
                    address.map(a -> a.length * 8).orElse(0));
        }
        int bits = text.substring(slash + 1).matches("\\d{1,3}") ? Integer.parseInt(text.substring(slash + 1)) : -1;
        if (address.isEmpty() || bits < 0 || bits > address.get().length * 8) {
            throw new IllegalArgumentException("'" + entry + "' is not a CIDR range");
        }
        return new HostRule("", false, address.get(), bits);
    }

    boolean matchesName(String host) {
        return suffix ? host.endsWith(name) && host.length() > name.length() : name.equals(host);
    }

    boolean matchesAddress(byte[] address) {
        if (network == null || network.length != address.length) {
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
}
