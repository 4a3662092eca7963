package io.countersign.kernel;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the value of a field must be like. Reading gives the value in normal form, or null after telling the {@link JsonFields}
 * what is wrong, so that one answer names every bad field.
 */
@FunctionalInterface
public interface FieldType<T> {

    /** Reads a value that is not null; {@code path} names it in complaints. */
    @Nullable
    T read(Object value, String path, JsonFields fields);

    /** Text of any length, for what reads it to judge. */
    static FieldType<String> text() {
        return text(Integer.MAX_VALUE);
    }

    /** Text of at most so many {@linkplain Characters characters}, which may be empty. */
    static FieldType<String> text(int max) {
        return text(0, max);
    }

    /** Text of at most so many {@linkplain Characters characters}; blank is refused when {@code min} is above 0. */
    static FieldType<String> text(int min, int max) {
        return (value, path, fields) -> {
            if (!(value instanceof String text)) {
                return fields.bad(path, "must be a string");
            }
            if (min > 0 && text.isBlank()) {
                return fields.bad(path, "must not be blank");
            }
            int length = Characters.count(text);
            if (length < min) {
                return fields.bad(path, "must have at least " + min + " characters, has " + length);
            }
            if (length > max) {
                return fields.bad(path, "must have at most " + max + " characters, has " + length);
            }
            String flaw = StorableText.flaw(text);
            return flaw == null ? text : fields.bad(path, flaw);
        };
    }

    /** Text that matches a pattern; {@code what} says in words what is wanted. */
    static FieldType<String> pattern(Pattern pattern, String what) {
        return (value, path, fields) ->
                value instanceof String text && pattern.matcher(text).matches()
                        ? text
                        : fields.bad(path, "must be " + what);
    }

    /** True or false. */
    static FieldType<Boolean> flag() {
        return (value, path, fields) ->
                value instanceof Boolean flag ? flag : fields.bad(path, "must be true or false");
    }

    /** A whole number in a range. */
    static FieldType<Integer> integer(int min, int max) {
        return (value, path, fields) -> {
            Long whole = longNumber(min, max).read(value, path, fields);
            return whole == null ? null : Integer.valueOf(whole.intValue());
        };
    }

    /** A whole number in a wide range; it may be written with a fraction of zero. */
    static FieldType<Long> longNumber(long min, long max) {
        return (value, path, fields) -> {
            BigDecimal exact = exact(value);
            if (exact != null && within(exact, BigDecimal.valueOf(min), BigDecimal.valueOf(max))) {
                try {
                    return exact.longValueExact();
                } catch (ArithmeticException fraction) {
                    // falls through to the complaint
                }
            }
            return fields.bad(path, "must be a whole number from " + min + " to " + max);
        };
    }

    /** A number in a range, judged by all its digits. */
    static FieldType<Double> number(double min, double max) {
        return (value, path, fields) -> {
            BigDecimal exact = exact(value);
            return exact != null && within(exact, new BigDecimal(min), new BigDecimal(max))
                    ? Double.valueOf(exact.doubleValue())
                    : fields.bad(path, "must be a number from " + plain(min) + " to " + plain(max));
        };
    }

    /** One of some words, exactly. */
    static FieldType<String> oneOf(List<String> words) {
        return (value, path, fields) -> value instanceof String text && words.contains(text)
                ? text
                : fields.bad(path, "must be one of " + String.join(", ", words));
    }

    /** The wire name of an enum's constant. */
    static <E extends Enum<E>> FieldType<String> oneOf(E[] constants) {
        return oneOf(wireNames(constants));
    }

    /** The wire names of constants: each in lower case. */
    static List<String> wireNames(Enum<?>[] constants) {
        return Stream.<Enum<?>>of(constants).map(FieldType::wireName).toList();
    }

    /** An enum's constant, by its wire name. */
    static <E extends Enum<E>> FieldType<E> constant(E[] constants) {
        FieldType<String> name = oneOf(constants);
        return (value, path, fields) -> {
            String read = name.read(value, path, fields);
            return read == null
                    ? null
                    : Stream.of(constants)
                            .filter(one -> wireName(one).equals(read))
                            .findFirst()
                            .orElseThrow();
        };
    }

    /** An id in full. */
    static FieldType<UUID> uuid() {
        return text(TextForms::uuid, "must be a UUID");
    }

    /** A point in time with its offset. */
    static FieldType<Instant> time() {
        return text(TextForms::time, "must be an RFC 3339 time");
    }

    private static <T> FieldType<T> text(Function<String, @Nullable T> reader, String complaint) {
        return (value, path, fields) -> {
            T read = value instanceof String text ? reader.apply(text) : null;
            return read == null ? fields.bad(path, complaint) : read;
        };
    }

