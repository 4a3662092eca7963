package io.countersign.sandbox;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One run to be.
 *
 * @param source the whole compilation unit
 * @param runId what {@code ctx.runId()} answers
 * @param indicator what it acts on
 * @param alert JSON-like data, null if there is no alert
 * @param parameters JSON-like data
 * @param secrets name to value, only those that the workflow was granted
 * @param integrations names of the configured ones
 * @param limits the budgets; brought under {@link Limits#MAXIMUM}
 * @param cancel cancels the run
 * @param time how time passes for it
 */
public record RunSpec(
        String source,
        String runId,
        IndicatorData indicator,
        @Nullable Map<String, Object> alert,
        Map<String, Object> parameters,
        Map<String, String> secrets,
        Set<String> integrations,
        Limits limits,
        CancelToken cancel,
        RunTime time) {

    public RunSpec {
        alert = alert == null ? null : Collections.unmodifiableMap(new LinkedHashMap<>(alert));
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        secrets = Map.copyOf(secrets);
        integrations = Set.copyOf(integrations);
    }

    /** A run in real time. */
    public RunSpec(
            String source,
            String runId,
            IndicatorData indicator,
            @Nullable Map<String, Object> alert,
            Map<String, Object> parameters,
            Map<String, String> secrets,
            Set<String> integrations,
            Limits limits,
            CancelToken cancel) {
        this(source, runId, indicator, alert, parameters, secrets, integrations, limits, cancel, RunTime.REAL);
    }

    /** The same run in another time. */
    public RunSpec in(RunTime other) {
        return new RunSpec(source, runId, indicator, alert, parameters, secrets, integrations, limits, cancel, other);
    }

    /** A run with nothing but a source and an indicator, under default limits. */
    public static RunSpec of(String source, String runId, IndicatorData indicator) {
        return new RunSpec(
                source, runId, indicator, null, Map.of(), Map.of(), Set.of(), Limits.DEFAULT, new CancelToken());
    }
}
