package io.countersign.sandbox.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;

/** Addresses as people and attackers write them. */
final class Addresses {
    /** What an address is good for. */
    enum Reach {
        PUBLIC,
        PRIVATE,
        LOOPBACK,
        /** Link-local, metadata, multicast, unspecified and reserved: never without being listed. */
        SPECIAL
    }

    private Addresses() {}

    /** The address of a literal in any spelling that inet_aton or RFC 4291 know; empty if it is a name. */
    static Optional<byte[]> literal(String host) {
        if (host.startsWith("[") && host.endsWith("]")) {
            return Optional.of(v6(host.substring(1, host.length() - 1)));
        }
        return host.indexOf(':') >= 0 ? Optional.of(v6(host)) : v4(host);
    }

    /** Whether it is written the one usual way. */
    static boolean plain(String host) {
        return host.startsWith("[") || host.matches("(0|[1-9]\\d{0,2})(\\.(0|[1-9]\\d{0,2})){3}");
    }

    private static Optional<byte[]> v4(String host) {
        String[] parts = host.split("\\.", -1);
        String last = parts[parts.length - 1];
        boolean numeric = last.matches("\\d+|0[xX][0-9a-fA-F]*");
        if (!numeric) {
            return Optional.empty();
        }
        if (parts.length > 4) {
            throw new IllegalArgumentException("address " + host + " has too many parts");
        }
        long value = 0;
        for (int i = 0; i < parts.length; i++) {
            long part = number(parts[i], host);
            boolean tail = i == parts.length - 1;
            long most = tail ? (1L << 8 * (5 - parts.length)) - 1 : 255;
            if (part > most) {
                throw new IllegalArgumentException("address " + host + " is out of range");
            }
            value = tail ? (value << 8 * (5 - parts.length)) | part : value << 8 | part;
        }
        return Optional.of(
                new byte[] {(byte) (value >>> 24), (byte) (value >>> 16), (byte) (value >>> 8), (byte) value});
    }

    private static long number(String part, String host) {
        try {
            if (part.startsWith("0x") || part.startsWith("0X")) {
                return part.length() == 2 ? 0 : Long.parseLong(part.substring(2), 16);
            }
            return part.length() > 1 && part.startsWith("0") ? Long.parseLong(part, 8) : Long.parseLong(part);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("address " + host + " is not a number");
        }
    }

    private static byte[] v6(String text) {
        if (text.indexOf('%') >= 0) {
            throw new IllegalArgumentException("address " + text + " has a zone");
        }
        if (!text.matches("[0-9a-fA-F:.]+") || text.indexOf(':') < 0) {
            throw new IllegalArgumentException("address " + text + " is not an IPv6 address");
        }
        try {
            byte[] bytes = InetAddress.getByName("[" + text + "]").getAddress();
            return bytes.length == 4 ? mapped(bytes) : bytes;
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("address " + text + " is not an IPv6 address", e);
        }
    }

    private static byte[] mapped(byte[] v4) {
        byte[] v6 = new byte[16];
        v6[10] = -1;
        v6[11] = -1;
        System.arraycopy(v4, 0, v6, 12, 4);
        return v6;
    }

    /** What the address is good for; an IPv6 address that carries an IPv4 one is as good as that. */
    static Reach reach(byte[] address) {
        if (address.length == 4) {
            return reach4(address);
        }
        byte[] inner = carried(address);
        if (inner != null) {
            return reach4(inner);
        }
        int first = address[0] & 0xff;
        int second = address[1] & 0xff;
        if (isZero(address, 0, 15)) {
            return address[15] == 1 ? Reach.LOOPBACK : Reach.SPECIAL;
        }
        if ((first & 0xfe) == 0xfc) {
            boolean metadata = first == 0xfd && second == 0 && address[2] == 0x0e && (address[3] & 0xff) == 0xc2;
            return metadata ? Reach.SPECIAL : Reach.PRIVATE;
        }
        boolean local = first == 0xfe && second >= 0x80;
        boolean discarded = first == 0x01 && second == 0;
        return local || discarded || first == 0xff || first == 0 ? Reach.SPECIAL : Reach.PUBLIC;
    }

    /** The IPv4 address inside of a mapped, compatible, NAT64, 6to4 or Teredo address. */
    private static byte[] carried(byte[] a) {
        boolean mapped = isZero(a, 0, 10) && a[10] == -1 && a[11] == -1;
        boolean compatible = isZero(a, 0, 12) && !(isZero(a, 12, 15));
        boolean translated = isZero(a, 0, 8) && a[8] == -1 && a[9] == -1 && a[10] == 0 && a[11] == 0;
        boolean nat64 = a[0] == 0 && a[1] == 0x64 && (a[2] & 0xff) == 0xff && (a[3] & 0xff) == 0x9b;
        if (mapped || compatible || translated || nat64) {
            return Arrays.copyOfRange(a, 12, 16);
        }
        if (a[0] == 0x20 && a[1] == 0x02) {
            return Arrays.copyOfRange(a, 2, 6);
        }
        if (a[0] == 0x20 && a[1] == 0x01 && a[2] == 0 && a[3] == 0) {
            return new byte[] {(byte) ~a[12], (byte) ~a[13], (byte) ~a[14], (byte) ~a[15]};
        }
        return null;
    }

    private static boolean isZero(byte[] a, int from, int to) {
        for (int i = from; i < to; i++) {
            if (a[i] != 0) {
                return false;
            }
        }
        return true;
    }

    private static Reach reach4(byte[] a) {
        int x = a[0] & 0xff;
        int y = a[1] & 0xff;
        int z = a[2] & 0xff;
        if (x == 127) {
            return Reach.LOOPBACK;
        }
        boolean metadata = x == 169 && y == 254
                || x == 100 && y == 100 && z == 100
                || x == 192 && y == 0 && z == 0
                || x == 168 && y == 63 && z == 129 && (a[3] & 0xff) == 16;
        if (x == 0 || x >= 224 || metadata || x == 198 && (y == 18 || y == 19)) {
            return Reach.SPECIAL;
        }
        boolean closed =
                x == 10 || x == 172 && y >= 16 && y <= 31 || x == 192 && y == 168 || x == 100 && y >= 64 && y <= 127;
        return closed ? Reach.PRIVATE : Reach.PUBLIC;
    }
}
