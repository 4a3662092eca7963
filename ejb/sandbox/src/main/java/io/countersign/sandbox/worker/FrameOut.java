package io.countersign.sandbox.worker;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** A frame being written: type, then values, each as simple as can be. */
final class FrameOut {
    private byte[] bytes = new byte[512];
    private int size = 5;

    FrameOut(FrameType type) {
        bytes[4] = (byte) type.ordinal();
    }

    private void room(int more) {
        if (bytes.length - size < more) {
            bytes = java.util.Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }

    FrameOut number(long value) {
        room(8);
        for (int shift = 56; shift >= 0; shift -= 8) {
            bytes[size++] = (byte) (value >>> shift);
        }
        return this;
    }

    FrameOut flag(boolean value) {
        room(1);
        bytes[size++] = (byte) (value ? 1 : 0);
        return this;
    }

    FrameOut small(int value) {
        room(4);
        for (int shift = 24; shift >= 0; shift -= 8) {
            bytes[size++] = (byte) (value >>> shift);
        }
        return this;
    }

    FrameOut blob(byte[] value) {
        small(value.length);
        room(value.length);
        System.arraycopy(value, 0, bytes, size, value.length);
        size += value.length;
        return this;
    }

    FrameOut text(String value) {
        return blob(value.getBytes(StandardCharsets.UTF_8));
    }

    FrameOut maybe(String value) {
        flag(value != null);
        return value == null ? this : text(value);
    }

    /** Plain data. */
    FrameOut plain(Object value) {
        if (value == null) {
            return tag('N');
        } else if (value instanceof Boolean b) {
            return tag(b ? 'T' : 'F');
        } else if (value instanceof Integer i) {
            return tag('I').small(i);
        } else if (value instanceof Double d) {
            return tag('D').number(Double.doubleToRawLongBits(d));
        } else if (value instanceof BigInteger || value instanceof BigDecimal) {
            return tag(value instanceof BigInteger ? 'W' : 'B').text(value.toString());
        } else if (value instanceof Number n) {
            return tag('L').number(n.longValue());
        } else if (value instanceof Map<?, ?> m) {
            tag('M').small(m.size());
            m.forEach((k, v) -> text((String) k).plain(v));
            return this;
        } else if (value instanceof List<?> l) {
            tag('A').small(l.size());
            l.forEach(this::plain);
            return this;
        }
        return tag('S').text(value.toString());
    }

    FrameOut tag(char tag) {
        room(1);
        bytes[size++] = (byte) tag;
        return this;
    }

    void writeTo(OutputStream out) throws IOException {
        int length = size - 4;
        for (int i = 0; i < 4; i++) {
            bytes[i] = (byte) (length >>> 24 - 8 * i);
        }
        out.write(bytes, 0, size);
        out.flush();
    }
}
