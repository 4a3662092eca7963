package io.countersign.sandbox.json;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes and reads JSON text of plain data. */
public final class SandboxJson {
    private static final JsonReaderFactory READERS = JsonProvider.provider().createReaderFactory(Map.of());

    private SandboxJson() {}

    /** The text of plain data. */
    public static String write(Object plain) {
        StringBuilder out = new StringBuilder();
        write(plain, out);
        return out.toString();
    }

    private static void write(Object plain, StringBuilder out) {
        if (plain == null || plain instanceof Boolean || plain instanceof Number) {
            out.append(plain);
        } else if (plain instanceof Map<?, ?> map) {
            writeMap(map, out);
        } else if (plain instanceof Collection<?> list) {
            writeList(list, out);
        } else {
            quote(plain.toString(), out);
        }
    }

    private static void writeMap(Map<?, ?> map, StringBuilder out) {
        char before = '{';
        for (Map.Entry<?, ?> e : map.entrySet()) {
            quote(String.valueOf(e.getKey()), out.append(before));
            write(e.getValue(), out.append(':'));
            before = ',';
        }
        out.append(before == '{' ? "{}" : "}");
    }

    private static void writeList(Collection<?> list, StringBuilder out) {
        out.append('[');
        for (Iterator<?> i = list.iterator(); i.hasNext(); ) {
            write(i.next(), out);
            out.append(i.hasNext() ? "," : "");
        }
        out.append(']');
    }

    private static void quote(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < 0x20
                            || c == 0x7f
                            || c == 0x2028
                            || c == 0x2029
                            || c == 0x85
                            || Character.isSurrogate(c) && alone(text, i)) {
                        out.append(String.format("\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    private static boolean alone(String text, int i) {
        char c = text.charAt(i);
        return Character.isHighSurrogate(c)
                ? i + 1 >= text.length() || !Character.isLowSurrogate(text.charAt(i + 1))
                : i == 0 || !Character.isHighSurrogate(text.charAt(i - 1));
    }

    /**
     * The plain data of a text.
     *
     * @throws IllegalArgumentException if it is not JSON
     */
    public static Object read(String text) {
        try (JsonReader reader = READERS.createReader(new StringReader(text))) {
            return plain(reader.readValue());
        } catch (RuntimeException e) {
            // the reader has an exception of its own for some, and none for what nests too deep
            throw new IllegalArgumentException("not JSON: " + e.getMessage(), e);
        }
    }

    private static Object plain(JsonValue value) {
        return switch (value.getValueType()) {
            case NULL -> null;
            case TRUE -> true;
            case FALSE -> false;
            case STRING -> ((JsonString) value).getString();
            case NUMBER -> number((JsonNumber) value);
            case ARRAY -> {
                List<Object> list = new ArrayList<>();
                ((JsonArray) value).forEach(v -> list.add(plain(v)));
                yield list;
            }
            case OBJECT -> {
                Map<String, Object> map = new LinkedHashMap<>();
                ((JsonObject) value).forEach((k, v) -> map.put(k, plain(v)));
                yield map;
            }
        };
    }

    private static Number number(JsonNumber value) {
        BigDecimal exact = value.bigDecimalValue();
        if (exact.scale() == 0) {
            return whole(exact);
        }
        double near = exact.doubleValue();
        if (!Double.isFinite(near)) {
            return exact;
        }
        BigDecimal written = new BigDecimal(Double.toString(near));
        if (written.compareTo(exact) != 0) {
            return exact;
        }
        // a double whose text is that of a whole number would come back as one
        return written.scale() == 0 ? whole(written) : (Number) near;
    }

    private static Number whole(BigDecimal exact) {
        BigInteger whole = exact.unscaledValue();
        return whole.bitLength() < 32
                ? (Number) whole.intValue()
                : whole.bitLength() < 64 ? (Number) whole.longValue() : whole;
    }

    /** Whether two plain values are equal as JSON: numbers by value, objects whatever their order. */
    public static boolean equal(Object a, Object b) {
        if (a instanceof Number x && b instanceof Number y) {
            return new BigDecimal(x.toString()).compareTo(new BigDecimal(y.toString())) == 0;
        }
        if (a instanceof Map<?, ?> x && b instanceof Map<?, ?> y) {
            return x.size() == y.size()
                    && x.entrySet().stream()
                            .allMatch(e -> y.containsKey(e.getKey()) && equal(e.getValue(), y.get(e.getKey())));
        }
        if (a instanceof List<?> x && b instanceof List<?> y) {
            return x.size() == y.size()
                    && java.util.stream.IntStream.range(0, x.size()).allMatch(i -> equal(x.get(i), y.get(i)));
        }
        return a == null ? b == null : a.equals(b);
    }
}
