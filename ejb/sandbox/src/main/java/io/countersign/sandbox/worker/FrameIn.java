package io.countersign.sandbox.worker;

import io.countersign.sandbox.run.PlainCopy;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A frame that arrived; every value is checked against what is left of it, every count against what could fit. */
final class FrameIn {
    static final int LARGEST = 32 << 20;
    private static final int DEEPEST = 48;
    private static final int LONGEST_GIVEN = 400_000;
    /** Twice what the largest result can hold: each value of it counts at least two bytes. */
    private static final int MOST_VALUES = 1 << 21;

    private final FrameType type;
    private final byte[] bytes;
    private int at = 1;
    private int values;

    private FrameIn(FrameType type, byte[] bytes) {
        this.type = type;
        this.bytes = bytes;
    }

    /**
     * Waits for a frame.
     *
     * @throws EOFException if the other side is gone
     * @throws WireException if it is not a frame
     */
    static FrameIn read(InputStream in) throws IOException {
        byte[] head = in.readNBytes(4);
        if (head.length < 4) {
            throw new EOFException("the other side is gone");
        }
        int length = (head[0] & 0xff) << 24 | (head[1] & 0xff) << 16 | (head[2] & 0xff) << 8 | head[3] & 0xff;
        if (length < 1 || length > LARGEST) {
            throw new WireException("a frame of " + length + " bytes");
        }
        byte[] body = in.readNBytes(length);
        if (body.length < length) {
            throw new EOFException("the other side is gone");
        }
        return new FrameIn(FrameType.of(body[0]), body);
    }

    FrameType type() {
        return type;
    }

    /** The frame was read to its end. */
    void end() throws WireException {
        if (at != bytes.length) {
            throw new WireException("a frame " + type + " with more in it than it should");
        }
    }

    private void need(int count) throws WireException {
        if (count < 0 || bytes.length - at < count) {
            throw new WireException("a frame " + type + " that ends too soon");
        }
    }

    long number() throws WireException {
        need(8);
        long value = 0;
        for (int i = 0; i < 8; i++) {
            value = value << 8 | bytes[at++] & 0xff;
        }
        return value;
    }

    int small() throws WireException {
        need(4);
        int value = 0;
        for (int i = 0; i < 4; i++) {
            value = value << 8 | bytes[at++] & 0xff;
        }
        return value;
    }

    boolean flag() throws WireException {
        need(1);
        byte b = bytes[at++];
        if (b != 0 && b != 1) {
            throw new WireException("a flag that is neither");
        }
        return b == 1;
    }

    /** A count of things of which each takes at least so many bytes. */
    int count(int each) throws WireException {
        int count = small();
        if (count < 0 || count > (bytes.length - at) / each) {
            throw new WireException("a count that cannot be");
        }
        return count;
    }

    byte[] blob() throws WireException {
        int length = small();
        need(length);
        byte[] value = java.util.Arrays.copyOfRange(bytes, at, at + length);
        at += length;
        return value;
    }

    String text() throws WireException {
        int length = small();
        need(length);
        String value = new String(bytes, at, length, StandardCharsets.UTF_8);
        at += length;
        return value;
    }

    String maybe() throws WireException {
        return flag() ? text() : null;
    }

    @SuppressWarnings("unchecked")
    Map<String, Object> plainMap() throws WireException {
        Object value = plain(0);
        if (!(value instanceof Map<?, ?>)) {
            throw new WireException("data that are no map");
        }
        return (Map<String, Object>) value;
    }

    Object plain() throws WireException {
        return plain(0);
    }

    private Object plain(int depth) throws WireException {
        if (depth > DEEPEST) {
            throw new WireException("data that nest too deep");
        }
        if (++values > MOST_VALUES) {
            throw new WireException("data of too many values");
        }
        need(1);
        char tag = (char) bytes[at++];
        return switch (tag) {
            case 'N' -> null;
            case 'T' -> true;
            case 'F' -> false;
            case 'I' -> small();
            case 'L' -> number();
            case 'D' -> finite(Double.longBitsToDouble(number()));
            case 'W' -> whole(text(), mostDigits());
            case 'B' -> exact(text(), mostDigits());
            case 'S' -> text();
            case 'M' -> map(depth);
            case 'A' -> list(depth);
            default -> throw new WireException("data of an unknown kind");
        };
    }

    private static Double finite(double value) throws WireException {
        if (!Double.isFinite(value)) {
            throw new WireException("a number that is none");
        }
        return value;
    }

    /** What the host sends to a worker is the caller's own data and may be larger. */
    private int mostDigits() {
        return type == FrameType.RUN ? LONGEST_GIVEN : PlainCopy.MOST_DIGITS;
    }

    private static BigInteger whole(String text, int most) throws WireException {
        if (text.length() > most + 20 || !text.matches("-?[0-9]+")) {
            throw new WireException("a whole number that is none, or too long");
        }
        return new BigInteger(text);
    }

    /** A short text can name a number that would fill the memory of whoever writes it out. */
    private static BigDecimal exact(String text, int most) throws WireException {
        if (text.length() > most + 20) {
            throw new WireException("a number with too many digits");
        }
        try {
            BigDecimal number = new BigDecimal(text);
            if (Math.abs((long) number.scale()) > most && most < LONGEST_GIVEN) {
                throw new WireException("a number that is too large or too small");
            }
            return number;
        } catch (NumberFormatException e) {
            throw new WireException("a number that is none");
        }
    }

    private Map<String, Object> map(int depth) throws WireException {
        int count = count(5);
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            map.put(text(), plain(depth + 1));
        }
        return map;
    }

    private List<Object> list(int depth) throws WireException {
        int count = count(1);
        List<Object> list = new ArrayList<>(Math.min(count, 1_024));
        for (int i = 0; i < count; i++) {
            list.add(plain(depth + 1));
        }
        return list;
    }
}
