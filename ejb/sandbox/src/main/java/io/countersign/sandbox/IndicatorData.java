package io.countersign.sandbox;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The indicator as the script will see it.
 *
 * @param type one of the contract's indicator types
 * @param value as the caller gave it
 * @param malice the verdict, null if none
 * @param enrichments JSON-like data
 */
public record IndicatorData(
        String type, String value, @Nullable String malice, Map<String, Object> enrichments) {

    /** An indicator without verdict and enrichments. */
    public static IndicatorData of(String type, String value) {
        return new IndicatorData(type, value, null, Map.of());
    }
}
