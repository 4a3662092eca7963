package io.countersign.sandbox.secrets;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A text as somebody may read it: as it stands, or with percent signs, escapes, entities or line breaks taken out, or what its
 * base64 and hex digits say. Encoders differ in what they encode; whoever decodes reads the same from all of them. Knows of each
 * character where it stood.
 */
final class DecodedView {
    /** An encoding in an encoding is read, no more. */
    private static final int DEEPEST = 2;

    private static final int LONGEST_ENTITY = 12;

    private static final List<String> ENTITIES = List.of("amp", "lt", "gt", "quot", "apos");
    private static final String ENTITY_SIGNS = "&<>\"'";

    private final String text;
    private final int[] from;
    private final int[] to;

    DecodedView(String text, int[] from, int[] to) {
        this.text = text;
        this.from = from;
        this.to = to;
    }

    /** Shows all readings that differ, the text itself first; one after the other, for a text may be long. */
    static void of(String text, Consumer<DecodedView> reader) {
        show(new DecodedView(text, new int[0], new int[0]), 0, reader);
    }

    private static void show(DecodedView reading, int depth, Consumer<DecodedView> reader) {
        reader.accept(reading);
        for (Decoder decoder : Decoder.values()) {
            if (depth < DEEPEST && decoder.signs.chars().anyMatch(sign -> reading.text.indexOf(sign) >= 0)) {
                DecodedView next = new Making(reading, decoder).make();
                if (next.text.length() < reading.text.length() || decoder == Decoder.PLUS) {
                    // a form's space is a part of its percent signs, no encoding of its own
                    show(next, decoder == Decoder.PLUS ? depth : depth + 1, reader);
                }
            }
        }
        if (depth < DEEPEST) {
            showSaid(EncodedRuns.base64(reading), depth, reader);
            showSaid(EncodedRuns.hex(reading), depth, reader);
        }
    }

    private static void showSaid(@Nullable DecodedView said, int depth, Consumer<DecodedView> reader) {
        if (said != null) {
            show(said, depth + 1, reader);
        }
    }

    String text() {
        return text;
    }

    /** Where the character stood in the text that was read first. */
    int from(int at) {
        return from.length == 0 ? at : from[at];
    }

    /** Where that ended. */
    int to(int at) {
        return to.length == 0 ? at + 1 : to[at];
    }

    private enum Decoder {
        /** A form's space. */
        PLUS("+"),
        PERCENT("%"),
        JSON("\\"),
        /** Of HTML and XML. */
        ENTITY("&"),
        QUOTED_PRINTABLE("="),
        /** The lines of MIME's base64. */
        LINES("\r\n");

        private final String signs;

        Decoder(String signs) {
            this.signs = signs;
        }
    }

    private static final class Making {
        private final DecodedView last;
        private final String in;
        private final Decoder decoder;
        private final StringBuilder out;
        private final int[] from;
        private final int[] to;

        Making(DecodedView last, Decoder decoder) {
            this.last = last;
            this.in = last.text;
            this.decoder = decoder;
            this.out = new StringBuilder(in.length());
            this.from = new int[in.length()];
            this.to = new int[in.length()];
        }

        DecodedView make() {
            int at = 0;
            while (at < in.length()) {
                at += take(at);
            }
            return new DecodedView(out.toString(), Arrays.copyOf(from, out.length()), Arrays.copyOf(to, out.length()));
        }

        /** Reads what stands there; how many characters that were. */
        private int take(int at) {
            char c = in.charAt(at);
            if (decoder.signs.indexOf(c) < 0) {
                return put(c, at, 1);
            }
            return switch (decoder) {
                case PLUS -> put(' ', at, 1);
                case PERCENT -> percent(at);
                case JSON -> escape(at);
                case ENTITY -> entity(at);
                case QUOTED_PRINTABLE -> quoted(at);
                case LINES -> 1;
            };
        }

        private int put(char c, int at, int length) {
            from[out.length()] = last.from(at);
            to[out.length()] = last.to(at + length - 1);
            out.append(c);
            return length;
        }

        private int percent(int at) {
            return bytes(at, '%');
        }

        /** A line that goes on, or a byte. */
        private int quoted(int at) {
            if (in.startsWith("\r\n", at + 1)) {
                return 3;
            }
            return in.startsWith("\n", at + 1) ? 2 : bytes(at, '=');
        }

        /** A character whose bytes each stand as two digits behind a sign. */
        private int bytes(int at, char sign) {
            byte[] bytes = new byte[4];
            int n = 0;
            int wanted = 1;
            while (n < wanted && hex(at + 3 * n + 1, 2) >= 0 && in.charAt(at + 3 * n) == sign) {
                bytes[n] = (byte) hex(at + 3 * n + 1, 2);
                wanted = n == 0 ? length(bytes[0]) : wanted;
                n++;
            }
            String read = new String(bytes, 0, n, StandardCharsets.UTF_8);
            if (n == 0 || n < wanted || read.indexOf('\ufffd') >= 0) {
                return put(sign, at, 1);
            }
            for (int i = 0; i < read.length(); i++) {
                put(read.charAt(i), at, 3 * n);
            }
            return 3 * n;
        }

        private static int length(byte first) {
            int b = first & 0xff;
            return b < 0xc0 ? 1 : b < 0xe0 ? 2 : b < 0xf0 ? 3 : 4;
        }

        private int entity(int at) {
            int end = at + 1;
            while (end < in.length() && end - at < LONGEST_ENTITY && in.charAt(end) != ';') {
                end++;
            }
            if (end == in.length() || in.charAt(end) != ';') {
                return put('&', at, 1);
            }
            String name = in.substring(at + 1, end);
            int length = end + 1 - at;
            int known = ENTITIES.indexOf(name);
            if (known >= 0) {
                return put(ENTITY_SIGNS.charAt(known), at, length);
            }
            boolean hex = name.startsWith("#x") || name.startsWith("#X");
            String digits = hex ? name.substring(2) : name.startsWith("#") ? name.substring(1) : "";
            if (!digits.matches("[0-9A-Fa-f]{1,7}") || !hex && !digits.matches("[0-9]+")) {
                return put('&', at, 1);
            }
            int character = Integer.parseInt(digits, hex ? 16 : 10);
            if (!Character.isValidCodePoint(character)) {
                return put('&', at, 1);
            }
            for (char half : Character.toChars(character)) {
                put(half, at, length);
            }
            return length;
        }

        private int escape(int at) {
            char next = at + 1 < in.length() ? in.charAt(at + 1) : ' ';
            int plain = "\"\\/'nrtbf".indexOf(next);
            if (plain >= 0) {
                return put("\"\\/'\n\r\t\b\f".charAt(plain), at, 2);
            }
            int unit = next == 'u' ? hex(at + 2, 4) : -1;
            return unit >= 0 ? put((char) unit, at, 6) : put('\\', at, 1);
        }

        private int hex(int at, int digits) {
            int value = 0;
            for (int i = at; i < at + digits; i++) {
                int digit = i < in.length() ? Character.digit(in.charAt(i), 16) : -1;
                if (digit < 0) {
                    return -1;
                }
                value = value << 4 | digit;
            }
            return value;
        }
    }
}
