package io.countersign.script;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/**
 * An IPv4 or IPv6 address. Read strictly: {@code 127.1}, {@code 0x7f.1}, {@code 010.0.0.1} and an address with a zone are none.
 * An IPv4 address mapped into IPv6 ({@code ::ffff:192.0.2.1}) is the IPv4 address.
 */
public final class Ip implements Comparable<Ip> {
    private final byte[] bytes;

    private Ip(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * The address that a text is.
     *
     * @throws IllegalArgumentException if it is none; the message names it
     */
    public static Ip parse(String text) {
        Objects.requireNonNull(text, "the address must not be null");
        byte[] read = text.indexOf(':') < 0 ? IpText.v4(text) : IpText.v6(text);
        if (read == null) {
            String shown = text.length() > 60 ? text.substring(0, 60) + "…" : text;
            throw new IllegalArgumentException("'" + shown + "' is not an IPv4 or IPv6 address");
        }
        return of(read);
    }

    /** The address that a text is, empty if it is none. */
    public static Optional<Ip> tryParse(String text) {
        try {
            return text == null ? Optional.empty() : Optional.of(parse(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The address of 4 or 16 bytes. */
    public static Ip of(byte[] bytes) {
        if (bytes.length != 4 && bytes.length != 16) {
            throw new IllegalArgumentException("an address has 4 or 16 bytes, not " + bytes.length);
        }
        boolean mapped = bytes.length == 16 && bytes[10] == -1 && bytes[11] == -1;
        for (int i = 0; mapped && i < 10; i++) {
            mapped = bytes[i] == 0;
        }
        return new Ip(mapped ? Arrays.copyOfRange(bytes, 12, 16) : bytes.clone());
    }

    /** Whether it is an IPv4 address. */
    public boolean isV4() {
        return bytes.length == 4;
    }

    /** Whether it is an IPv6 address. */
    public boolean isV6() {
        return bytes.length == 16;
    }

    /** Its 4 or 16 bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** How many bits it has: 32 or 128. */
    public int bits() {
        return bytes.length * 8;
    }

    /** Of a private network: 10/8, 172.16/12, 192.168/16, or fc00::/7. */
    public boolean isPrivate() {
        return isV4() ? in(8, 10) || in(12, 172, 16) || in(16, 192, 168) : in(7, 0xfc);
    }

    /** This machine: 127/8 or ::1. */
    public boolean isLoopback() {
        return isV4() ? in(8, 127) : in(128, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1);
    }

    /** Of the local link: 169.254/16 or fe80::/10. */
    public boolean isLinkLocal() {
        return isV4() ? in(16, 169, 254) : in(10, 0xfe, 0x80);
    }

    /** A group: 224/4 or ff00::/8. */
    public boolean isMulticast() {
        return isV4() ? in(4, 224) : in(8, 0xff);
    }

    /** No address at all: 0.0.0.0 or ::. */
    public boolean isUnspecified() {
        return in(bits(), new int[bytes.length]);
    }

    /** For documents and examples: 192.0.2/24, 198.51.100/24, 203.0.113/24, 2001:db8::/32 or 3fff::/20. */
    public boolean isDocumentation() {
        return isV4()
                ? in(24, 192, 0, 2) || in(24, 198, 51, 100) || in(24, 203, 0, 113)
                : in(32, 0x20, 0x01, 0x0d, 0xb8) || in(20, 0x3f, 0xff, 0);
    }

    /**
     * Whether it is one that the internet routes: none of the above, not shared (100.64/10), reserved, for benchmarks or
     * protocols, and of IPv6 within 2000::/3.
     */
    public boolean isGlobal() {
        if (isPrivate() || isLoopback() || isLinkLocal() || isMulticast() || isUnspecified() || isDocumentation()) {
            return false;
        }
        return isV4()
                ? !(in(8, 0) || in(10, 100, 64) || in(24, 192, 0, 0) || in(15, 198, 18) || in(4, 240))
                : in(3, 0x20) && !in(23, 0x20, 0x01, 0);
    }

    /** Whether the first bits are those of these numbers; numbers that are left out are 0. */
    private boolean in(int bits, int... first) {
        byte[] base = new byte[bytes.length];
        for (int i = 0; i < first.length; i++) {
            base[i] = (byte) first[i];
        }
        return IpText.sameBits(bytes, base, bits);
    }

    /** The normal form: of IPv4 four numbers, of IPv6 that of RFC 5952 ({@code 2001:db8::1}). */
    @Override
    public String toString() {
        return isV4() ? IpText.v4(bytes) : IpText.v6(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Ip ip && Arrays.equals(bytes, ip.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** IPv4 before IPv6, each by number. */
    @Override
    public int compareTo(Ip other) {
        int byLength = Integer.compare(bytes.length, other.bytes.length);
        return byLength != 0 ? byLength : Arrays.compareUnsigned(bytes, other.bytes);
    }
}
