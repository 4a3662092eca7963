package io.countersign.execution;

import io.countersign.approvals.ApprovalFields;
import io.countersign.kernel.FieldType;
import io.countersign.kernel.JsonFields;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request to execute a workflow. The trigger source is not part of it: it follows from the caller's credential.
 *
 * @param alert plain JSON object handed to the script, null when there is none
 * @param confidence 0..1, required of agents
 * @param callbackUrl where the outcome of the asking is posted, null for nowhere
 */
public record ExecuteRequest(
        IndicatorInput indicator,
        @Nullable Map<String, Object> alert,
        @Nullable UUID alertUuid,
        Map<String, Object> parameters,
        @Nullable String reason,
        @Nullable Double confidence,
        @Nullable String callbackUrl) {

    /**
     * Reads the JSON body of an execute call ({@code indicator} object or {@code indicator_type} and {@code
     * indicator_value}); every bad or unknown field is named in one refusal (422).
     */
    public static ExecuteRequest of(Map<String, ?> body) {
        return of(new JsonFields(body));
    }

    /** The same, for a caller who has read fields of its own from them: what was wrong with those is refused together with this. */
    public static ExecuteRequest of(JsonFields form) {
        IndicatorInput indicator = Inputs.indicator(form);
        Map<String, Object> alert = form.read("alert", FieldType.anyObject());
        UUID alertUuid = form.read("alert_uuid", FieldType.uuid());
        Map<String, Object> parameters = form.read("parameters", FieldType.anyObject(), Map.of());
        String reason = form.read("reason", ApprovalFields.REASON);
        Double confidence = form.read("confidence", ApprovalFields.CONFIDENCE);
        String callbackUrl = form.read("callback_url", ApprovalFields.CALLBACK_URL);
        form.readOnly(Inputs.NOT_THE_CALLERS);
        form.refuse();
        return new ExecuteRequest(
                Inputs.required(indicator), alert, alertUuid, parameters, reason, confidence, callbackUrl);
    }
}
