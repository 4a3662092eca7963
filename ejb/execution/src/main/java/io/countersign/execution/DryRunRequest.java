package io.countersign.execution;

import io.countersign.kernel.FieldType;
import io.countersign.kernel.JsonFields;
import io.countersign.kernel.Refusal;
import io.countersign.sandbox.RunTime;
import io.countersign.sandbox.mocks.CaseClock;
import io.countersign.sandbox.mocks.Mock;
import io.countersign.sandbox.mocks.Mocks;
import io.countersign.sandbox.mocks.StandIns;
import io.countersign.sandbox.mocks.UnusableFieldException;
import io.countersign.security.SecretName;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A dry run of a workflow with mocked HTTP: no request leaves the server.
 *
 * @param secrets values for the script's secrets, never the server's
 * @param http mocks in the case-file shape, null for none
 * @param mockHttpResponses mocks as {@code {url: {status_code, body}}}, null for none
 * @param mockResponses mocks as {@code [{url_pattern, status_code, body}]}, null for none
 * @param integrations what stands in for integrations, in the case-file shape; null to have the configured ones
 *     answered by mocks
 * @param time how time passes: nothing waits
 */
public record DryRunRequest(
        IndicatorInput indicator,
        @Nullable Map<String, Object> alert,
        Map<String, Object> parameters,
        Map<String, String> secrets,
        @Nullable Object http,
        @Nullable Object mockHttpResponses,
        @Nullable Object mockResponses,
        @Nullable Object integrations,
        RunTime time) {

    /** With mocks in the case-file shape only. */
    public DryRunRequest(
            IndicatorInput indicator,
            @Nullable Map<String, Object> alert,
            Map<String, Object> parameters,
            Map<String, String> secrets,
            List<Map<String, Object>> mocks) {
        this(indicator, alert, parameters, secrets, mocks, null, null, null, RunTime.mocked(null));
    }

    /** Reads the JSON body of a test call; every bad or unknown field is named in one refusal (422). */
    public static DryRunRequest of(Map<String, Object> body) {
        JsonFields form = new JsonFields(body);
        IndicatorInput indicator = Inputs.indicator(form);
        Map<String, Object> alert = form.read("alert", FieldType.anyObject());
        form.read("alert_uuid", FieldType.uuid());
        Map<String, Object> parameters = form.read("parameters", FieldType.anyObject(), Map.of());
        Map<String, String> secrets =
                form.read("secrets", FieldType.mapOf(SecretName.FIELD, FieldType.text(0, 65_536), 100), Map.of());
        Object http = form.read("http", FieldType.anything());
        Object byUrl = form.read("mock_http_responses", FieldType.anything());
        Object byPattern = form.read("mock_responses", FieldType.anything());
        Object integrations = form.read("integrations", FieldType.anything());
        String clock = form.read("clock", FieldType.text());
        RunTime time = RunTime.mocked(null);
        try {
            Mocks.of(http, byUrl, byPattern);
            StandIns.of(integrations);
            time = CaseClock.of(clock);
        } catch (UnusableFieldException e) {
            form.wrong(e.path(), e.complaint());
        }
        form.refuse();
        return new DryRunRequest(
                Inputs.required(indicator), alert, parameters, secrets, http, byUrl, byPattern, integrations, time);
    }

    /** What stands in for integrations; nothing does where the field was not given. */
    public StandIns standIns() {
        return StandIns.of(integrations);
    }

    /** The mocks of all three shapes, in order. */
    public List<Mock> mocks() {
        try {
            return Mocks.of(http, mockHttpResponses, mockResponses);
        } catch (UnusableFieldException e) {
            throw Refusal.invalid(e.path(), e.complaint());
        }
    }
}
