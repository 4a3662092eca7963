package io.countersign.web.approvals;

import io.countersign.approvals.ApprovalRequestSpec;
import io.countersign.approvals.ApprovalType;
import io.countersign.approvals.EscalationStep;
import io.countersign.approvals.RiskLevel;
import io.countersign.security.Actor;
import io.countersign.security.OrganizationScope;
import io.countersign.web.Body;
import io.countersign.web.BodyFields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the body that asks for agreement to a tool call. */
public final class ToolRequestBody {

    private static final int MAX_WORD = 200;
    private static final int MAX_TEXT = 10_000;

    private ToolRequestBody() {}

    /** The ask that the body states; refuses it naming every bad field. */
    public static ApprovalRequestSpec read(Body body, Actor by) {
        BodyFields form = body.form();
        String tool = form.said("tool_name", MAX_WORD);
        String reason = form.said("reason", MAX_TEXT);
        String actionType = form.text("action_type", MAX_WORD);
        String description = form.text("action_description", MAX_TEXT);
        Double confidence = form.number("confidence");
        if (confidence != null && (confidence < 0 || confidence > 1)) {
            form.error("confidence", "must be between 0 and 1");
        }
        Integer timeout = form.integer("timeout_seconds");
        if (timeout != null && (timeout < 30 || timeout > 604_800)) {
            form.error("timeout_seconds", "must be between 30 and 604800");
        }
        String risk = form.word("risk_level", "low", "medium", "high", "critical");
        Integer reminder = form.integer("reminder_after_seconds");
        List<EscalationStep> escalation = form.nestedList("escalation", ToolRequestBody::step);
        ApprovalRequestSpec.Builder ask = ApprovalRequestSpec.tool(tool, by)
                .action(actionType, description)
                .arguments(arguments(form, tool, actionType, description))
                .reason(reason)
                .confidence(confidence)
                .potentialImpact(form.text("potential_impact", MAX_TEXT))
                .riskLevel(risk == null ? RiskLevel.MEDIUM : RiskLevel.parse(risk))
                .rule(RuleForm.read(form, ApprovalType.MANUAL))
                .timeoutSeconds(timeout)
                .reminderAfterSeconds(reminder)
                .escalation(escalation == null ? List.of() : escalation)
                .channel(form.text("channel", MAX_WORD))
                .organizationId(organization(form, by))
                .sessionId(form.text("session_id", MAX_WORD))
                .incidentId(form.text("incident_id", MAX_WORD))
                .callbackUrl(callback(form));
        form.done();
        return ask.build();
    }

    /** Everything that people see of the call is covered by the digest, not only its parameters. */
    private static Map<String, Object> arguments(
            BodyFields form, String tool, @Nullable String actionType, @Nullable String description) {
        Map<String, Object> arguments = new LinkedHashMap<>();
        arguments.put("tool_name", tool);
        put(arguments, "action_type", actionType);
        put(arguments, "action_description", description);
        Map<String, Object> parameters = form.object("parameters");
        arguments.put("parameters", parameters == null ? Map.of() : parameters);
        put(arguments, "indicator", form.object("indicator"));
        put(arguments, "alert", form.object("alert"));
        return arguments;
    }

    private static void put(Map<String, Object> arguments, String name, @Nullable Object value) {
        if (value != null) {
            arguments.put(name, value);
        }
    }

    /** A caller who belongs to an organization asks within it. */
    private static @Nullable String organization(BodyFields form, Actor by) {
        OrganizationScope purview = OrganizationScope.of(by);
        String owner = purview.owner(form.text("organization_id", MAX_WORD));
        if (!purview.mayGiveTo(owner)) {
            form.error("organization_id", "must be your own organization");
        }
        return owner;
    }

    private static @Nullable String callback(BodyFields form) {
        String url = form.text("callback_url", 2000);
        String flaw = url == null ? null : CallbackAddress.flaw(url);
        if (flaw != null) {
            form.error("callback_url", flaw);
        }
        return url;
    }

    private static EscalationStep step(BodyFields form) {
        form.require("after_seconds");
        Integer after = form.integer("after_seconds");
        List<String> roles = form.texts("roles");
        return new EscalationStep(
                after == null ? 0 : after,
                roles == null ? List.of() : roles,
                form.text("channel", MAX_WORD),
                Boolean.TRUE.equals(form.flag("widen")));
    }
}
