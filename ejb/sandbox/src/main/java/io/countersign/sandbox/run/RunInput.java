package io.countersign.sandbox.run;

import io.countersign.sandbox.IndicatorData;
import io.countersign.sandbox.Limits;
import io.countersign.sandbox.RunTime;
import java.util.Map;
import java.util.Set;

/** What a run is given, as plain data. */
public record RunInput(
        String runId,
        IndicatorData indicator,
        Map<String, Object> alert,
        Map<String, Object> parameters,
        Map<String, String> secrets,
        Set<String> integrations,
        Limits limits,
        RunTime time) {

    /** Of a run in real time. */
    public RunInput(
            String runId,
            IndicatorData indicator,
            Map<String, Object> alert,
            Map<String, Object> parameters,
            Map<String, String> secrets,
            Set<String> integrations,
            Limits limits) {
        this(runId, indicator, alert, parameters, secrets, integrations, limits, RunTime.REAL);
    }
}
