package io.countersign.ui.requests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.countersign.approvals.ApprovalType;
import io.countersign.approvals.Status;
import io.countersign.approvals.Verdict;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IneligibilityReasonTest {

    private final Views leadsOnly = Views.blockIp()
            .rule(ApprovalType.MULTI, 2, List.of("soc-lead"), List.of(), null)
            .decided(Status.PENDING, "blake", Verdict.APPROVE);

    @Test
    void eachReasonOfTheRulesHasItsOwnSentence() {
        Set<String> told = new HashSet<>();
        for (String barrier : List.of("requester", "editor", "already_voted", "review_overdue", "agent")) {
            String sentence = IneligibilityReason.words(leadsOnly.seenWith(barrier));
            assertFalse(sentence.contains("lack the role"), sentence);
            told.add(sentence);
        }
        assertEquals(5, told.size());
    }

    @Test
    void whoLacksTheRoleIsToldWhich() {
        assertEquals(
                "You cannot decide this request: you lack the role soc-lead.",
                IneligibilityReason.words(leadsOnly.seenWith("not_eligible")));
    }
}
