package io.countersign.kernel;

import jakarta.json.JsonValue;
import java.lang.reflect.Array;
import java.time.temporal.TemporalAccessor;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes one value in its canonical spelling. */
final class CanonicalWriter {

    private static final int MAX_DEPTH = 256;

    private final StringBuilder out;

    CanonicalWriter(StringBuilder out) {
        this.out = out;
    }

    void write(@Nullable Object value, int depth) {
        if (depth > MAX_DEPTH) {
            throw new IllegalArgumentException("nested deeper than " + MAX_DEPTH);
        }
        if (value == null || value instanceof Boolean) {
            out.append(value);
        } else if (value instanceof JsonValue json) {
            write(JsonTrees.plain(json), depth);
        } else if (value instanceof Number number) {
            out.append(CanonicalNumber.of(number));
        } else if (value instanceof Map<?, ?> map) {
            object(map, depth);
        } else if (value instanceof Iterable<?> items) {
            array(items.iterator(), depth);
        } else if (value.getClass().isArray()) {
            array(new Elements(value), depth);
        } else if (isText(value)) {
            string(value.toString());
        } else {
            throw new IllegalArgumentException(
                    "not a JSON value: " + value.getClass().getName());
        }
    }

    private static boolean isText(Object value) {
        return value instanceof CharSequence
                || value instanceof Character
                || value instanceof UUID
                || value instanceof Enum<?>
                || value instanceof TemporalAccessor;
    }

    private void object(Map<?, ?> map, int depth) {
        // strings compare by UTF-16 code units, which is the RFC's order
        Map<String, @Nullable Object> sorted = new TreeMap<>();
        map.forEach((key, value) -> {
            if (!(key instanceof CharSequence)) {
                throw new IllegalArgumentException("not a JSON key: " + key);
            }
            sorted.put(key.toString(), value);
        });
        out.append('{');
        String separator = "";
        for (Map.Entry<String, @Nullable Object> entry : sorted.entrySet()) {
            out.append(separator);
            string(entry.getKey());
            out.append(':');
            write(entry.getValue(), depth + 1);
            separator = ",";
        }
        out.append('}');
    }

    private void array(Iterator<? extends @Nullable Object> items, int depth) {
        out.append('[');
        String separator = "";
        while (items.hasNext()) {
            out.append(separator);
            write(items.next(), depth + 1);
            separator = ",";
        }
        out.append(']');
    }

    private void string(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                out.append(c).append(text.charAt(++i));
            } else {
                character(c);
            }
        }
        out.append('"');
    }

    private void character(char c) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\b' -> out.append("\\b");
            case '\t' -> out.append("\\t");
            case '\n' -> out.append("\\n");
            case '\f' -> out.append("\\f");
            case '\r' -> out.append("\\r");
            default -> {
                if (c < 0x20 || Character.isSurrogate(c)) {
                    out.append(String.format("\\u%04x", (int) c));
                } else {
                    out.append(c);
                }
            }
        }
    }

    /** The elements of an array of whatever type. */
    private static final class Elements implements Iterator<@Nullable Object> {
        private final Object array;
        private int next;

        Elements(Object array) {
            this.array = array;
        }

        @Override
        public boolean hasNext() {
            return next < Array.getLength(array);
        }

        @Override
        public @Nullable Object next() {
            if (!hasNext()) {
                throw new java.util.NoSuchElementException();
            }
            return Array.get(array, next++);
        }
    }
}
