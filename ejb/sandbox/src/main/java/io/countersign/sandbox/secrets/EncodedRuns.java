package io.countersign.sandbox.secrets;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What the base64 and hex digits of a text say, as far as it is text itself. Bytes that no text has are left out: they are most
 * of what a file or a key decodes to, and nothing is to be found in them. Two bytes to a character are read as one.
 */
final class EncodedRuns {
    /** Fewer characters are no secret, nor the encoding of one. */
    private static final int SHORTEST = Masker.SHORTEST;
    /** Between the finds: in no secret that somebody typed, and no decoder takes it out. */
    private static final char BETWEEN = '\0';
    /** What may stand between two bytes in hex; the longer ones first. */
    private static final String[] SEPARATORS = {", 0x", ",0x", " 0x", "0x", "\\x", ", ", ",", ":", "-", " "};

    private final DecodedView last;
    private final String in;
    private final StringBuilder out = new StringBuilder();
    private int[] from = new int[64];
    private int[] to = new int[64];

    private EncodedRuns(DecodedView last) {
        this.last = last;
        this.in = last.text();
    }

    /** What base64 of either alphabet says; null if nothing. It may begin at any character of a longer row of such. */
    static @Nullable DecodedView base64(DecodedView last) {
        EncodedRuns runs = new EncodedRuns(last);
        int at = 0;
        while (at < runs.in.length()) {
            int end = at;
            while (end < runs.in.length() && sixBits(runs.in.charAt(end)) >= 0) {
                end++;
            }
            for (int skip = 0; skip < 4 && (end - at - skip) * 6 / 8 >= SHORTEST; skip++) {
                runs.base64(at + skip, end);
            }
            at = end + 1;
        }
        return runs.view();
    }

    /** What bytes of two hex digits each say, with or without something between them; null if nothing. */
    static @Nullable DecodedView hex(DecodedView last) {
        EncodedRuns runs = new EncodedRuns(last);
        // from each digit that none stands before, and from the one behind it: the row may begin with half a byte
        for (int at = 0; at < runs.in.length(); at++) {
            if (hexDigit(runs.in, at) >= 0 && hexDigit(runs.in, at - 1) < 0) {
                int end = runs.hex(at);
                runs.hex(at + 1);
                at = Math.max(at, end - 1);
            }
        }
        return runs.view();
    }

    private void base64(int start, int end) {
        Segment segment = new Segment((end - start) * 6 / 8);
        for (int i = 0; i < segment.bytes.length; i++) {
            int first = start + i * 8 / 6;
            int two = sixBits(in.charAt(first)) << 6 | sixBits(in.charAt(first + 1));
            segment.put((byte) (two >> 4 - i * 8 % 6), first, first + 1);
        }
        segment.show();
    }

    /** Where the row ends. */
    private int hex(int start) {
        int at = start;
        Segment segment = new Segment(8);
        while (hexDigit(in, at) >= 0 && hexDigit(in, at + 1) >= 0) {
            segment.put((byte) (hexDigit(in, at) << 4 | hexDigit(in, at + 1)), at, at + 1);
            at += 2;
            at += separator(at);
        }
        segment.show();
        return at;
    }

    private int separator(int at) {
        for (String one : SEPARATORS) {
            if (in.startsWith(one, at)
                    && hexDigit(in, at + one.length()) >= 0
                    && hexDigit(in, at + one.length() + 1) >= 0) {
                return one.length();
            }
        }
        return 0;
    }

    private @Nullable DecodedView view() {
        return out.length() == 0
                ? null
                : new DecodedView(out.toString(), Arrays.copyOf(from, out.length()), Arrays.copyOf(to, out.length()));
    }

    /** As many as there are to read: only a text that was made for it says more. */
    private void append(char c, int first, int end) {
        if (out.length() > in.length()) {
            return;
        }
        if (out.length() == from.length) {
            from = Arrays.copyOf(from, from.length * 2);
            to = Arrays.copyOf(to, to.length * 2);
        }
        from[out.length()] = last.from(first);
        to[out.length()] = last.to(end);
        out.append(c);
    }

    private static int sixBits(char c) {
        if (c >= 'A' && c <= 'Z') {
            return c - 'A';
        }
        if (c >= 'a' && c <= 'z') {
            return c - 'a' + 26;
        }
        if (c >= '0' && c <= '9') {
            return c - '0' + 52;
        }
        return c == '+' || c == '-' ? 62 : c == '/' || c == '_' ? 63 : -1;
    }

    private static int hexDigit(String text, int at) {
        char c = at >= 0 && at < text.length() ? text.charAt(at) : ' ';
        return c < 0x80 ? Character.digit(c, 16) : -1;
    }

    /** Bytes, and where each of them stood. */
    private final class Segment {
        private byte[] bytes;
        private int[] first;
        private int[] end;
        private int size;

        Segment(int capacity) {
            bytes = new byte[capacity];
            first = new int[capacity];
            end = new int[capacity];
        }

        /** A zero is half of a character of two bytes. */
        void put(byte b, int from, int to) {
            if (b == 0) {
                return;
            }
            if (size == bytes.length) {
                bytes = Arrays.copyOf(bytes, size * 2);
                first = Arrays.copyOf(first, size * 2);
                end = Arrays.copyOf(end, size * 2);
            }
            bytes[size] = b;
            first[size] = from;
            end[size] = to;
            size++;
        }

        /** The parts of it that are text. */
        void show() {
            int at = 0;
            while (at < size) {
                int until = at;
                for (int length = character(until); length > 0; length = character(until)) {
                    until += length;
                }
                if (until - at >= SHORTEST) {
                    show(at, until);
                }
                at = Math.max(until, at + 1);
            }
        }

        private void show(int at, int until) {
            for (int i = at; i < until; ) {
                int length = character(i);
                String one = new String(bytes, i, length, StandardCharsets.UTF_8);
                for (int half = 0; half < one.length(); half++) {
                    append(one.charAt(half), first[i], end[i + length - 1]);
                }
                i += length;
            }
            append(BETWEEN, first[until - 1], end[until - 1]);
        }

        /** How many bytes the character has that begins there; 0 if none does. */
        private int character(int at) {
            if (at >= size) {
                return 0;
            }
            int b = bytes[at] & 0xff;
            if (b < 0x80) {
                return b >= ' ' && b != 0x7f || b == '\n' || b == '\r' || b == '\t' ? 1 : 0;
            }
            int length = b < 0xc2 ? 0 : b < 0xe0 ? 2 : b < 0xf0 ? 3 : b < 0xf5 ? 4 : 0;
            for (int i = 1; i < length; i++) {
                if (at + i >= size || (bytes[at + i] & 0xc0) != 0x80) {
                    return 0;
                }
            }
            return length;
        }
    }
}
