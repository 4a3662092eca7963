package io.countersign.web.mcp;

import io.countersign.kernel.FieldType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON schemas of arguments, in the words that every host of tools understands: no references, no alternatives of types. */
final class ArgumentSchema {

    private ArgumentSchema() {}

    static Map<String, Object> text(int min, int max, String meaning) {
        return of("string", meaning, Map.of("minLength", min, "maxLength", max));
    }

    static Map<String, Object> uuid(String meaning) {
        return of("string", meaning, Map.of("format", "uuid"));
    }

    static Map<String, Object> integer(int min, int max, String meaning) {
        return of("integer", meaning, Map.of("minimum", min, "maximum", max));
    }

    static Map<String, Object> fraction(String meaning) {
        return of("number", meaning, Map.of("minimum", 0, "maximum", 1));
    }

    static Map<String, Object> flag(String meaning) {
        return of("boolean", meaning, Map.of());
    }

    static Map<String, Object> oneOf(List<String> words, String meaning) {
        return of("string", meaning, Map.of("enum", words));
    }

    static Map<String, Object> oneOf(Enum<?>[] constants, String meaning) {
        return oneOf(FieldType.wireNames(constants), meaning);
    }

    /** @param element the schema of each element */
    static Map<String, Object> list(Map<String, Object> element, int max, String meaning) {
        return of("array", meaning, Map.of("items", element, "maxItems", max));
    }

    /** An object with any fields. */
    static Map<String, Object> anyObject(String meaning) {
        return of("object", meaning, Map.of("properties", Map.of(), "additionalProperties", true));
    }

    /** What an answer has for sure, beside whatever else it tells. */
    static Map<String, Object> answer(Map<String, Object> properties) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("properties", properties);
        schema.put("required", properties.keySet().stream().sorted().toList());
        schema.put("additionalProperties", true);
        return schema;
    }

    private static Map<String, Object> of(String type, String meaning, Map<String, Object> more) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", type);
        schema.put("description", meaning);
        schema.putAll(more);
        return schema;
    }
}
