package io.countersign.execution;

import io.countersign.approvals.IndicatorValue;
import io.countersign.kernel.FieldType;
import io.countersign.kernel.JsonFields;
import io.countersign.workflows.IndicatorTypes;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Inputs that executions and dry runs have in common. */
public final class Inputs {
    /** Facts about the caller come from the key that calls, never from the body. */
    static final Set<String> NOT_THE_CALLERS = Set.of("trigger_type", "trigger_source", "requested_by");

    private static final FieldType<String> TYPE = FieldType.oneOf(IndicatorTypes.ALL);
    private static final FieldType<String> VALUE = FieldType.text(1, IndicatorValue.MAX_LENGTH);
    private static final FieldType<IndicatorInput> INDICATOR = FieldType.object(Inputs::wholeIndicator);

    private Inputs() {}

    /** Either the object {@code indicator}, or {@code indicator_type} with {@code indicator_value}. */
    static @Nullable IndicatorInput indicator(JsonFields form) {
        boolean flat = form.has("indicator_type") | form.has("indicator_value");
        if (flat && form.has("indicator")) {
            form.wrong("indicator", "cannot stand beside indicator_type and indicator_value");
            return null;
        }
        if (!flat) {
            return form.need("indicator", INDICATOR);
        }
        String type = form.need("indicator_type", TYPE);
        String value = form.need("indicator_value", VALUE);
        return type == null || value == null
                ? null
                : normal(type, value, null, Map.of(), flaw -> form.wrong("indicator_value", flaw));
    }

    /** What a form that has not refused must have found. */
    static IndicatorInput required(@Nullable IndicatorInput indicator) {
        if (indicator == null) {
            throw new IllegalStateException("a form without complaints lacks its indicator");
        }
        return indicator;
    }

    private static @Nullable IndicatorInput wholeIndicator(JsonFields form) {
        String type = form.need("type", TYPE);
        String value = form.need("value", VALUE);
        String malice = form.read("malice", FieldType.text(1, 100));
        Map<String, Object> enrichments = form.read("enrichments", FieldType.anyObject(), Map.of());
        return type == null || value == null
                ? null
                : normal(type, value, malice, enrichments, flaw -> form.wrong("value", flaw));
    }

    /** The value in its normal form; what was given is kept beside it. */
    private static @Nullable IndicatorInput normal(
            String type,
            String value,
            @Nullable String malice,
            Map<String, Object> enrichments,
            Consumer<String> wrong) {
        IndicatorValue read = IndicatorValue.read(type, value);
        if (read instanceof IndicatorValue.Flawed flawed) {
            wrong.accept(flawed.message());
            return null;
        }
        String meant = ((IndicatorValue.Normal) read).value();
        return new IndicatorInput(type, meant, malice, enrichments, meant.equals(value) ? null : value);
    }

    /** The indicator as JSON. */
    public static Map<String, Object> json(IndicatorInput indicator) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("type", indicator.type());
        json.put("value", indicator.value());
        json.put("malice", indicator.malice());
        json.put("enrichments", indicator.enrichments());
        if (indicator.original() != null) {
            json.put("original", indicator.original());
        }
        return json;
    }
}
