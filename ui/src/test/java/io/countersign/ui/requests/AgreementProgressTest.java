package io.countersign.ui.requests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.countersign.approvals.ApprovalType;
import io.countersign.approvals.Status;
import io.countersign.approvals.Verdict;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AgreementProgressTest {

    private static final Map<String, Object> TWO_LEADS_AND_A_NETWORKER =
            Map.of("all", List.of(Map.of("role", "soc-lead", "count", 2), Map.of("role", "network", "count", 1)));

    @Test
    void manualTakesOnePerson() {
        AgreementProgress progress = AgreementProgress.of(Views.blockIp().view());
        assertEquals("0 of 1 approval", progress.words());
        assertEquals("One person with the role approver approves.", progress.rule());
    }

    @Test
    void multiCountsPeople() {
        AgreementProgress progress = AgreementProgress.of(Views.blockIp()
                .rule(ApprovalType.MULTI, 3, List.of("soc-lead"), List.of(), null)
                .decided(Status.PENDING, "blake", Verdict.APPROVE)
                .view());
        assertEquals("1 of 3 approvals", progress.words());
        assertEquals(List.of(true, false, false), progress.steps());
    }

    @Test
    void aQuorumIsSaidInRoles() {
        AgreementProgress progress = AgreementProgress.of(Views.blockIp()
                .rule(ApprovalType.MULTI, null, List.of(), List.of(), TWO_LEADS_AND_A_NETWORKER)
                .view());
        assertEquals(3, progress.needed());
        assertEquals("Different people: 2 with soc-lead and 1 with network. One rejection rejects.", progress.rule());
    }

    @Test
    void ofAlternativesTheSmallestIsNeeded() {
        Map<String, Object> either =
                Map.of("any", List.of(TWO_LEADS_AND_A_NETWORKER, Map.of("role", "soc-admin", "count", 1)));
        assertEquals(
                1,
                AgreementProgress.of(Views.blockIp()
                                .rule(ApprovalType.MULTI, null, List.of(), List.of(), either)
                                .view())
                        .needed());
    }

    @Test
    void unanimousTakesEverybodyNamed() {
        assertEquals(
                2,
                AgreementProgress.of(Views.blockIp()
                                .rule(ApprovalType.UNANIMOUS, null, List.of(), List.of("alex", "blake"), null)
                                .view())
                        .needed());
    }
}
