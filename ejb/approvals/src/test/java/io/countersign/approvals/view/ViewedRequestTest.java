package io.countersign.approvals.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.countersign.approvals.ApprovalsFixture;
import io.countersign.approvals.Channel;
import io.countersign.approvals.Policy;
import io.countersign.approvals.PolicyDraft;
import io.countersign.approvals.Refused;
import io.countersign.approvals.RequestView;
import io.countersign.approvals.Revision;
import io.countersign.approvals.Rule;
import io.countersign.approvals.Status;
import io.countersign.approvals.Verdict;
import io.countersign.kernel.ErrorCode;
import io.countersign.security.Actor;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whoever acts on a request acts on what they were shown. */
class ViewedRequestTest {

    private final ApprovalsFixture house = new ApprovalsFixture();

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void aRevisionThatTheApproverNeverSawIsNotDecided() {
        UUID id = revised();
        Refused.stale("revised", () -> house.approve(id, "ann"));
        Refused.stale("revised", () -> house.reject(id, "ann", "no"));
        assertEquals(Status.PENDING, house.see(id).status());
        assertEquals(Status.APPROVED, house.approveSeen(id, "ann").status());
    }

    @Test
    void aPolicyOfThePlatformDoesNotDecideARevisionEither() {
        UUID id = revised();
        Policy.When when = new Policy.When(null, null, house.see(id).workflowUuid(), List.of(), null, null, null);
        PolicyDraft agrees =
                new PolicyDraft("hosts", Policy.Kind.AUTO, true, 1, when, new Policy.Then(true, null, null));
        house.in(() -> house.policies.create(agrees, house.admin("ada")));
        Refused.stale("revised", () -> house.in(() -> house.approvals.decideBySystem(id, Verdict.APPROVE, null)));
    }

    @Test
    void theEntityTagOfTheRevisionIsAsGoodAsItsDigest() {
        UUID id = house.askedBy("rita", Rule.manual());
        String old = house.see(id).etag();
        revise(id, null);
        Refused.stale("revised", () -> decide(id, old));
        assertEquals(Status.APPROVED, decide(id, house.see(id).etag()).status());
    }

    @Test
    void aStaleTagDecidesNothingEvenWithTheDigest() {
        UUID id = house.askedBy("rita", ApprovalsFixture.multi(2, "approver"));
        String old = house.see(id).etag();
        house.approve(id, "ann");
        Refused.stale("changed", () -> decide(id, old));
        assertEquals(Status.APPROVED, decide(id, house.see(id).etag()).status());
    }

    @Test
    void aStaleTagNeitherRevisesNorCancels() {
        UUID id = house.askedBy("rita", Rule.manual());
        String old = house.see(id).etag();
        revise(id, old);
        Refused.with(ErrorCode.CONFLICT, () -> revise(id, old));
        Refused.with(ErrorCode.CONFLICT, () -> cancel(id, old));
        assertEquals(Status.CANCELLED, cancel(id, house.see(id).etag()).status());
    }

    @Test
    void whatHasEndedIsToldAsWhatItIsAndNotAsStale() {
        UUID decided = house.askedBy("rita", Rule.manual());
        String old = house.see(decided).etag();
        house.approve(decided, "ann");
        Refused.with(ErrorCode.APPROVAL_ALREADY_DECIDED, () -> cancel(decided, null));
        Refused.with(ErrorCode.APPROVAL_ALREADY_DECIDED, () -> cancel(decided, old));
        Refused.with(ErrorCode.APPROVAL_ALREADY_DECIDED, () -> decide(decided, old));
        UUID late = house.ask(house.toBlock("rita").timeoutSeconds(60));
        house.pass(Duration.ofSeconds(60));
        Refused.with(ErrorCode.APPROVAL_EXPIRED, () -> cancel(late, null));
    }

    private UUID revised() {
        UUID id = house.askedBy("rita", Rule.manual());
        revise(id, null);
        return id;
    }

    private void revise(UUID id, String tag) {
        int ttl = house.see(id).revisions().size() + 1;
        Revision revision = new Revision(null, Map.of("ttl", ttl), "shorter");
        house.in(() -> house.approvals.revise(id, revision, tag, house.human("rita")));
    }

    private RequestView cancel(UUID id, String tag) {
        return house.in(() -> house.approvals.cancel(id, "over", tag, house.human("rita")));
    }

    private RequestView decide(UUID id, String tag) {
        Actor bob = house.human("bob");
        return house.in(() -> house.approvals.decide(id, Verdict.APPROVE, null, null, tag, bob, Channel.REST));
    }
}
