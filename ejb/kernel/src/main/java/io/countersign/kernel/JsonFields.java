package io.countersign.kernel;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of one JSON object that a caller sent, each as a {@link FieldType}, and collects everything that is wrong
 * with them: a wrong type, a missing field, a field that nobody asked for. Reading never throws; {@link #refuse} refuses once,
 * naming them all. REST bodies, arguments of tools, callbacks, definitions and policies are read by this class alone.
 */
public final class JsonFields {
    private final Map<String, ?> given;
    private final String prefix;
    private final List<FieldError> errors;
    private final Set<String> asked = new HashSet<>();

    /** Begins with the fields of a whole body. */
    public JsonFields(Map<String, ?> given) {
        this(given, "", new ArrayList<>());
    }

    private JsonFields(Map<String, ?> given, String prefix, List<FieldError> errors) {
        this.given = given;
        this.prefix = prefix;
        this.errors = errors;
    }

    /** The fields of an object within this one; what is wrong with them counts here. */
    JsonFields inner(Map<String, ?> fields, String path) {
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

    /** Whether the field is present with a value. */
    public boolean filled(String field) {
        return has(field) && given.get(field) != null;
    }

    /** The field in normal form; null when absent, null or bad. */
    public <T> @Nullable T read(String field, FieldType<T> type) {
        asked.add(field);
        Object value = given.get(field);
        return value == null ? null : type.read(value, prefix + field, this);
    }

    /** The field, or a default when it is absent, null or bad. */
    public <T> T read(String field, FieldType<T> type, T otherwise) {
        T value = read(field, type);
        return value == null ? otherwise : value;
    }

    /** The field, which must be there with a value; null when it is not, or bad. */
    public <T> @Nullable T need(String field, FieldType<T> type) {
        if (!filled(field)) {
            wrong(field, has(field) ? "must not be null" : "is required");
        }
        return read(field, type);
    }

    /** The field, which must be there with a value; a stand-in when it is not, or bad, for the time until {@link #refuse}. */
    public <T> T need(String field, FieldType<T> type, T standIn) {
        T value = need(field, type);
        return value == null ? standIn : value;
    }

    /** Refuses an explicit null where null means nothing; an absent field is fine. */
    public JsonFields notNull(String... names) {
        for (String field : names) {
            if (isNull(field)) {
                wrong(field, "must not be null");
            }
        }
        return this;
    }

    /** Notes that what stands at a path is wrong; answers null so that a {@link FieldType} can return it. */
    public <T> @Nullable T bad(String path, String message) {
        errors.add(new FieldError(path, message));
        return null;
    }

    /** Notes that a field of this object is wrong, by its own name. */
    public void wrong(String field, String message) {
        errors.add(new FieldError(prefix + field, message));
    }

    /** Fields that are shown and cannot be written are refused with words of their own. */
    public void readOnly(Set<String> fields) {
        for (String field : fields) {
            if (given.containsKey(field) && asked.add(field)) {
                wrong(field, "is read-only");
            }
        }
    }

    /** What is wrong so far. */
    public List<FieldError> errors() {
        return List.copyOf(errors);
    }

    /** Refuses the fields that nobody asked for. */
    void close() {
        Set<String> unknown = new TreeSet<>(given.keySet());
        unknown.removeAll(asked);
        unknown.forEach(field -> wrong(field, "is not a known field"));
    }

    /**
     * Ends the reading.
     *
     * @throws Refusal VALIDATION_ERROR naming every field that is wrong or unknown
     */
    public void refuse() {
        close();
        if (!errors.isEmpty()) {
            throw Refusal.invalid(errors);
        }
    }
}
