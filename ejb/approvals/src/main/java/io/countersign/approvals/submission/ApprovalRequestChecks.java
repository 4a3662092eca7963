package io.countersign.approvals.submission;

import io.countersign.approvals.ApprovalRequestSpec;
import io.countersign.approvals.EscalationStep;
import io.countersign.approvals.Kind;
import io.countersign.approvals.Quorum;
import io.countersign.approvals.Rule;
import io.countersign.approvals.RuleLimits;
import io.countersign.approvals.ToolNames;
import io.countersign.kernel.Characters;
import io.countersign.kernel.FieldError;
import io.countersign.kernel.FieldType;
import io.countersign.kernel.JsonFields;
import io.countersign.kernel.Refusal;
import io.countersign.security.Directory;
import io.countersign.security.OrganizationScope;
import io.countersign.security.UserNames;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an {@link ApprovalRequestSpec} must be like; every bad field is collected before any is told. */
public final class ApprovalRequestChecks {

    private final Directory directory;
    private final List<FieldError> errors = new ArrayList<>();

    public ApprovalRequestChecks(Directory directory) {
        this.directory = directory;
    }

    /** Refused with every field that is wrong. */
    void check(ApprovalRequestSpec ask) {
        if (ask.kind() != Kind.WORKFLOW) {
            required("tool_name", ask.toolName(), RuleLimits.MAX_NAME);
            toolName("tool_name", ask.toolName());
            toolName("action_type", ask.actionType());
            required("reason", ask.reason(), RuleLimits.MAX_TEXT);
        }
        atMost("reason", ask.reason(), RuleLimits.MAX_TEXT);
        atMost("action_description", ask.actionDescription(), RuleLimits.MAX_TEXT);
        atMost("potential_impact", ask.potentialImpact(), RuleLimits.MAX_TEXT);
        atMost("session_id", ask.sessionId(), RuleLimits.MAX_NAME);
        atMost("incident_id", ask.incidentId(), RuleLimits.MAX_NAME);
        atMost("organization_id", ask.organizationId(), RuleLimits.MAX_NAME);
        atMost("approval_channel", ask.channel(), RuleLimits.MAX_NAME);
        atMost("callback_url", ask.callbackUrl(), RuleLimits.MAX_URL);
        confidence(ask.confidence());
        timeout("timeout_seconds", ask.timeoutSeconds());
        within("reminder_after_seconds", ask.reminderAfterSeconds(), 1, RuleLimits.MAX_TIMEOUT);
        String tooLarge = RuleLimits.argumentsFlaw(ask.arguments());
        if (tooLarge != null) {
            error("parameters", tooLarge);
        }
        organization(ask);
        rule("", ask.rule());
        escalation(ask.kind(), ask.escalation());
        refuseIfAny();
    }

    public void refuseIfAny() {
        if (!errors.isEmpty()) {
            throw Refusal.invalid(List.copyOf(errors));
        }
    }

    public void error(String field, String message) {
        if (errors.stream().noneMatch(error -> error.field().equals(field))) {
            errors.add(new FieldError(field, message));
        }
    }

    /** A value that has to be like a field that somebody sends. */
    public void read(String field, @Nullable Object value, FieldType<?> type) {
        JsonFields given = new JsonFields(Collections.singletonMap(field, value));
        given.read(field, type);
        given.errors().forEach(error -> error(error.field(), error.message()));
    }

    public void required(String field, @Nullable String text, int max) {
        if (text == null || text.isBlank()) {
            error(field, "is required");
        }
        atMost(field, text, max);
    }

    public void atMost(String field, @Nullable String text, int max) {
        if (Characters.count(text) > max) {
            error(field, "must have at most " + max + " characters, has " + Characters.count(text));
        }
    }

    /** Names that policies and the catalogue go by: nothing that looks like another one. */
    public void toolName(String field, @Nullable String name) {
        if (name != null && !ToolNames.isValid(name)) {
            error(field, ToolNames.RULE);
        }
    }

    private void within(String field, @Nullable Integer value, int min, int max) {
        if (value != null && (value < min || value > max)) {
            error(field, "must be a whole number from " + min + " to " + max);
        }
    }

    public void timeout(String field, @Nullable Integer seconds) {
        within(field, seconds, RuleLimits.MIN_TIMEOUT, RuleLimits.MAX_TIMEOUT);
    }

    private void confidence(@Nullable Double confidence) {
        if (confidence != null && !(confidence >= 0 && confidence <= 1)) {
            error("confidence", "must be a number from 0 to 1");
        }
    }

    private void organization(ApprovalRequestSpec ask) {
        OrganizationScope purview = OrganizationScope.of(ask.requester());
        if (!purview.mayGiveTo(purview.owner(ask.organizationId()))) {
            error("organization_id", "must be your own organization");
        }
    }

    /** The rule's own fields; {@code at} goes before their names. */
    public void rule(String at, Rule rule) {
        roles(at + "required_roles", rule.requiredRoles());
        if (rule.approvers().size() > RuleLimits.MAX_PEOPLE) {
            error(at + "approvers", "must have at most " + RuleLimits.MAX_PEOPLE + " elements");
        }
        for (String name : rule.approvers()) {
            if (!UserNames.isValid(UserNames.normal(name))) {
                error(at + "approvers", "holds something that is no user name");
            }
        }
        rule.flaws().forEach((field, why) -> error(at + field, why));
        within(at + "required_approvers", rule.requiredApprovers(), 1, RuleLimits.MAX_PEOPLE);
        within(at + "required_rejections", rule.requiredRejections(), 1, RuleLimits.MAX_PEOPLE);
        Quorum quorum = rule.quorum();
        if (quorum != null) {
            quorum(at + "quorum", quorum);
        }
    }

    /** Parts that the rule's type would not look at; {@code at} goes before their names. */
    public void idle(String at, Rule rule) {
        rule.idle().forEach((field, why) -> error(at + field, why));
    }

    private void quorum(String field, Quorum quorum) {
        String flaw = RuleLimits.flaw(quorum);
        if (flaw != null) {
            error(field, flaw);
            return;
        }
        roles(field, RuleLimits.roles(quorum));
    }

    public void roles(String field, List<String> roles) {
        if (roles.size() > RuleLimits.MAX_PEOPLE) {
            error(field, "must have at most " + RuleLimits.MAX_PEOPLE + " elements");
        }
        for (String role : roles) {
            if (role.isBlank() || !directory.isRole(role)) {
                error(field, "there is no role \"" + Characters.shortened(role, 60) + "\"");
            }
        }
    }

    private void escalation(Kind kind, List<EscalationStep> steps) {
        if (steps.size() > RuleLimits.MAX_STEPS) {
            error("escalation", "must have at most " + RuleLimits.MAX_STEPS + " elements");
        }
        for (int i = 0; i < steps.size(); i++) {
            EscalationStep step = steps.get(i);
            within("escalation[" + i + "].after_seconds", step.afterSeconds(), 1, RuleLimits.MAX_TIMEOUT);
            roles("escalation[" + i + "].roles", step.roles());
            if (step.widen() && step.roles().isEmpty()) {
                error("escalation[" + i + "].widen", "needs roles that may decide from then on");
            }
            if (step.widen() && kind != Kind.WORKFLOW) {
                error("escalation[" + i + "].widen", "who decides a tool call is not the asker's to widen");
            }
            atMost("escalation[" + i + "].channel", step.channel(), RuleLimits.MAX_NAME);
        }
    }
}
