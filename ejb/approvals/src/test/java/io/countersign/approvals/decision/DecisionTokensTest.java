package io.countersign.approvals.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.countersign.approvals.ApprovalRequestSpec;
import io.countersign.approvals.ApprovalSettings;
import io.countersign.approvals.ApprovalsFixture;
import io.countersign.approvals.Channel;
import io.countersign.approvals.Refused;
import io.countersign.approvals.RequestView;
import io.countersign.approvals.RiskLevel;
import io.countersign.approvals.Rule;
import io.countersign.approvals.Status;
import io.countersign.approvals.Tables;
import io.countersign.approvals.Verdict;
import io.countersign.kernel.ErrorCode;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Links that decide without a login. */
class DecisionTokensTest {

    private final ApprovalsFixture house = new ApprovalsFixture();

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void aTokenWorksOnceForItsPersonAndDiesWithTheRequest() {
        UUID id = house.askedBy("rita", ApprovalsFixture.multi(2, "approver"));
        String token = house.token(id, "ann");
        assertEquals("ann", house.page(id, token).orElseThrow().person());
        assertEquals(Status.PENDING, house.see(id).status());
        Refused.naming("reason", () -> house.byToken(id, token, Verdict.REJECT, ""));
        RequestView view = house.byToken(id, token, Verdict.APPROVE, null);
        assertEquals(Channel.TOKEN, view.decisions().get(0).channel());
        Refused.because("token", () -> house.byToken(id, token, Verdict.APPROVE, null));
        String second = house.token(id, "ann");
        Refused.with(ErrorCode.ALREADY_VOTED, () -> house.byToken(id, second, Verdict.APPROVE, null));
        String bob = house.token(id, "bob");
        house.approve(id, "cid");
        assertTrue(house.page(id, bob).isEmpty());
        Refused.because("token", () -> house.byToken(id, bob, Verdict.APPROVE, null));
    }

    @Test
    void everyBadTokenIsRefusedAlike() {
        UUID id = house.askedBy("rita", Rule.manual());
        String elsewhere = house.token(house.askedBy("rita", Rule.manual()), "ann");
        for (String bad : List.of("", "x", "ü€\u0000", elsewhere, "y".repeat(100_000))) {
            assertTrue(house.page(id, bad).isEmpty());
            assertTrue(house.page(UUID.randomUUID(), bad).isEmpty());
            Refused.because("token", () -> house.byToken(id, bad, Verdict.APPROVE, null));
            Refused.because("token", () -> house.byToken(UUID.randomUUID(), bad, Verdict.APPROVE, null));
        }
        String late = house.token(id, "ann");
        house.pass(Duration.ofHours(1));
        assertTrue(house.page(id, late).isEmpty());
    }

    @Test
    void aChannelsLinkShowsAndDecidesNothing() {
        for (RiskLevel risk : RiskLevel.values()) {
            UUID id = house.ask(house.toBlock("rita").rule(Rule.manual()).riskLevel(risk));
            String token = house.in(() -> house.approvals.mintChannelToken(id, "#soc"));
            assertFalse(house.page(id, token).orElseThrow().decides());
            Refused.because("not_eligible", () -> house.byToken(id, token, Verdict.APPROVE, null));
            Refused.because("not_eligible", () -> house.byToken(id, token, Verdict.REJECT, "no"));
            assertEquals(Status.PENDING, house.see(id).status());
            assertTrue(house.page(id, token).isPresent(), "it still shows the request");
        }
    }

    @Test
    void whereLinksDecideTheyCountOnlyForPlainManualAtLowAndMediumRisk() {
        try (ApprovalsFixture deciding =
                new ApprovalsFixture(Tables.h2(), new ApprovalSettings(3600, channel -> false, "decide", "high"))) {
            UUID id = deciding.ask(deciding.toBlock("rita").riskLevel(RiskLevel.LOW));
            String token = deciding.in(() -> deciding.approvals.mintChannelToken(id, "#soc"));
            assertTrue(deciding.page(id, token).orElseThrow().decides());
            assertEquals(
                    "channel:#soc",
                    deciding.byToken(id, token, Verdict.APPROVE, null)
                            .decisions()
                            .get(0)
                            .approver());
            refusesTheChannel(deciding, deciding.toBlock("rita").rule(ApprovalsFixture.multi(2, "approver")));
            refusesTheChannel(deciding, deciding.toBlock("rita").rule(Rule.single(List.of("ann"), List.of())));
            refusesTheChannel(deciding, deciding.toBlock("rita").riskLevel(RiskLevel.HIGH));
            refusesTheChannel(deciding, deciding.toBlock("rita").riskLevel(RiskLevel.CRITICAL));
        }
    }

    private static void refusesTheChannel(ApprovalsFixture house, ApprovalRequestSpec.Builder ask) {
        UUID id = house.ask(ask);
        String token = house.in(() -> house.approvals.mintChannelToken(id, "#soc"));
        assertFalse(house.page(id, token).orElseThrow().decides());
        Refused.because("not_eligible", () -> house.byToken(id, token, Verdict.APPROVE, null));
    }
}
