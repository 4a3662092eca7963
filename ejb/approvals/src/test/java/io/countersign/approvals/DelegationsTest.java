package io.countersign.approvals;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.countersign.kernel.ErrorCode;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** CountedVote in for another. */
class DelegationsTest {

    private final ApprovalsFixture house = new ApprovalsFixture();

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void aDelegateDecidesInTheDelegatorsNameAndIsOnePersonWithThem() {
        delegate("bob", "ned");
        UUID id = house.askedBy("rita", ApprovalsFixture.multi(2, "approver"));
        RequestView view = house.approve(id, "ned");
        assertEquals("bob", view.decisions().get(0).approver());
        assertEquals("ned", view.decisions().get(0).decidedBy());
        Refused.with(ErrorCode.ALREADY_VOTED, () -> house.approve(id, "ned"));
        Refused.with(ErrorCode.ALREADY_VOTED, () -> house.approve(id, "bob"));
        assertEquals(Status.APPROVED, house.approve(id, "ann").status());
    }

    @Test
    void aDelegateNeverDecidesOnARequestOfEither() {
        delegate("bob", "ned");
        UUID bobs = house.askedBy("bob", Rule.manual());
        Refused.because("not_eligible", () -> house.approve(bobs, "ned"));
        UUID neds = house.askedBy("ned", Rule.manual());
        Refused.because("requester", () -> house.approve(neds, "ned"));
    }

    @Test
    void aDelegationEndsInTime() {
        delegate("bob", "ned");
        UUID id = house.ask(house.toBlock("rita").timeoutSeconds(604_800));
        house.pass(Duration.ofDays(1));
        Refused.because("not_eligible", () -> house.approve(id, "ned"));
    }

    @Test
    void badDelegationsNameTheirField() {
        Refused.naming("to", () -> delegate("bob", "bob"));
        Refused.naming("to", () -> delegate("bob", "ghost"));
    }

    private void delegate(String from, String to) {
        DelegationDraft draft = new DelegationDraft(
                to, List.of(), house.clock.instant(), house.clock.instant().plus(Duration.ofDays(1)), "holidays");
        house.in(() -> house.delegations.create(draft, house.human(from)));
    }
}
