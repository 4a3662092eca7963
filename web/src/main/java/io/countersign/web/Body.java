package io.countersign.web;

import io.countersign.kernel.JsonFields;
import java.util.Map;

/**
 * A JSON object that a caller sent; an absent body reads as an empty object.
 *
 * @param fields its fields: maps, lists, strings, numbers, booleans, nulls
 */
public record Body(Map<String, Object> fields) {

    /** How large any body may be. */
    public static final int MAX_BYTES = 1024 * 1024;

    /** Begins reading the fields. */
    public JsonFields form() {
        return new JsonFields(fields);
    }
}
