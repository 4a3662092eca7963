package io.countersign.approvals.json;

import io.countersign.kernel.CanonicalJson;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reading stored JSON trees. */
public final class StoredJson {

    private StoredJson() {}

    /** A list of strings; anything else is empty. */
    public static List<String> strings(@Nullable Object value) {
        return value instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    /** A stored list of strings. */
    public static List<String> storedStrings(String json) {
        return strings(CanonicalJson.parse(json));
    }

    /** An object, or null. */
    @SuppressWarnings("unchecked")
    public static @Nullable Map<String, Object> object(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? (Map<String, Object>) map : null;
    }
}
