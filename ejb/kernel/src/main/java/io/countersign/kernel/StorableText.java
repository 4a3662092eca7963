package io.countersign.kernel;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Text that every part of the product can store: no NUL, no half of a surrogate pair. */
public final class StorableText {

    private StorableText() {}

    /** Why a text cannot be kept, or null when it can. */
    public static @Nullable String flaw(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                return "must not hold the character U+0000";
            }
            if (Character.isSurrogate(c)) {
                boolean pair = Character.isHighSurrogate(c)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1));
                if (!pair) {
                    return "must not hold half of a surrogate pair";
                }
                i++;
            }
        }
        return null;
    }

    /**
     * Refuses a tree of JSON values with a text in it, key or value, that cannot be kept; names where.
     *
     * @param path the name of the value itself; empty for a whole body
     */
    public static void require(String path, @Nullable Object value) {
        List<FieldError> errors = new ArrayList<>();
        walk(value, path, errors);
        if (!errors.isEmpty()) {
            throw Refusal.invalid(errors);
        }
    }

    private static void walk(@Nullable Object value, String path, List<FieldError> errors) {
        if (value instanceof String text) {
            String flaw = flaw(text);
            if (flaw != null) {
                errors.add(new FieldError(path, flaw));
            }
        } else if (value instanceof Map<?, ?> object) {
            object(object, path.isEmpty() ? "" : path + ".", errors);
        } else if (value instanceof Collection<?> list) {
            int i = 0;
            for (Object item : list) {
                walk(item, path + "[" + i++ + "]", errors);
            }
        }
    }

    private static void object(Map<?, ?> object, String prefix, List<FieldError> errors) {
        object.forEach((key, value) -> {
            String name = String.valueOf(key);
            String flaw = flaw(name);
            if (flaw != null) {
                errors.add(new FieldError(prefix + name.replaceAll("[^\\x20-\\x7e]", "?"), "its name " + flaw));
            }
            walk(value, prefix + name, errors);
        });
    }
}
