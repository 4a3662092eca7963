package io.countersign.approvals;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.countersign.security.ErrorCode;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Links that decide without a login. */
class DecisionTokensTest {

    private final House house = new House();

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void aTokenWorksOnceForItsPersonAndDiesWithTheRequest() {
        UUID id = house.askedBy("rita", House.multi(2, "approver"));
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
    void aChannelTokenCountsOnlyForPlainManual() {
        UUID id = house.askedBy("rita", Rule.manual());
        String token =
                house.in(() -> house.approvals.mintChannelToken(id, "#soc")).orElseThrow();
        assertEquals(
                "channel:#soc",
                house.byToken(id, token, Verdict.APPROVE, null)
                        .decisions()
                        .get(0)
                        .approver());
        UUID multi = house.askedBy("rita", House.multi(2, "approver"));
        assertTrue(
                house.in(() -> house.approvals.mintChannelToken(multi, "#soc")).isEmpty());
    }
}
