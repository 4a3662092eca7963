package io.countersign.workflows;

import io.countersign.kernel.FieldError;
import io.countersign.kernel.Refusal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a JSON object field by field and gathers every complaint; {@link #refuse()} then answers once for all. A field
 * that nobody asked for is a complaint as well.
 */
public final class JsonFields {
    private final Map<String, Object> given;
    private final String prefix;
    private final List<FieldError> errors;
    private final Set<String> asked = new HashSet<>();

    /** A form over a whole body. */
    public JsonFields(Map<String, Object> given) {
        this(given, "", new ArrayList<>());
    }

    private JsonFields(Map<String, Object> given, String prefix, List<FieldError> errors) {
        this.given = given;
        this.prefix = prefix;
        this.errors = errors;
    }

    JsonFields inner(Map<String, Object> fields, String path) {
        return new JsonFields(fields, path + ".", errors);
    }

    /** Whether the field is present, be it null. */
    public boolean has(String field) {
        asked.add(field);
        return given.containsKey(field);
    }

    /** Whether the field is present and null. */
    public boolean isNull(String field) {
        return has(field) && given.get(field) == null;
    }

    /** The field in normal form; null when absent, null or bad. */
    public <T> @Nullable T read(String field, FieldType<T> shape) {
        asked.add(field);
        Object value = given.get(field);
        return value == null ? null : shape.read(value, prefix + field, this);
    }

    /** The field, or a default when it is absent, null or bad. */
    public <T> T read(String field, FieldType<T> shape, T otherwise) {
        T value = read(field, shape);
        return value == null ? otherwise : value;
    }

    /** The field, which must be there. */
    public <T> @Nullable T need(String field, FieldType<T> shape) {
        asked.add(field);
        return given.get(field) == null ? bad(prefix + field, "is required") : read(field, shape);
    }

    /** Notes that a field is wrong; answers null so that a reader can return it. */
    public <T> @Nullable T bad(String field, String message) {
        errors.add(new FieldError(field, message));
        return null;
    }

    /** Notes that a field of this form is wrong, by its own name. */
    public void wrong(String field, String message) {
        errors.add(new FieldError(prefix + field, message));
    }

    /** Names that may be sent but mean nothing here are complained about with this message. */
    public void readOnly(Set<String> fields) {
        for (String field : fields) {
            if (given.containsKey(field) && asked.add(field)) {
                bad(prefix + field, "is read-only");
            }
        }
    }

    @Nullable
    Map<String, Object> fields(Object value, String path) {
        if (!(value instanceof Map<?, ?> map)) {
            return bad(path, "must be an object");
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        map.forEach((key, one) -> fields.put(String.valueOf(key), one));
        return fields;
    }

    void close() {
        given.keySet().stream()
                .filter(name -> !asked.contains(name))
                .forEach(name -> bad(prefix + name, "is not a field that is known here"));
    }

    /** Refuses (422) if anything was wrong, naming every field; call it last. */
    public void refuse() {
        close();
        if (!errors.isEmpty()) {
            throw Refusal.invalid(errors);
        }
    }
}
