package io.countersign.web.approvals;

import static io.countersign.approvals.ApprovalFields.AFTER_SECONDS;
import static io.countersign.approvals.ApprovalFields.CALLBACK_URL;
import static io.countersign.approvals.ApprovalFields.CONFIDENCE;
import static io.countersign.approvals.ApprovalFields.ESCALATION;
import static io.countersign.approvals.ApprovalFields.NAME;
import static io.countersign.approvals.ApprovalFields.REASON;
import static io.countersign.approvals.ApprovalFields.RISK;
import static io.countersign.approvals.ApprovalFields.TEXT;
import static io.countersign.approvals.ApprovalFields.TIMEOUT;
import static io.countersign.kernel.FieldType.anyObject;

import io.countersign.approvals.ApprovalFields;
import io.countersign.approvals.ApprovalRequestSpec;
import io.countersign.approvals.ApprovalType;
import io.countersign.approvals.RiskLevel;
import io.countersign.kernel.JsonFields;
import io.countersign.security.Actor;
import io.countersign.security.OrganizationScope;
import io.countersign.web.Body;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the body that asks for agreement to a tool call. */
public final class ToolRequestBody {

    private ToolRequestBody() {}

    /** The ask that the body states; refuses it naming every bad field. */
    public static ApprovalRequestSpec read(Body body, Actor by) {
        JsonFields form = body.form();
        String tool = form.need("tool_name", NAME, "");
        String reason = form.need("reason", REASON, "");
        String actionType = form.read("action_type", NAME);
        String description = form.read("action_description", TEXT);
        ApprovalRequestSpec.Builder ask = ApprovalRequestSpec.tool(tool, by)
                .action(actionType, description)
                .arguments(arguments(form, tool, actionType, description))
                .reason(reason)
                .confidence(form.read("confidence", CONFIDENCE))
                .potentialImpact(form.read("potential_impact", TEXT))
                .riskLevel(form.read("risk_level", RISK, RiskLevel.MEDIUM))
                .rule(ApprovalFields.rule(form, ApprovalType.MANUAL))
                .timeoutSeconds(form.read("timeout_seconds", TIMEOUT))
                .reminderAfterSeconds(form.read("reminder_after_seconds", AFTER_SECONDS))
                .escalation(form.read("escalation", ESCALATION, List.of()))
                .channel(form.read("channel", NAME))
                .organizationId(organization(form, by))
                .sessionId(form.read("session_id", NAME))
                .incidentId(form.read("incident_id", NAME))
                .callbackUrl(callback(form));
        form.refuse();
        return ask.build();
    }

    /** Everything that people see of the call is covered by the digest, not only its parameters. */
    private static Map<String, Object> arguments(
            JsonFields form, String tool, @Nullable String actionType, @Nullable String description) {
        Map<String, Object> arguments = new LinkedHashMap<>();
        arguments.put("tool_name", tool);
        put(arguments, "action_type", actionType);
        put(arguments, "action_description", description);
        arguments.put("parameters", form.read("parameters", anyObject(), Map.of()));
        put(arguments, "indicator", form.read("indicator", anyObject()));
        put(arguments, "alert", form.read("alert", anyObject()));
        return arguments;
    }

    private static void put(Map<String, Object> arguments, String name, @Nullable Object value) {
        if (value != null) {
            arguments.put(name, value);
        }
    }

    /** A caller who belongs to an organization asks within it. */
    private static @Nullable String organization(JsonFields form, Actor by) {
        OrganizationScope organizationScope = OrganizationScope.of(by);
        String owner = organizationScope.owner(form.read("organization_id", NAME));
        if (!organizationScope.mayGiveTo(owner)) {
            form.wrong("organization_id", "must be your own organization");
        }
        return owner;
    }

    private static @Nullable String callback(JsonFields form) {
        String url = form.read("callback_url", CALLBACK_URL);
        String flaw = url == null ? null : CallbackAddress.flaw(url);
        if (flaw != null) {
            form.wrong("callback_url", flaw);
        }
        return url;
    }
}
