package io.countersign.script;

import java.io.ByteArrayOutputStream;

/** Base32 of RFC 4648: the alphabet of one-time password keys. */
public final class Base32 {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private Base32() {}

    /** The text of these bytes, with padding. */
    public static String encode(byte[] bytes) {
        StringBuilder out = new StringBuilder((bytes.length + 4) / 5 * 8);
        int bits = 0;
        int held = 0;
        for (byte b : bytes) {
            held = held << 8 | b & 0xff;
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                out.append(ALPHABET.charAt(held >> bits & 31));
            }
            held &= (1 << bits) - 1;
        }
        if (bits > 0) {
            out.append(ALPHABET.charAt(held << 5 - bits & 31));
        }
        while (out.length() % 8 != 0) {
            out.append('=');
        }
        return out.toString();
    }

    /**
     * The bytes of this text, in capital or small letters, with or without padding; blanks and hyphens between groups are passed over.
     *
     * @throws IllegalArgumentException if a character is not of the alphabet; the message names its place
     */
    public static byte[] decode(String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(text.length() * 5 / 8 + 1);
        int bits = 0;
        int held = 0;
        boolean padded = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ' ' || c == '-' || c == '\n' || c == '\r' || c == '=') {
                padded |= c == '=';
                continue;
            }
            int value = c < 128 ? ALPHABET.indexOf(Character.toUpperCase(c)) : -1;
            if (value < 0 || padded) {
                throw new IllegalArgumentException("character " + (i + 1) + " is not base32");
            }
            held = held << 5 | value;
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                out.write(held >> bits);
                held &= (1 << bits) - 1;
            }
        }
        if (bits >= 5) {
            throw new IllegalArgumentException("the base32 text has a character too much or too few");
        }
        return out.toByteArray();
    }
}
