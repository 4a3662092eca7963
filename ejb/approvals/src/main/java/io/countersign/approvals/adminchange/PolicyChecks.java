package io.countersign.approvals.adminchange;

import io.countersign.approvals.ApprovalType;
import io.countersign.approvals.Policy;
import io.countersign.approvals.PolicyDraft;
import io.countersign.approvals.Rule;
import io.countersign.approvals.RuleLimits;
import io.countersign.approvals.policy.PolicyRepository;
import io.countersign.approvals.policy.PolicyRow;
import io.countersign.approvals.submission.ApprovalRequestChecks;
import io.countersign.security.Directory;
import io.countersign.security.SecretName;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a policy must be like; every field that is wrong is told at once. */
public final class PolicyChecks {

    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,99}");
    /** A host, an address, or {@code *.suffix}; no port, since policies are about the host. */
    private static final Pattern HOST = Pattern.compile("(\\*\\.)?[A-Za-z0-9]([A-Za-z0-9._:-]{0,251}[A-Za-z0-9])?");

    private PolicyChecks() {}

    /** Whether it may be stored; {@code self} is the policy that may keep its name. */
    public static void check(PolicyDraft draft, @Nullable UUID self, PolicyRepository book, Directory directory) {
        ApprovalRequestChecks checks = fields(draft, directory);
        Optional<PolicyRow> namesake = book.named(draft.name());
        if (namesake.isPresent() && !namesake.get().id.equals(self)) {
            checks.error("name", "is taken by another policy");
        }
        checks.refuseIfAny();
    }

    /** Whether it may be tried: the same, but for a name that another one has. */
    public static void check(PolicyDraft draft, Directory directory) {
        fields(draft, directory).refuseIfAny();
    }

    private static ApprovalRequestChecks fields(PolicyDraft draft, Directory directory) {
        ApprovalRequestChecks checks = new ApprovalRequestChecks(directory);
        checks.required("name", draft.name(), RuleLimits.MAX_NAME);
        if (draft.priority() < 0 || draft.priority() > Policy.MAX_PRIORITY) {
            checks.error("priority", "must be a whole number from 0 to " + Policy.MAX_PRIORITY);
        }
        String trigger = draft.when().triggerSource();
        if (trigger != null && !trigger.equals("human") && !trigger.equals("agent")) {
            checks.error("when.trigger_source", "must be human or agent");
        }
        checks.toolName("when.tool_name", draft.when().toolName());
        checks.toolName("when.action_type", draft.when().actionType());
        reach(draft, checks);
        confidence(draft, checks);
        switch (draft.kind()) {
            case AUTO -> auto(draft, checks);
            case SEVERITY -> severity(draft, checks);
        }
        checks.timeout("then.timeout_seconds", draft.then().timeoutSeconds());
        return checks;
    }

    private static void reach(PolicyDraft draft, ApprovalRequestChecks checks) {
        Policy.When when = draft.when();
        checks.read("when.secret", when.secret(), SecretName.FIELD);
        name("when.host", when.host(), HOST, checks);
        name("when.integration", when.integration(), WORD, checks);
        name("when.action", when.action(), WORD, checks);
        if (when.isAboutReach() && draft.kind() != Policy.Kind.SEVERITY) {
            checks.error(
                    "when",
                    "secret, host, integration and action belong to kind severity: what gets at more than them is not agreed to");
        }
    }

    private static void name(String field, @Nullable String name, Pattern shape, ApprovalRequestChecks checks) {
        if (name != null && !shape.matcher(name).matches()) {
            checks.error(field, "is no such name");
        }
    }

    /** Confidence is what a requester says of itself: it may bring people in, never send them away. */
    private static void confidence(PolicyDraft draft, ApprovalRequestChecks checks) {
        Double most = draft.when().maxConfidence();
        if (most == null) {
            return;
        }
        if (!(most >= 0 && most <= 1)) {
            checks.error("when.max_confidence", "must be a number from 0 to 1");
        }
        if (draft.kind() != Policy.Kind.SEVERITY) {
            checks.error("when.max_confidence", "belongs to kind severity: it may raise scrutiny and never lowers it");
        }
        Rule rule = draft.then().rule();
        if (rule != null && rule.type() == ApprovalType.EMERGENCY) {
            checks.error("then.approval_type", "must not be emergency with max_confidence: that is no closer look");
        }
    }

    /** Agreeing to everything is no policy: an auto policy says to what. */
    private static void auto(PolicyDraft draft, ApprovalRequestChecks checks) {
        if (!draft.then().approve()) {
            checks.error("then.decision", "must be approve for a policy of kind auto");
        }
        if (draft.then().rule() != null) {
            checks.error("then.approval_type", "belongs to kind severity");
        }
        Policy.When when = draft.when();
        if (when.toolName() == null
                && when.actionType() == null
                && when.workflowUuid() == null
                && when.riskLevels().isEmpty()) {
            checks.error("when", "must name a tool_name, action_type, workflow_uuid or risk_levels");
        }
    }

    private static void severity(PolicyDraft draft, ApprovalRequestChecks checks) {
        Rule rule = draft.then().rule();
        if (draft.then().approve()) {
            checks.error("then.decision", "approve belongs to kind auto");
        }
        if (rule == null || rule.type() == ApprovalType.AUTO) {
            checks.error("then.approval_type", "must say who agrees: manual, single, multi, unanimous or emergency");
            return;
        }
        checks.rule("then.", rule);
        checks.idle("then.", rule);
    }
}
