package io.countersign.sandbox.mocks;

import java.util.List;
import java.util.Map;

/** Reads the fields of a JSON object strictly: what is unknown or of another kind is refused by its path. */
public final class Fields {
    private final Map<String, Object> object;
    private final String path;

    private Fields(Map<String, Object> object, String path) {
        this.object = object;
        this.path = path;
    }

    /**
     * The fields of an object.
     *
     * @throws IllegalArgumentException if it is none, or has a field that is neither known nor begins with {@code x_}
     */
    @SuppressWarnings("unchecked")
    public static Fields of(Object value, String path, List<String> known) {
        if (!(value instanceof Map<?, ?> map)) {
            throw path.isEmpty()
                    ? new IllegalArgumentException("the case must be an object")
                    : UnusableFieldException.unlike(path, "an object");
        }
        for (Object name : map.keySet()) {
            if (!known.contains(name) && !name.toString().startsWith("x_")) {
                throw UnusableFieldException.unknown(join(path, name.toString()));
            }
        }
        return new Fields((Map<String, Object>) map, path);
    }

    private static String join(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    /** The path of a field, for messages. */
    public String path(String name) {
        return join(path, name);
    }

    /** Whether the field is there, null or not. */
    public boolean has(String name) {
        return object.containsKey(name);
    }

    /** The field as it is. */
    public Object raw(String name) {
        return object.get(name);
    }

    /** A text, or null. */
    public String text(String name) {
        Object value = object.get(name);
        if (value != null && !(value instanceof String)) {
            throw wrong(name, "a string");
        }
        return (String) value;
    }

    /** A whole number, or the fallback. */
    public long whole(String name, long fallback, long least, long most) {
        Object value = object.get(name);
        if (value == null) {
            return fallback;
        }
        if (!(value instanceof Integer || value instanceof Long)
                || ((Number) value).longValue() < least
                || ((Number) value).longValue() > most) {
            throw wrong(name, "a whole number from " + least + " to " + most);
        }
        return ((Number) value).longValue();
    }

    /** An object as it is, or null. */
    @SuppressWarnings("unchecked")
    public Map<String, Object> object(String name) {
        Object value = object.get(name);
        if (value != null && !(value instanceof Map<?, ?>)) {
            throw wrong(name, "an object");
        }
        return (Map<String, Object>) value;
    }

    /** An array as it is; empty if absent. */
    @SuppressWarnings("unchecked")
    public List<Object> list(String name) {
        Object value = object.get(name);
        if (value != null && !(value instanceof List<?>)) {
            throw wrong(name, "an array");
        }
        return value == null ? List.of() : (List<Object>) value;
    }

    /** Whether the text is that of a field in which {@code *} stands for any characters. */
    public static boolean matches(String field, String text) {
        return new Wildcard(field).matches(text);
    }

    /** The refusal of a field. */
    public IllegalArgumentException wrong(String name, String expected) {
        return UnusableFieldException.unlike(path(name), expected);
    }
}
