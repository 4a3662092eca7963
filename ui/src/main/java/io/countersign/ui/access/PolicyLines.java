package io.countersign.ui.access;

import io.countersign.approvals.ApprovalType;
import io.countersign.approvals.Policy;
import io.countersign.approvals.PolicyDraft;
import io.countersign.approvals.Quorum;
import io.countersign.approvals.RiskLevel;
import io.countersign.approvals.Rule;
import io.countersign.kernel.CanonicalJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A policy line by line, and how a change of it differs from what is in force. */
public final class PolicyLines {

    private static final String ANY = "any";

    private PolicyLines() {}

    /**
     * One field of a policy.
     *
     * @param before what is in force; empty where there is no policy yet
     */
    public record Line(String label, String before, String after) {

        /** Whether it would be another. */
        public boolean changed() {
            return !before.equals(after);
        }
    }

    /** The policy as a draft. */
    public static PolicyDraft draft(Policy policy) {
        return new PolicyDraft(
                policy.name(), policy.kind(), policy.enabled(), policy.priority(), policy.when(), policy.then());
    }

    /** Every field of the draft beside what is in force. */
    public static List<Line> compare(@Nullable PolicyDraft before, PolicyDraft after) {
        Map<String, String> old = before == null ? Map.of() : words(before);
        List<Line> lines = new ArrayList<>();
        words(after).forEach((label, value) -> lines.add(new Line(label, old.getOrDefault(label, ""), value)));
        return lines;
    }

    private static Map<String, String> words(PolicyDraft draft) {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("Name", draft.name());
        words.put("State", draft.enabled() ? "enabled" : "disabled");
        words.put("Priority", Integer.toString(draft.priority()));
        words.put("Kind", draft.kind().toString());
        Policy.When when = draft.when();
        words.put("Tool", or(when.toolName(), ANY));
        words.put("Action type", or(when.actionType(), ANY));
        words.put("Workflow", or(when.workflowUuid(), ANY));
        words.put("Risk", when.riskLevels().isEmpty() ? ANY : joined(when.riskLevels()));
        words.put("Asked by", or(when.triggerSource(), "anybody"));
        words.put("Organization", or(when.organizationId(), ANY));
        words.put("Confidence", when.maxConfidence() == null ? ANY : "at or below " + when.maxConfidence());
        words.put("Secret", or(when.secret(), ANY));
        words.put("Host", or(when.host(), ANY));
        words.put("Integration", or(when.integration(), ANY));
        words.put("Operation", or(when.action(), ANY));
        Rule rule = draft.then().rule();
        words.put("Who agrees", draft.then().approve() ? "nobody: it agrees at once" : rule == null ? "" : type(rule));
        words.put("Roles", rule == null ? "" : joined(rule.requiredRoles()));
        words.put("People", rule == null ? "" : joined(rule.approvers()));
        words.put("Expires after", seconds(draft.then().timeoutSeconds()));
        return words;
    }

    private static String type(Rule rule) {
        String people = rule.requiredApprovers() == null ? "" : " of " + rule.requiredApprovers();
        String quorum = rule.quorum() == null
                ? ""
                : " by " + CanonicalJson.of(rule.quorum().toMap());
        String rejections = rule.requiredRejections() > 1 ? ", rejected by " + rule.requiredRejections() : "";
        return rule.type() + people + quorum + rejections;
    }

    private static String seconds(@Nullable Integer timeout) {
        return timeout == null ? "as asked" : timeout + " s";
    }

    private static String joined(List<?> items) {
        return String.join(", ", items.stream().map(Object::toString).toList());
    }

    private static String or(@Nullable Object value, String otherwise) {
        return value == null ? otherwise : value.toString();
    }

    /** The policy inside the arguments of a request to change one; null when they hold none. */
    public static @Nullable PolicyDraft asked(Map<String, Object> arguments) {
        if (!(arguments.get("policy") instanceof Map<?, ?> policy)) {
            return null;
        }
        return new PolicyDraft(
                String.valueOf(policy.get("name")),
                "auto".equals(policy.get("kind")) ? Policy.Kind.AUTO : Policy.Kind.SEVERITY,
                Boolean.TRUE.equals(policy.get("enabled")),
                policy.get("priority") instanceof Number number ? number.intValue() : 0,
                when(map(policy.get("when"))),
                then(map(policy.get("then"))));
    }

    private static Policy.When when(Map<?, ?> when) {
        Object workflow = when.get("workflow_uuid");
        return new Policy.When(
                text(when.get("tool_name")),
                text(when.get("action_type")),
                workflow == null ? null : UUID.fromString(workflow.toString()),
                texts(when.get("risk_levels")).stream().map(RiskLevel::parse).toList(),
                text(when.get("trigger_source")),
                text(when.get("organization_id")),
                when.get("max_confidence") instanceof Number most ? Double.valueOf(most.doubleValue()) : null,
                text(when.get("secret")),
                text(when.get("host")),
                text(when.get("integration")),
                text(when.get("action")));
    }

    private static Policy.Then then(Map<?, ?> then) {
        Rule rule = then.get("approval_type") == null
                ? null
                : new Rule(
                        ApprovalType.parse(String.valueOf(then.get("approval_type"))),
                        texts(then.get("required_roles")),
                        number(then.get("required_approvers")),
                        then.get("required_rejections") instanceof Number some ? some.intValue() : 1,
                        texts(then.get("approvers")),
                        then.get("quorum") == null ? null : Quorum.parse(then.get("quorum")));
        return new Policy.Then("approve".equals(then.get("decision")), rule, number(then.get("timeout_seconds")));
    }

    private static Map<?, ?> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    private static List<String> texts(@Nullable Object value) {
        return value instanceof List<?> list
                ? list.stream().map(Object::toString).toList()
                : List.of();
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static @Nullable Integer number(@Nullable Object value) {
        return value instanceof Number number ? Integer.valueOf(number.intValue()) : null;
    }
}
