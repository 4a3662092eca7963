package io.countersign.ui.access;

import io.countersign.approvals.Policy;
import io.countersign.approvals.PolicyDraft;
import io.countersign.approvals.PolicyFields;
import io.countersign.approvals.Rule;
import io.countersign.kernel.CanonicalJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        words.put("Requested by", or(when.triggerSource(), "anybody"));
        words.put("Organization", or(when.organizationId(), ANY));
        words.put("Confidence", when.maxConfidence() == null ? ANY : "at or below " + when.maxConfidence());
        words.put("Secret", or(when.secret(), ANY));
        words.put("Host", or(when.host(), ANY));
        words.put("Integration", or(when.integration(), ANY));
        words.put("Operation", or(when.action(), ANY));
        Rule rule = draft.then().rule();
        words.put(
                "Approvers", draft.then().approve() ? "none: approved automatically" : rule == null ? "" : type(rule));
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
        Map<String, Object> fields = new LinkedHashMap<>();
        policy.forEach((name, value) -> fields.put(String.valueOf(name), value));
        return PolicyFields.fromMap(fields);
    }
}
