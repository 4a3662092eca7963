package io.countersign.sandbox.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a script is given: copies that nobody can change, all the way down, whoever made the originals. */
final class ReadOnly {
    private ReadOnly() {}

    static Map<String, Object> map(Map<String, Object> from) {
        Map<String, Object> copy = new LinkedHashMap<>(from.size() * 4 / 3 + 1);
        from.forEach((key, value) -> copy.put(key, value(value)));
        return Collections.unmodifiableMap(copy);
    }

    @SuppressWarnings("unchecked")
    private static @Nullable Object value(@Nullable Object from) {
        if (from instanceof Map<?, ?> map) {
            return map((Map<String, Object>) map);
        }
        if (from instanceof List<?> list) {
            List<Object> copy = new ArrayList<>(list.size());
            list.forEach(each -> copy.add(value(each)));
            return Collections.unmodifiableList(copy);
        }
        return from;
    }
}
