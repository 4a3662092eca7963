package io.countersign.sandbox.guard;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Guards of what looks for a field of a JSON object: the exceptions are those of the library, but they name the field and
 * those that are there.
 */
public final class JsonGuards {
    private static final int MOST_NAMES = 20;
    private static final String STRING = "string";
    private static final String NUMBER = "number";

    private JsonGuards() {}

    public static String getString(JsonObject object, String name) {
        return there(object, name, STRING, () -> object.getString(name));
    }

    public static int getInt(JsonObject object, String name) {
        return there(object, name, NUMBER, () -> object.getInt(name));
    }

    public static boolean getBoolean(JsonObject object, String name) {
        return there(object, name, "boolean", () -> object.getBoolean(name));
    }

    public static @Nullable JsonObject getJsonObject(JsonObject object, String name) {
        return perhaps(object, name, "object", () -> object.getJsonObject(name));
    }

    public static @Nullable JsonArray getJsonArray(JsonObject object, String name) {
        return perhaps(object, name, "array", () -> object.getJsonArray(name));
    }

    public static @Nullable JsonNumber getJsonNumber(JsonObject object, String name) {
        return perhaps(object, name, NUMBER, () -> object.getJsonNumber(name));
    }

    public static @Nullable JsonString getJsonString(JsonObject object, String name) {
        return perhaps(object, name, STRING, () -> object.getJsonString(name));
    }

    private static <T> T there(@Nullable JsonObject object, String name, String kind, Supplier<T> asked) {
        JsonObject asks = present(object, name);
        try {
            return asked.get();
        } catch (NullPointerException e) {
            throw name == null ? e : new NullPointerException(missing(asks, name, kind));
        } catch (ClassCastException e) {
            throw unlike(asks, name, kind);
        }
    }

    /** An object that is null may be one that was looked for and not found. */
    private static JsonObject present(@Nullable JsonObject object, String name) {
        if (object == null) {
            String missed = ScriptThread.current().missed();
            throw new NullPointerException(
                    "no JSON object to ask for \"" + name + "\"" + (missed == null ? ", but null" : ": " + missed));
        }
        return object;
    }

    /** What is not there is null: whoever goes on with it is told later what was looked for. */
    private static <T> @Nullable T perhaps(JsonObject object, String name, String kind, Supplier<@Nullable T> asked) {
        JsonObject asks = present(object, name);
        try {
            T found = asked.get();
            if (found == null) {
                ScriptThread.current().missed(missing(asks, name, kind));
            }
            return found;
        } catch (ClassCastException e) {
            throw unlike(asks, name, kind);
        }
    }

    private static String missing(JsonObject object, String name, String kind) {
        String names = object.keySet().stream().limit(MOST_NAMES).collect(Collectors.joining(", "));
        String has = object.isEmpty() ? "it is empty" : "it has: " + names;
        int more = object.size() - MOST_NAMES;
        return "the JSON object has no " + kind + " \"" + name + "\"; " + has
                + (more > 0 ? " and " + more + " more" : "");
    }

    private static ClassCastException unlike(JsonObject object, String name, String kind) {
        JsonValue value = object.get(name);
        String is = value == null
                ? "null"
                : switch (value.getValueType()) {
                    case STRING -> "a string";
                    case NUMBER -> "a number";
                    case TRUE, FALSE -> "a boolean";
                    case OBJECT -> "an object";
                    case ARRAY -> "an array";
                    case NULL -> "null";
                };
        return new ClassCastException("the JSON object has no " + kind + " \"" + name + "\": it is " + is);
    }
}