    /** A list without nulls; repeated elements count once. */
    static <E> FieldType<List<E>> listOf(FieldType<E> element, int max) {
        FieldType<List<E>> all = sequenceOf(element, 0, max);
        return (value, path, fields) -> {
            List<E> read = all.read(value, path, fields);
            return read == null ? null : List.copyOf(new LinkedHashSet<>(read));
        };
    }

    /** The same for a list of names: what is wrong with one of them is said once, of the list. */
    static <E> FieldType<List<E>> namesOf(FieldType<E> element, int max) {
        FieldType<List<E>> list = listOf(element, max);
        return (value, path, fields) -> {
            JsonFields apart = new JsonFields(Map.of(path, value));
            List<E> read = apart.read(path, list);
            if (apart.errors().isEmpty()) {
                return read;
            }
            FieldError first = apart.errors().get(0);
            return fields.bad(path, first.field().equals(path) ? first.message() : "one of them " + first.message());
        };
    }

    /** A list without nulls in which equal elements count each. */
    static <E> FieldType<List<E>> sequenceOf(FieldType<E> element, int min, int max) {
        return (value, path, fields) -> {
            if (!(value instanceof List<?> given)) {
                return fields.bad(path, "must be a list");
            }
            if (given.size() < min) {
                return fields.bad(path, "must have at least " + min + " elements, has " + given.size());
            }
            if (given.size() > max) {
                return fields.bad(path, "must have at most " + max + " elements, has " + given.size());
            }
            List<E> read = new ArrayList<>();
            for (int i = 0; i < given.size(); i++) {
                Object one = given.get(i);
                String at = path + "[" + i + "]";
                E ok = one == null ? fields.bad(at, "must not be null") : element.read(one, at, fields);
                if (ok != null) {
                    read.add(ok);
                }
            }
            return read;
        };
    }

    /** A JSON object whose fields are read in turn; one that is not asked for is refused. */
    static <T> FieldType<T> object(Function<JsonFields, @Nullable T> reader) {
        return (value, path, fields) -> {
            Map<String, Object> given = anyObject().read(value, path, fields);
            if (given == null) {
                return null;
            }
            JsonFields inner = fields.inner(given, path);
            T read = reader.apply(inner);
            inner.close();
            return read;
        };
    }

    /** Any JSON object, taken as it is. */
    static FieldType<Map<String, Object>> anyObject() {
        return (value, path, fields) -> {
            if (!(value instanceof Map<?, ?> map)) {
                return fields.bad(path, "must be an object");
            }
            Map<String, Object> given = new LinkedHashMap<>();
            map.forEach((key, one) -> given.put(String.valueOf(key), one));
            return given;
        };
    }

    /** Any JSON value but null, taken as it is. */
    static FieldType<Object> anything() {
        return (value, path, fields) -> value;
    }

    /** A JSON object with free names and values of one type. */
    static <T> FieldType<Map<String, T>> mapOf(FieldType<String> name, FieldType<T> element, int max) {
        return (value, path, fields) -> {
            Map<String, Object> given = anyObject().read(value, path, fields);
            if (given == null) {
                return null;
            }
            if (given.size() > max) {
                return fields.bad(path, "must have at most " + max + " fields, has " + given.size());
            }
            Map<String, T> read = new LinkedHashMap<>();
            given.forEach((key, one) -> {
                String at = path + "." + key;
                String goodName = name.read(key, at, fields);
                T ok = one == null ? fields.bad(at, "must not be null") : element.read(one, at, fields);
                if (goodName != null && ok != null) {
                    read.put(goodName, ok);
                }
            });
            return read;
        };
    }

    private static String wireName(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** A JSON number with all its digits; null for what is none. */
    private static @Nullable BigDecimal exact(Object value) {
        if (value instanceof BigDecimal exact) {
            return exact;
        }
        if (value instanceof BigInteger whole) {
            return new BigDecimal(whole);
        }
        if (value instanceof Long || value instanceof Integer || value instanceof Short || value instanceof Byte) {
            return BigDecimal.valueOf(((Number) value).longValue());
        }
        boolean binary = value instanceof Double || value instanceof Float;
        return binary && Double.isFinite(((Number) value).doubleValue())
                ? BigDecimal.valueOf(((Number) value).doubleValue())
                : null;
    }

    private static boolean within(BigDecimal value, BigDecimal min, BigDecimal max) {
        return value.compareTo(min) >= 0 && value.compareTo(max) <= 0;
    }

    private static String plain(double bound) {
        return new BigDecimal(bound).stripTrailingZeros().toPlainString();
    }
}
