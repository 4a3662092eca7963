package io.countersign.approvals;

import io.countersign.approvals.rules.ToolNames;
import io.countersign.kernel.Characters;
import io.countersign.kernel.FieldError;
import io.countersign.kernel.Refusal;
import io.countersign.security.Directory;
import io.countersign.security.OrganizationScope;
import io.countersign.security.UserNames;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an {@link ApprovalRequestSpec} must be like; every bad field is collected before any is told. */
final class ApprovalRequestChecks {

    private final Directory directory;
    private final List<FieldError> errors = new ArrayList<>();

    ApprovalRequestChecks(Directory directory) {
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
        atMost("session_id", ask.sessionId(), 255);
        atMost("incident_id", ask.incidentId(), 255);
        atMost("organization_id", ask.organizationId(), 255);
        atMost("approval_channel", ask.channel(), 255);
        atMost("callback_url", ask.callbackUrl(), 2048);
        confidence(ask.confidence());
        timeout("timeout_seconds", ask.timeoutSeconds());
        within("reminder_after_seconds", ask.reminderAfterSeconds(), 1, RuleLimits.MAX_TIMEOUT);
        organization(ask);
        rule("", ask.rule());
        escalation(ask.kind(), ask.escalation());
        refuseIfAny();
    }

    void refuseIfAny() {
        if (!errors.isEmpty()) {
            throw Refusal.invalid(List.copyOf(errors));
        }
    }

    void error(String field, String message) {
        if (errors.stream().noneMatch(error -> error.field().equals(field))) {
            errors.add(new FieldError(field, message));
        }
    }

    void required(String field, @Nullable String text, int max) {
        if (text == null || text.isBlank()) {
            error(field, "is required");
        }
        atMost(field, text, max);
    }

    void atMost(String field, @Nullable String text, int max) {
        if (Characters.count(text) > max) {
            error(field, "must have at most " + max + " characters");
        }
    }

    /** Names that policies and the catalogue go by: nothing that looks like another one. */
    void toolName(String field, @Nullable String name) {
        if (name != null && !ToolNames.isValid(name)) {
            error(field, ToolNames.RULE);
        }
    }

    private void within(String field, @Nullable Integer value, int min, int max) {
        if (value != null && (value < min || value > max)) {
            error(field, "must be from " + min + " to " + max);
        }
    }

    void timeout(String field, @Nullable Integer seconds) {
        within(field, seconds, RuleLimits.MIN_TIMEOUT, RuleLimits.MAX_TIMEOUT);
    }

    private void confidence(@Nullable Double confidence) {
        if (confidence != null && !(confidence >= 0 && confidence <= 1)) {
            error("confidence", "must be from 0 to 1");
        }
    }

    private void organization(ApprovalRequestSpec ask) {
        OrganizationScope purview = OrganizationScope.of(ask.requester());
        if (!purview.mayGiveTo(purview.owner(ask.organizationId()))) {
            error("organization_id", "must be your own organization");
        }
    }

    /** The rule's own fields; {@code at} goes before their names. */
    void rule(String at, Rule rule) {
        roles(at + "required_roles", rule.requiredRoles());
        if (rule.approvers().size() > RuleLimits.MAX_PEOPLE) {
            error(at + "approvers", "must be at most " + RuleLimits.MAX_PEOPLE);
        }
        for (String name : rule.approvers()) {
            if (!UserNames.isValid(UserNames.normal(name))) {
                error(at + "approvers", "holds something that is no user name");
            }
        }
        if (rule.type() == ApprovalType.MULTI) {
            multi(at, rule);
        } else {
            single(at, rule);
        }
    }

    /** Parts that the rule's type would not look at; {@code at} goes before their names. */
    void idle(String at, Rule rule) {
        rule.idle().forEach((field, why) -> error(at + field, why));
    }

    private void multi(String at, Rule rule) {
        Quorum quorum = rule.quorum();
        if (quorum == null) {
            if (rule.requiredApprovers() == null) {
                error(at + "required_approvers", "is required for multi");
            }
            within(at + "required_approvers", rule.requiredApprovers(), 2, RuleLimits.MAX_PEOPLE);
        } else {
            quorum(at, rule, quorum);
        }
        within(at + "required_rejections", rule.requiredRejections(), 1, RuleLimits.MAX_PEOPLE);
    }

    private void quorum(String at, Rule rule, Quorum quorum) {
        if (rule.requiredApprovers() != null) {
            error(at + "required_approvers", "give it or a quorum, not both");
        }
        String flaw = RuleLimits.flaw(quorum);
        if (flaw != null) {
            error(at + "quorum", flaw);
            return;
        }
        roles(at + "quorum", RuleLimits.roles(quorum));
    }

    private void single(String at, Rule rule) {
        if (rule.quorum() != null) {
            error(at + "quorum", "belongs to multi only");
        }
        within(at + "required_approvers", rule.requiredApprovers(), 1, RuleLimits.MAX_PEOPLE);
    }

    void roles(String field, List<String> roles) {
        if (roles.size() > RuleLimits.MAX_PEOPLE) {
            error(field, "must be at most " + RuleLimits.MAX_PEOPLE);
        }
        for (String role : roles) {
            if (role.isBlank() || !directory.isRole(role)) {
                error(field, "there is no role \"" + shortened(role) + "\"");
            }
        }
    }

    private static String shortened(String role) {
        return role.length() > 60 ? role.substring(0, 60) + "…" : role;
    }

    private void escalation(Kind kind, List<EscalationStep> steps) {
        if (steps.size() > RuleLimits.MAX_STEPS) {
            error("escalation", "must be at most " + RuleLimits.MAX_STEPS + " steps");
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
            atMost("escalation[" + i + "].channel", step.channel(), 255);
        }
    }
}
