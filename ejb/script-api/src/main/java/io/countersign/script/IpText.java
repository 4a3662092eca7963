package io.countersign.script;

import java.util.ArrayList;
import java.util.List;

/** Addresses from and to text. */
final class IpText {
    private static final int GROUPS = 8;

    private IpText() {}

    /** Null if it is none. */
    static byte[] v4(String text) {
        String[] parts = text.split("\\.", -1);
        byte[] bytes = new byte[4];
        if (parts.length != bytes.length) {
            return null;
        }
        for (int i = 0; i < bytes.length; i++) {
            int number = decimal(parts[i]);
            if (number < 0) {
                return null;
            }
            bytes[i] = (byte) number;
        }
        return bytes;
    }

    /** -1 if it is no number to 255, or one with a zero before it. */
    private static int decimal(String part) {
        if (part.isEmpty() || part.length() > 3 || part.length() > 1 && part.charAt(0) == '0') {
            return -1;
        }
        int number = 0;
        for (int i = 0; i < part.length(); i++) {
            char c = part.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            number = number * 10 + c - '0';
        }
        return number > 255 ? -1 : number;
    }

    /** Null if it is none. */
    static byte[] v6(String text) {
        int gap = text.indexOf("::");
        if (gap != text.lastIndexOf("::")) {
            return null;
        }
        List<Integer> before = new ArrayList<>();
        List<Integer> after = new ArrayList<>();
        boolean read = gap < 0
                ? groups(text, before, true)
                : groups(text.substring(0, gap), before, false) && groups(text.substring(gap + 2), after, true);
        int given = before.size() + after.size();
        if (!read || (gap < 0 ? given != GROUPS : given >= GROUPS)) {
            return null;
        }
        byte[] bytes = new byte[2 * GROUPS];
        for (int i = 0; i < before.size(); i++) {
            put(bytes, i, before.get(i));
        }
        for (int i = 0; i < after.size(); i++) {
            put(bytes, GROUPS - after.size() + i, after.get(i));
        }
        return bytes;
    }

    private static void put(byte[] bytes, int group, int value) {
        bytes[2 * group] = (byte) (value >> 8);
        bytes[2 * group + 1] = (byte) value;
    }

    /** Groups of hexadecimal digits; the last one may be an IPv4 address where the text ends. */
    private static boolean groups(String text, List<Integer> into, boolean last) {
        if (text.isEmpty()) {
            return true;
        }
        String[] parts = text.split(":", -1);
        if (parts.length > GROUPS) {
            return false;
        }
        for (int i = 0; i < parts.length; i++) {
            if (last && i == parts.length - 1 && parts[i].indexOf('.') >= 0) {
                byte[] v4 = v4(parts[i]);
                if (v4 == null) {
                    return false;
                }
                into.add((v4[0] & 0xff) << 8 | v4[1] & 0xff);
                into.add((v4[2] & 0xff) << 8 | v4[3] & 0xff);
            } else if (!parts[i].matches("[0-9a-fA-F]{1,4}")) {
                return false;
            } else {
                into.add(Integer.parseInt(parts[i], 16));
            }
        }
        return true;
    }

    static String v4(byte[] bytes) {
        return (bytes[0] & 0xff) + "." + (bytes[1] & 0xff) + "." + (bytes[2] & 0xff) + "." + (bytes[3] & 0xff);
    }

    /** As RFC 5952 has it: small letters, no leading zeros, the longest run of two or more zero groups left out, the first of equals. */
    static String v6(byte[] bytes) {
        int[] groups = new int[GROUPS];
        for (int i = 0; i < GROUPS; i++) {
            groups[i] = (bytes[2 * i] & 0xff) << 8 | bytes[2 * i + 1] & 0xff;
        }
        int from = -1;
        int length = 1;
        for (int i = 0; i < GROUPS; i++) {
            int end = i;
            while (end < GROUPS && groups[end] == 0) {
                end++;
            }
            if (end - i > length) {
                from = i;
                length = end - i;
            }
        }
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < GROUPS; i++) {
            if (i == from) {
                out.append("::");
                i += length - 1;
            } else {
                out.append(out.length() == 0 || out.charAt(out.length() - 1) == ':' ? "" : ":")
                        .append(Integer.toHexString(groups[i]));
            }
        }
        return out.toString();
    }

    static boolean sameBits(byte[] a, byte[] b, int bits) {
        for (int i = 0; i < bits; i++) {
            int mask = 0x80 >> i % 8;
            if ((a[i / 8] & mask) != (b[i / 8] & mask)) {
                return false;
            }
        }
        return true;
    }
}
