package io.countersign.sandbox.run;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.ZoneId;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Copies what a script hands over into plain maps, lists, strings, numbers and booleans. Runs on the script's thread, under
 * its budget: the maps and collections may be the script's own and do as they like.
 */
public final class PlainCopy {
    /** The most digits that a number may have when it is written out. */
    public static final int MOST_DIGITS = 10_000;

    static final int DEEPEST = 32;
    private static final int LONGEST_PLACE = 120;

    /** What to do when a copy grows beyond its bytes. */
    interface TooLarge {
        void report();
    }

    private final Set<Object> open = Collections.newSetFromMap(new IdentityHashMap<>());
    private final long most;
    private final TooLarge tooLarge;
    private long bytes;

    PlainCopy(long most, TooLarge tooLarge) {
        this.most = most;
        this.tooLarge = tooLarge;
    }

    long bytes() {
        return bytes;
    }

    Map<String, Object> map(Map<?, ?> from, String where) {
        return copyMap(from, where, 1);
    }

    Object value(Object from, String where) {
        return copy(from, where, 1);
    }

    String text(String text) {
        count(text.length() + 2L);
        return text;
    }

    private void count(long more) {
        bytes += more;
        if (bytes > most) {
            tooLarge.report();
        }
    }

    private Object copy(Object from, String where, int depth) {
        count(2);
        if (from == null || from instanceof Boolean) {
            count(3);
            return from;
        }
        if (from instanceof String s) {
            return text(s);
        }
        if (from instanceof Character c) {
            return text(c.toString());
        }
        if (from instanceof Number n) {
            return number(n, where);
        }
        if (from instanceof JsonValue j) {
            refuseOwn(j, where);
            boolean structure = j instanceof JsonArray || j instanceof JsonObject;
            return structure ? nested(j, where, depth, () -> json(j, where, depth)) : json(j, where, depth);
        }
        if (from instanceof Enum<?> e) {
            return text(e.name());
        }
        if (isTime(from)) {
            return text(JsonTimes.text(from));
        }
        return copyNested(from, where, depth);
    }

    /** An implementation of the script's own could say one thing and be another. */
    private static void refuseOwn(JsonValue value, String where) {
        if (value.getClass().getClassLoader() instanceof ScriptLoader) {
            throw new NotPlain(where + " is a JsonValue of the script's own making; use jakarta.json.Json");
        }
    }

    private Object copyNested(Object from, String where, int depth) {
        if (from instanceof Map<?, ?> m) {
            return copyMap(m, where, depth);
        }
        if (from instanceof Collection<?> c) {
            return nested(c, where, depth, () -> {
                List<Object> out = new ArrayList<>();
                int i = 0;
                for (Object x : c) {
                    out.add(copy(x, in(where, "[" + i++ + "]"), depth + 1));
                }
                return out;
            });
        }
        if (from.getClass().isArray()) {
            return nested(from, where, depth, () -> array(from, where, depth));
        }
        if (from instanceof Record r) {
            return nested(r, where, depth, () -> record(r, where, depth));
        }
        return optional(from, where, depth);
    }

    private Object optional(Object from, String where, int depth) {
        if (from instanceof Optional<?> o) {
            return nested(o, where, depth, () -> copy(o.orElse(null), where, depth + 1));
        }
        if (from instanceof OptionalInt o) {
            return o.isPresent() ? o.getAsInt() : null;
        }
        if (from instanceof OptionalLong o) {
            return o.isPresent() ? o.getAsLong() : null;
        }
        if (from instanceof OptionalDouble o) {
            return o.isPresent() ? number(o.getAsDouble(), where) : null;
        }
        throw new NotPlain(where + " is a " + nameOf(from.getClass()) + ", which has no JSON form");
    }

    /** The place of a part; a place far inside is not worth a text of its own for each value. */
    private static String in(String where, String part) {
        // never a part of a key: half a secret is not masked
        return where.length() + (long) part.length() <= LONGEST_PLACE
                ? where + part
                : where.endsWith("...") ? where : where + "...";
    }

    private interface Part {
        Object make();
    }

