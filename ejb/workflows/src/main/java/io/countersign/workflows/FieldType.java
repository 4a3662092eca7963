package io.countersign.workflows;

import io.countersign.kernel.Characters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a JSON value must look like. Reading gives the value in normal form, or null after telling the {@link JsonFields} what
 * is wrong, so that one answer names every bad field.
 */
@FunctionalInterface
public interface FieldType<T> {
    /** Reads a value that is not null; {@code path} names it in complaints. */
    @Nullable
    T read(Object value, String path, JsonFields form);

    /** Text of at most so many characters, as people count them, without NUL; blank is refused when {@code min} is above 0. */
    static FieldType<String> text(int min, int max) {
        return (value, path, form) -> {
            if (!(value instanceof String text)) {
                return form.bad(path, "must be a text");
            }
            if (min > 0 && text.isBlank()) {
                return form.bad(path, "must not be empty");
            }
            int length = Characters.count(text);
            if (length < min || length > max) {
                return form.bad(path, "must have " + min + " to " + max + " characters, has " + length);
            }
            return text.indexOf('\0') >= 0 ? form.bad(path, "must not contain the NUL character") : text;
        };
    }

    /** Text that matches a pattern; {@code what} says in words what is wanted. */
    static FieldType<String> pattern(Pattern pattern, String what) {
        return (value, path, form) ->
                value instanceof String text && pattern.matcher(text).matches()
                        ? text
                        : form.bad(path, "must be " + what);
    }

    /** True or false. */
    static FieldType<Boolean> yesOrNo() {
        return (value, path, form) ->
                value instanceof Boolean answer ? answer : form.bad(path, "must be true or false");
    }

    /** A whole number in a range. */
    static FieldType<Integer> integer(int min, int max) {
        return (value, path, form) -> {
            Long number = longNumber(min, max).read(value, path, form);
            return number == null ? null : Integer.valueOf(number.intValue());
        };
    }

    /** A whole number in a wide range. */
    static FieldType<Long> longNumber(long min, long max) {
        return (value, path, form) -> {
            if (value instanceof Number number) {
                double wide = number.doubleValue();
                if (wide == Math.rint(wide) && wide >= min && wide <= max) {
                    return number.longValue();
                }
            }
            return form.bad(path, "must be a whole number from " + min + " to " + max);
        };
    }

    /** A number in a range. */
    static FieldType<Double> number(double min, double max) {
        return (value, path, form) ->
                value instanceof Number number && number.doubleValue() >= min && number.doubleValue() <= max
                        ? Double.valueOf(number.doubleValue())
                        : form.bad(path, "must be a number from " + min + " to " + max);
    }

    /** One of some words, exactly. */
    static FieldType<String> oneOf(List<String> words) {
        return (value, path, form) -> value instanceof String text && words.contains(text)
                ? text
                : form.bad(path, "must be one of " + String.join(", ", words));
    }

    /** The wire name of an enum's constant. */
    static <E extends Enum<E>> FieldType<String> oneOf(E[] constants) {
        return oneOf(
                Stream.of(constants).map(e -> e.name().toLowerCase(Locale.ROOT)).collect(Collectors.toList()));
    }

    /** A list without nulls; repeated elements count once. */
    static <E> FieldType<List<E>> listOf(FieldType<E> element, int max) {
        return (value, path, form) -> {
            if (!(value instanceof List<?> given)) {
                return form.bad(path, "must be a list");
            }
            if (given.size() > max) {
                return form.bad(path, "must have at most " + max + " elements");
            }
            List<E> read = new java.util.ArrayList<>();
            for (int i = 0; i < given.size(); i++) {
                Object one = given.get(i);
                E ok = one == null
                        ? form.bad(path + "[" + i + "]", "must not be null")
                        : element.read(one, path + "[" + i + "]", form);
                if (ok != null && !read.contains(ok)) {
                    read.add(ok);
                }
            }
            return read;
        };
    }

    /** A JSON object whose fields are read by a form of its own. */
    static <T> FieldType<T> object(Function<JsonFields, @Nullable T> reader) {
        return (value, path, form) -> {
            Map<String, Object> fields = form.fields(value, path);
            if (fields == null) {
                return null;
            }
            JsonFields inner = form.inner(fields, path);
            T read = reader.apply(inner);
            inner.close();
            return read;
        };
    }

    /** Any JSON object, taken as it is. */
    static FieldType<Map<String, Object>> anyObject() {
        return (value, path, form) -> form.fields(value, path);
    }

    /** A JSON object with free names and values of one shape. */
    static <T> FieldType<Map<String, T>> mapOf(FieldType<String> name, FieldType<T> element, int max) {
        return (value, path, form) -> {
            Map<String, Object> fields = form.fields(value, path);
            if (fields == null) {
                return null;
            }
            if (fields.size() > max) {
                return form.bad(path, "must have at most " + max + " fields");
            }
            Map<String, T> read = new LinkedHashMap<>();
            fields.forEach((key, one) -> {
                String at = path + "." + key;
                String goodName = name.read(key, at, form);
                T ok = one == null ? form.bad(at, "must not be null") : element.read(one, at, form);
                if (goodName != null && ok != null) {
                    read.put(goodName, ok);
                }
            });
            return read;
        };
    }
}
