package io.countersign.approvals;

import io.countersign.kernel.CanonicalJson;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reading stored JSON trees. */
final class StoredJson {

    private StoredJson() {}

    /** A list of strings; anything else is empty. */
    static List<String> strings(@Nullable Object value) {
        return value instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    /** A stored list of strings. */
    static List<String> storedStrings(String json) {
        return strings(CanonicalJson.parse(json));
    }

    /** An object, or null. */
    @SuppressWarnings("unchecked")
    static @Nullable Map<String, Object> object(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? (Map<String, Object>) map : null;
    }
}
