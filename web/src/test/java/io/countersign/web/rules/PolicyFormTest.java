package io.countersign.web.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.countersign.approvals.Policy;
import io.countersign.approvals.PolicyDraft;
import io.countersign.kernel.JsonFields;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PolicyFormTest {

    private static Map<String, Object> body(Map<String, Object> when) {
        return Map.of("name", "unsure", "kind", "severity", "when", when, "then", Map.of("approval_type", "manual"));
    }

    private static Policy stored(PolicyDraft draft) {
        return new Policy(
                UUID.randomUUID(),
                draft.name(),
                draft.kind(),
                draft.enabled(),
                draft.priority(),
                draft.when(),
                draft.then(),
                Instant.EPOCH,
                Instant.EPOCH,
                "0");
    }

    @Test
    void aConditionOnConfidenceIsAnsweredAsItWasAsked() {
        PolicyDraft draft = PolicyForm.read(new JsonFields(body(Map.of("max_confidence", 0.5))));
        assertEquals(0.5, draft.when().maxConfidence());
        Map<?, ?> when = (Map<?, ?>) PolicyForm.wire(stored(draft)).get("when");
        assertEquals(0.5, when.get("max_confidence"));
    }

    @Test
    void aConditionThatIsNotSetIsNotShown() {
        PolicyDraft draft = PolicyForm.read(new JsonFields(body(Map.of())));
        assertNull(draft.when().maxConfidence());
        Map<?, ?> when = (Map<?, ?>) PolicyForm.wire(stored(draft)).get("when");
        assertEquals(Map.of("risk_levels", List.of()), when);
    }
}
