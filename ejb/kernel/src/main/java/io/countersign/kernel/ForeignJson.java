package io.countersign.kernel;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object in a shape that is another product's: parsed as strictly as a body, but read for the few fields that matter
 * here. What is absent or of another type is null; other fields are none of our business.
 */
public final class ForeignJson {

    private final Map<?, ?> fields;

    private ForeignJson(Map<?, ?> fields) {
        this.fields = fields;
    }

    /** The object in a text; empty when it holds none. */
    public static Optional<ForeignJson> read(String text) {
        try {
            return Optional.of(new ForeignJson(StrictJson.object("json", text)));
        } catch (Refusal unreadable) {
            return Optional.empty();
        }
    }

    /** The text at a path of field names; null when there is none. */
    public @Nullable String text(String... path) {
        return at(path) instanceof String text ? text : null;
    }

    /** Whether true stands at a path of field names. */
    public boolean isTrue(String... path) {
        return Boolean.TRUE.equals(at(path));
    }

    /** The object at a path of field names; null when there is none. */
    public @Nullable ForeignJson object(String... path) {
        return at(path) instanceof Map<?, ?> object ? new ForeignJson(object) : null;
    }

    /** The objects in the list at a path of field names; empty when there is no list. */
    public List<ForeignJson> objects(String... path) {
        return at(path) instanceof List<?> list
                ? list.stream()
                        .filter(Map.class::isInstance)
                        .map(one -> new ForeignJson((Map<?, ?>) one))
                        .toList()
                : List.of();
    }

    /** The same object as JSON. */
    public String write() {
        return CanonicalJson.of(fields);
    }

    private @Nullable Object at(String... path) {
        Object value = fields;
        for (String name : path) {
            value = value instanceof Map<?, ?> map ? map.get(name) : null;
        }
        return value;
    }
}