    private Object nested(Object from, String where, int depth, Part part) {
        if (depth > DEEPEST) {
            throw new NotPlain(where + (where.endsWith("...") ? "" : "...") + " nests deeper than " + DEEPEST);
        }
        if (!open.add(from)) {
            throw new NotPlain(where + " contains itself");
        }
        Object made = part.make();
        open.remove(from);
        return made;
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> copyMap(Map<?, ?> from, String where, int depth) {
        return (Map<String, Object>) nested(from, where, depth, () -> {
            Map<String, Object> out = new LinkedHashMap<>();
            for (Map.Entry<?, ?> e : from.entrySet()) {
                if (!(e.getKey() instanceof String key)) {
                    throw new NotPlain(where + " has a key that is not a string");
                }
                text(key);
                out.put(key, copy(e.getValue(), in(where, "." + key), depth + 1));
            }
            return out;
        });
    }

    private Object array(Object from, String where, int depth) {
        int length = Array.getLength(from);
        List<Object> out = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            out.add(copy(Array.get(from, i), in(where, "[" + i + "]"), depth + 1));
        }
        return out;
    }

    private Object record(Record from, String where, int depth) {
        Map<String, Object> out = new LinkedHashMap<>();
        for (RecordComponent c : from.getClass().getRecordComponents()) {
            text(c.getName());
            out.put(c.getName(), copy(read(from, c.getAccessor()), in(where, "." + c.getName()), depth + 1));
        }
        return out;
    }

    private static Object read(Record from, Method accessor) {
        try {
            accessor.setAccessible(true);
            return accessor.invoke(from);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e.getCause() instanceof RuntimeException r ? r : new IllegalStateException(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private Object json(JsonValue from, String where, int depth) {
        return switch (from.getValueType()) {
            case NULL -> null;
            case TRUE -> true;
            case FALSE -> false;
            case STRING -> text(((JsonString) from).getString());
            case NUMBER -> jsonNumber((JsonNumber) from, where);
            case ARRAY -> {
                List<Object> out = new ArrayList<>();
                for (JsonValue v : (JsonArray) from) {
                    out.add(copy(v, in(where, "[" + out.size() + "]"), depth + 1));
                }
                yield out;
            }
            case OBJECT -> {
                Map<String, Object> out = new LinkedHashMap<>();
                for (Map.Entry<String, JsonValue> e : ((JsonObject) from).entrySet()) {
                    out.put(text(e.getKey()), copy(e.getValue(), in(where, "." + e.getKey()), depth + 1));
                }
                yield out;
            }
        };
    }

    private Object jsonNumber(JsonNumber from, String where) {
        BigDecimal exact = from.bigDecimalValue();
        if (exact.scale() == 0 && exact.precision() <= 18) {
            return number(exact.longValueExact(), where);
        }
        return number(exact, where);
    }

    private Object number(Number n, String where) {
        if (n instanceof Double || n instanceof Float) {
            if (!Double.isFinite(n.doubleValue())) {
                throw new NotPlain(where + " is " + n + ", which JSON does not have");
            }
            count(8);
            return n instanceof Float ? (Object) Double.valueOf(n.toString()) : n;
        }
        if (n instanceof BigInteger b) {
            count(b.bitLength() / 3L);
            refuseLong(b.bitLength() * 0.302, where);
            return b;
        }
        if (n instanceof BigDecimal d) {
            count(d.unscaledValue().bitLength() / 3L);
            refuseLong(Math.max(d.precision(), Math.abs((double) d.scale())), where);
            return d;
        }
        if (n instanceof Integer || n instanceof Long || n instanceof Short || n instanceof Byte) {
            count(6);
            return n instanceof Integer ? n : (Object) n.longValue();
        }
        throw new NotPlain(where + " is a number of an unknown kind");
    }

    private static void refuseLong(double digits, String where) {
        if (digits > MOST_DIGITS) {
            throw new NotPlain(where + " is a number with more than " + MOST_DIGITS + " digits");
        }
    }

    private static boolean isTime(Object from) {
        return from.getClass().getClassLoader() == null
                && (from instanceof TemporalAccessor || from instanceof TemporalAmount || from instanceof ZoneId);
    }

    static String nameOf(Class<?> type) {
        for (Class<?> c = type; c != null; c = c.getSuperclass()) {
            if (!c.getSimpleName().isEmpty() && !c.isHidden()) {
                return c.getSimpleName();
            }
        }
        return "object";
    }
}
