package io.countersign.ui.requests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.countersign.approvals.ApprovalType;
import io.countersign.approvals.RequestView;
import io.countersign.approvals.Status;
import io.countersign.approvals.Verdict;
import io.countersign.security.Actor;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WhyNotTest {

    private final RequestView leadsOnly = Views.blockIp()
            .rule(ApprovalType.MULTI, 2, List.of("soc-lead"), List.of(), null)
            .decided(Status.PENDING, "blake", Verdict.APPROVE)
            .view();

    @Test
    void theRequesterIsToldSo() {
        assertEquals("You asked for this, so the decision is for others.", said("sam", "approver"));
    }

    @Test
    void whoHasDecidedIsToldSo() {
        assertEquals("You have decided. It now waits for others.", said("blake", "approver"));
    }

    @Test
    void whoLacksTheRoleIsToldWhich() {
        assertEquals("It waits for somebody with the role soc-lead.", said("alex", "approver"));
    }

    @Test
    void aViewerMayLook() {
        assertEquals("Deciding needs a role that approves; you may look.", said("vic", "soc-viewer"));
    }

    private String said(String name, String role) {
        return WhyNot.words(leadsOnly, Actor.person(name, Set.of(role), null));
    }
}
