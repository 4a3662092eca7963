package io.countersign.ui.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.countersign.approvals.ApprovalType;
import io.countersign.approvals.Policy;
import io.countersign.approvals.PolicyDraft;
import io.countersign.approvals.RiskLevel;
import io.countersign.approvals.Rule;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PolicyLinesTest {

    @Test
    void onlyWhatDiffersIsAChange() {
        List<String> changed = PolicyLines.compare(draft(10), draft(20)).stream()
                .filter(PolicyLines.Line::changed)
                .map(line -> line.label() + ": " + line.before() + " → " + line.after())
                .toList();
        assertEquals(List.of("Priority: 10 → 20"), changed);
    }

    @Test
    void aChangeThatIsAskedForReadsAsTheDraftThatItCameFrom() {
        Map<String, Object> policy = Map.of(
                "name",
                "two for critical",
                "kind",
                "severity",
                "enabled",
                true,
                "priority",
                10,
                "when",
                Map.of("risk_levels", List.of("critical"), "max_confidence", 0.5),
                "then",
                Map.of(
                        "approval_type",
                        "multi",
                        "required_roles",
                        List.of("approver"),
                        "required_approvers",
                        2,
                        "required_rejections",
                        1,
                        "approvers",
                        List.of()));
        assertEquals(draft(10), PolicyLines.asked(Map.of("policy", policy)));
    }

    @Test
    void argumentsWithoutAPolicyAreNone() {
        assertNull(PolicyLines.asked(Map.of("operation", "delete")));
    }

    private static PolicyDraft draft(int priority) {
        Rule rule = new Rule(ApprovalType.MULTI, List.of("approver"), 2, 1, List.of(), null);
        return new PolicyDraft(
                "two for critical",
                Policy.Kind.SEVERITY,
                true,
                priority,
                new Policy.When(null, null, null, List.of(RiskLevel.CRITICAL), null, null, 0.5),
                new Policy.Then(false, rule, null));
    }
}
