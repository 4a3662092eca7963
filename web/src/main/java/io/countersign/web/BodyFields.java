package io.countersign.web;

import io.countersign.kernel.Characters;
import io.countersign.kernel.FieldError;
import io.countersign.kernel.Refusal;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of one JSON object and collects everything that is wrong with them: a wrong type, a missing field, a
 * field that nobody knows. Reading never throws; {@link #done} refuses once, naming them all.
 */
public final class BodyFields {

    private static final int MAX_TEXT = Body.MAX_BYTES;

    private final Map<String, ?> fields;
    private final String prefix;
    private final List<FieldError> errors;
    private final Set<String> known = new HashSet<>();

    /** Begins with the fields of a whole body. */
    public BodyFields(Map<String, ?> fields) {
        this(fields, "", new ArrayList<>());
    }

    private BodyFields(Map<String, ?> fields, String prefix, List<FieldError> errors) {
        this.fields = fields;
        this.prefix = prefix;
        this.errors = errors;
    }

    /** Whether the caller sent the field, be it null. */
    public boolean has(String field) {
        known.add(field);
        return fields.containsKey(field);
    }

    /** Whether the caller sent the field with a value. */
    public boolean filled(String field) {
        known.add(field);
        return fields.get(field) != null;
    }

    /** Says that a field is wrong. */
    public void error(String field, String message) {
        errors.add(new FieldError(prefix + field, message));
    }

    /** Refuses what is absent or null; several at once. */
    public BodyFields require(String... names) {
        for (String field : names) {
            if (!filled(field)) {
                error(field, fields.containsKey(field) ? "must not be null" : "is required");
            }
        }
        return this;
    }

    /** Refuses an explicit null where null means nothing; an absent field is fine. */
    public BodyFields notNull(String... names) {
        for (String field : names) {
            if (has(field) && fields.get(field) == null) {
                error(field, "must not be null");
            }
        }
        return this;
    }

    /** A text, or null when absent. */
    public @Nullable String text(String field) {
        return text(field, MAX_TEXT);
    }

    /** A text of at most so many characters, or null when absent. */
    public @Nullable String text(String field, int max) {
        return read(field, "must be a string", value -> {
            if (!(value instanceof String text)) {
                return null;
            }
            if (Characters.count(text) > max) {
                error(field, "must have at most " + max + " characters");
            }
            return text;
        });
    }

    /** A text that says something: required, and not only of blanks. */
    public String said(String field, int max) {
        require(field);
        String text = text(field, max);
        if (text != null && text.isBlank()) {
            error(field, "must not be blank");
        }
        return text == null ? "" : text;
    }

    /** One of the given words, or null when absent. */
    public @Nullable String word(String field, String... allowed) {
        String text = text(field);
        if (text != null && !List.of(allowed).contains(text)) {
            error(field, "must be one of " + String.join(", ", allowed));
            return null;
        }
        return text;
    }

    /** A whole number, or null when absent. */
    public @Nullable Integer integer(String field) {
        return read(field, "must be a whole number of at most 32 bits", value -> {
            if (value instanceof Integer whole) {
                return whole;
            }
            if (value instanceof Long || value instanceof BigInteger) {
                return null;
            }
            return value instanceof BigDecimal number ? wholeOrNull(number) : null;
        });
    }

    private static @Nullable Integer wholeOrNull(BigDecimal number) {
        // 1E9999999 must not be spelled out
        if (Math.abs((long) number.scale()) > 20) {
            return null;
        }
        try {
            return number.intValueExact();
        } catch (ArithmeticException e) {
            return null;
        }
    }

    /** A number, or null when absent. */
    public @Nullable Double number(String field) {
        return read(field, "must be a number", value -> {
            double number = value instanceof Number n ? n.doubleValue() : Double.NaN;
            return Double.isFinite(number) ? number : null;
        });
    }

    /** True or false, or null when absent. */
    public @Nullable Boolean flag(String field) {
        return read(field, "must be true or false", value -> value instanceof Boolean flag ? flag : null);
    }

    /** An id, or null when absent. */
    public @Nullable UUID uuid(String field) {
        return read(field, "must be a UUID", value -> value instanceof String text ? Ids.parse(text) : null);
    }

    /** A point in time, or null when absent. */
    public @Nullable Instant time(String field) {
        return read(field, "must be an RFC 3339 time", value -> value instanceof String text ? instant(text) : null);
    }

    static @Nullable Instant instant(String text) {
        try {
            Instant at = OffsetDateTime.parse(text).toInstant();
            int year = at.atOffset(java.time.ZoneOffset.UTC).getYear();
            return year >= 1 && year <= 9999 ? at : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** A list of texts, or null when absent. */
    public @Nullable List<String> texts(String field) {
        return read(field, "must be a list of strings", value -> {
            if (!(value instanceof List<?> list)) {
                return null;
            }
            List<String> texts = new ArrayList<>();
            for (Object item : list) {
                if (!(item instanceof String text)) {
                    return null;
                }
                texts.add(text);
            }
            return texts;
        });
    }

    /** A JSON object taken as it is, or null when absent. */
    public @Nullable Map<String, Object> object(String field) {
        return read(field, "must be an object", value -> value instanceof Map<?, ?> map ? typed(map) : null);
    }

    /** An object whose every value is a text, or null when absent. */
    public @Nullable Map<String, String> textMap(String field) {
        return read(field, "must be an object of strings", value -> {
            if (!(value instanceof Map<?, ?> map) || !map.values().stream().allMatch(String.class::isInstance)) {
                return null;
            }
            @SuppressWarnings("unchecked")
            Map<String, String> texts = (Map<String, String>) map;
            return texts;
        });
    }

    /** Reads a nested object with its own fields, all of which count. */
    public <T> @Nullable T nested(String field, Function<BodyFields, T> reader) {
        Map<String, Object> object = object(field);
        if (object == null) {
            return null;
        }
        BodyFields form = new BodyFields(object, prefix + field + ".", errors);
        T value = reader.apply(form);
        form.refuseUnknown();
        return value;
    }

    /** Reads a list of nested objects, or null when absent. */
    public <T> @Nullable List<T> nestedList(String field, Function<BodyFields, T> reader) {
        return read(field, "must be a list of objects", value -> {
            if (!(value instanceof List<?> list) || !list.stream().allMatch(Map.class::isInstance)) {
                return null;
            }
            List<T> read = new ArrayList<>();
            for (Object item : list) {
                BodyFields form =
                        new BodyFields(typed((Map<?, ?>) item), prefix + field + "[" + read.size() + "].", errors);
                read.add(reader.apply(form));
                form.refuseUnknown();
            }
            return read;
        });
    }

    /** Any JSON value, or null when absent. */
    public @Nullable Object any(String field) {
        known.add(field);
        return fields.get(field);
    }

    /**
     * Ends the reading.
     *
     * @throws Refusal VALIDATION_ERROR naming every field that is wrong or unknown
     */
    public void done() {
        refuseUnknown();
        if (!errors.isEmpty()) {
            throw Refusal.invalid(errors);
        }
    }

    private void refuseUnknown() {
        Set<String> unknown = new TreeSet<>(fields.keySet());
        unknown.removeAll(known);
        unknown.forEach(field -> error(field, "is not a known field"));
    }

    private <T> @Nullable T read(String field, String expected, Function<Object, @Nullable T> reader) {
        if (!filled(field)) {
            return null;
        }
        int before = errors.size();
        T value = reader.apply(fields.get(field));
        if (value == null && errors.size() == before) {
            error(field, expected);
        }
        return value;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> typed(Map<?, ?> map) {
        return (Map<String, Object>) map;
    }
}
