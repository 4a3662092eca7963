package io.countersign.kernel;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** From jakarta.json values to plain trees. */
final class JsonTrees {

    private JsonTrees() {}

    static @Nullable Object plain(JsonValue value) {
        return switch (value.getValueType()) {
            case OBJECT -> map((JsonObject) value);
            case ARRAY -> list((JsonArray) value);
            case STRING -> ((JsonString) value).getString();
            case NUMBER -> number(((JsonNumber) value).bigDecimalValue());
            case TRUE -> true;
            case FALSE -> false;
            case NULL -> null;
        };
    }

    private static Map<String, @Nullable Object> map(JsonObject object) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        object.forEach((key, value) -> map.put(key, plain(value)));
        return map;
    }

    private static List<@Nullable Object> list(JsonArray array) {
        List<@Nullable Object> list = new ArrayList<>(array.size());
        array.forEach(value -> list.add(plain(value)));
        return list;
    }

    /** A number in its plain type: Long where whole and small enough, else BigInteger or BigDecimal. */
    static Number number(BigDecimal exact) {
        if (exact.scale() != 0) {
            return exact;
        }
        BigInteger whole = exact.unscaledValue();
        return whole.bitLength() < Long.SIZE ? (Number) whole.longValue() : whole;
    }
}
