package io.countersign.approvals.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.countersign.approvals.ApprovalRequestSpec;
import io.countersign.approvals.ApprovalType;
import io.countersign.approvals.ApprovalsFixture;
import io.countersign.approvals.Channel;
import io.countersign.approvals.Kind;
import io.countersign.approvals.Quorum;
import io.countersign.approvals.Refused;
import io.countersign.approvals.RequestDecided;
import io.countersign.approvals.RequestQuery;
import io.countersign.approvals.RequestView;
import io.countersign.approvals.Revision;
import io.countersign.approvals.RiskLevel;
import io.countersign.approvals.Rule;
import io.countersign.approvals.Status;
import io.countersign.approvals.Verdict;
import io.countersign.approvals.VoteCast;
import io.countersign.kernel.ErrorCode;
import io.countersign.security.Actor;
import io.countersign.security.Credential;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DecisionHandlerTest {

    private final ApprovalsFixture house = new ApprovalsFixture();

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void onePersonWithTheRoleApprovesManual() {
        UUID id = house.askedBy("rita", Rule.manual());
        RequestView view = house.approve(id, "ann");
        assertEquals(Status.APPROVED, view.status());
        assertEquals(1, view.approvalsGiven());
        RequestView.Decision decision = view.decisions().get(0);
        assertEquals("ann", decision.approver());
        assertEquals("approver", decision.role());
        assertEquals(Channel.REST, decision.channel());
        assertTrue(house.events.fired.contains(new RequestDecided(id, Kind.WORKFLOW, Status.APPROVED)));
        assertEquals(List.of("approval.requested", "approval.vote_cast", "approval.approved"), house.audit.actions());
    }

    @Test
    void everyVoteIsOnRecordBeforeItsOutcome() {
        UUID id = house.askedBy("rita", ApprovalsFixture.multi(2, "approver"));
        house.approve(id, "ann");
        house.approve(id, "bob");
        assertEquals(
                List.of("approval.requested", "approval.vote_cast", "approval.vote_cast", "approval.approved"),
                house.audit.actions());
        UUID rejected = house.askedBy("rita", Rule.manual());
        house.reject(rejected, "ann", "no");
        assertEquals(
                List.of("approval.requested", "approval.vote_cast", "approval.rejected"),
                house.audit.actions().subList(4, 7));
    }

    @Test
    void aMessageThatShowedOtherArgumentsDecidesNothing() {
        UUID id = house.askedBy("rita", Rule.manual());
        String shown = house.see(id).argumentsSha256();
        house.in(
                () -> house.approvals.revise(id, new Revision(null, Map.of("ttl", 30), "shorter"), house.human("lea")));
        Refused.with(ErrorCode.CONFLICT, () -> decideAs("ann", id, shown));
        Refused.with(ErrorCode.CONFLICT, () -> decideAs("ann", id, null));
        String now = house.see(id).argumentsSha256();
        assertEquals(Status.APPROVED, decideAs("ann", id, now).status());
        Refused.with(ErrorCode.APPROVAL_ALREADY_DECIDED, () -> decideAs("ann", id, shown));
    }

    @Test
    void aChannelThatCannotTellWhatItShowedDecidesWhatWasNeverRevised() {
        UUID id = house.askedBy("rita", Rule.manual());
        assertEquals(Status.APPROVED, decideAs("ann", id, null).status());
    }

    private RequestView decideAs(String name, UUID id, String digest) {
        return house.in(() -> house.decideAs(name, id, digest));
    }

    @Test
    void requesterNeverCounts() {
        UUID id = house.askedBy("ann", Rule.manual());
        Refused.because("requester", () -> house.approve(id, "ann"));
        assertEquals(Status.PENDING, house.see(id).status());
        assertTrue(house.audit.actions().contains("approval.decision_refused"));
    }

    @Test
    void ownerOfARequestingKeyNeverCounts() {
        UUID id = house.ask(ApprovalRequestSpec.tool("isolate_host", house.agentOf("ann"))
                .arguments(Map.of("parameters", Map.of()))
                .reason("beaconing")
                .confidence(0.9));
        Refused.because("requester", () -> house.approve(id, "ann"));
        assertEquals("agent", house.see(id).triggerType());
        assertEquals("triage-agent", house.see(id).requestedByLabel());
    }

    @Test
    void agentNeverDecides() {
        UUID id = house.askedBy("rita", Rule.manual());
        Refused.because("agent", () -> house.decide(id, Verdict.APPROVE, null, null, house.agentOf("ann")));
        assertEquals(Status.PENDING, house.see(id).status());
    }

    @Test
    void editorsDoNotCountAtHighRisk() {
        UUID high = house.ask(house.toBlock("rita").riskLevel(RiskLevel.HIGH).editors(Set.of("ann")));
        Refused.because("editor", () -> house.approve(high, "ann"));
        UUID medium =
                house.ask(house.toBlock("rita").riskLevel(RiskLevel.MEDIUM).editors(Set.of("ann")));
        assertEquals(Status.APPROVED, house.approve(medium, "ann").status());
    }

    @Test
    void decisionAfterExpiryIsRefusedBeforeAnySweep() {
        UUID id = house.ask(house.toBlock("rita").timeoutSeconds(60));
        house.pass(Duration.ofSeconds(60));
        Refused.with(ErrorCode.APPROVAL_EXPIRED, () -> house.approve(id, "ann"));
        assertEquals(Status.EXPIRED, house.see(id).status());
        house.sweep();
        assertTrue(house.events.fired.contains(new RequestDecided(id, Kind.WORKFLOW, Status.EXPIRED)));
        Refused.with(ErrorCode.APPROVAL_EXPIRED, () -> house.approve(id, "ann"));
    }

    @Test
    void decisionJustBeforeExpiryCounts() {
        UUID id = house.ask(house.toBlock("rita").timeoutSeconds(60));
        house.pass(Duration.ofSeconds(60).minusMillis(1));
        assertEquals(Status.APPROVED, house.approve(id, "ann").status());
    }

    @Test
    void terminalStateWinsOverEveryOtherRefusal() {
        UUID id = house.askedBy("ann", Rule.manual());
        house.approve(id, "bob");
        Refused.with(ErrorCode.APPROVAL_ALREADY_DECIDED, () -> house.approve(id, "ann"));
        Refused.with(ErrorCode.APPROVAL_ALREADY_DECIDED, () -> house.approve(id, "bob"));
        Refused.with(ErrorCode.APPROVAL_ALREADY_DECIDED, () -> house.reject(id, "rita", ""));
        Refused.with(
                ErrorCode.APPROVAL_ALREADY_DECIDED,
                () -> house.decide(id, Verdict.APPROVE, null, null, house.agentOf("cid")));
        assertEquals(1, house.see(id).decisions().size());
    }

    @Test
    void rejectionNeedsAReasonAndKeepsIt() {
        UUID id = house.askedBy("rita", Rule.manual());
        Refused.naming("reason", () -> house.reject(id, "ann", " "));
        Refused.naming("reason", () -> house.reject(id, "ann", "x".repeat(10_001)));
        RequestView view = house.reject(id, "ann", "not ours");
        assertEquals(Status.REJECTED, view.status());
        assertEquals("not ours", view.resolutionReason());
    }

    @Test
    void staleDigestIsAConflict() {
        UUID id = house.askedBy("rita", Rule.manual());
        Refused.with(ErrorCode.CONFLICT, () -> house.decide(id, Verdict.APPROVE, null, "dead", house.human("ann")));
        String digest = house.see(id).argumentsSha256();
        assertEquals(
                Status.APPROVED,
                house.decide(id, Verdict.APPROVE, null, digest, house.human("ann"))
                        .status());
    }

    @Test
    void multiNeedsDistinctPeople() {
        UUID id = house.askedBy("rita", ApprovalsFixture.multi(2, "approver"));
        assertEquals(Status.PENDING, house.approve(id, "ann").status());
        Refused.with(ErrorCode.ALREADY_VOTED, () -> house.approve(id, "ann"));
        assertEquals(List.of("1 approval"), house.see(id).missing());
        assertEquals(Status.APPROVED, house.approve(id, "bob").status());
        assertTrue(house.events.fired.contains(new VoteCast(id)));
    }

    @Test
    void oneRejectionRejectsMultiUnlessMoreAreRequired() {
        UUID one = house.askedBy("rita", ApprovalsFixture.multi(2, "approver"));
        assertEquals(Status.REJECTED, house.reject(one, "ann", "no").status());
        UUID two = house.askedBy("rita", new Rule(ApprovalType.MULTI, List.of("approver"), 2, 2, List.of(), null));
        assertEquals(Status.PENDING, house.reject(two, "ann", "no").status());
        assertEquals(Status.REJECTED, house.reject(two, "bob", "no").status());
    }

    @Test
    void quorumPlacesAreFilledByDifferentPeople() {
        Quorum quorum = Quorum.parse(
                Map.of("all", List.of(Map.of("role", "soc-lead", "count", 2), Map.of("role", "network", "count", 1))));
        UUID id = house.askedBy("rita", new Rule(ApprovalType.MULTI, List.of(), null, 1, List.of(), quorum));
        assertEquals(Status.PENDING, house.approve(id, "mix").status());
        assertEquals(Status.PENDING, house.approve(id, "lea").status());
        assertEquals(Status.APPROVED, house.approve(id, "leo").status());
    }

    @Test
    void unanimousNeedsEveryNamedPersonAndOneObjectionEndsIt() {
        UUID id = house.askedBy("rita", Rule.unanimous(List.of("ann", "Bob")));
        Refused.because("not_eligible", () -> house.approve(id, "cid"));
        assertEquals(Status.PENDING, house.approve(id, "ann").status());
        assertEquals(List.of("bob"), house.see(id).missing());
        assertEquals(Status.APPROVED, house.approve(id, "bob").status());
        UUID other = house.askedBy("rita", Rule.unanimous(List.of("ann", "bob")));
        assertEquals(Status.REJECTED, house.reject(other, "ann", "no").status());
    }

    @Test
    void unanimousByRoleIsFixedWhenAsked() {
        Rule rule = new Rule(ApprovalType.UNANIMOUS, List.of("soc-lead"), null, 1, List.of(), null);
        UUID id = house.askedBy("rita", rule);
        house.people.with("new", "soc-lead");
        Refused.because("not_eligible", () -> house.approve(id, "new"));
        house.approve(id, "lea");
        house.approve(id, "leo");
        assertEquals(Status.APPROVED, house.approve(id, "mix").status());
    }

    @Test
    void singleTakesADesignatedPersonOrAHolder() {
        assertEquals(
                Status.APPROVED,
                house.approve(house.askedBy("rita", Rule.single(List.of("cid"), List.of())), "cid")
                        .status());
        assertEquals(
                Status.APPROVED,
                house.approve(house.askedBy("rita", Rule.single(List.of("cid"), List.of("network"))), "ned")
                        .status());
        UUID id = house.askedBy("rita", Rule.single(List.of("cid"), List.of()));
        Refused.because("not_eligible", () -> house.approve(id, "ann"));
    }

    @Test
    void emergencyOwesAReviewThatBlocksTheNextOneWhenOverdue() {
        UUID id = house.askedBy("rita", ApprovalsFixture.emergency());
        Refused.because("not_eligible", () -> house.approve(id, "ann"));
        RequestView view = house.approve(id, "eve");
        assertTrue(view.emergency());
        assertEquals(view.resolvedAt().plus(Duration.ofHours(24)), view.reviewDueAt());
        assertEquals(1, house.list(due(), house.human("ann")).total());

        UUID soon = house.askedBy("rita", ApprovalsFixture.emergency());
        assertEquals(Status.APPROVED, house.approve(soon, "eve").status());
        house.pass(Duration.ofHours(24));
        UUID late = house.askedBy("rita", ApprovalsFixture.emergency());
        Refused.because("review_overdue", () -> house.approve(late, "eve"));
        assertEquals(Status.APPROVED, house.approve(late, "fay").status());

        Refused.because("not_eligible", () -> review(id, "eve"));
        Refused.because("not_eligible", () -> review(id, "rita"));
        Refused.because("not_eligible", () -> review(id, "ann"));
        house.people.withIn("acme", "gus", "emergency-approver");
        assertTrue(house.in(() -> house.approvals.mayReview(id, house.human("fay"))));
        assertFalse(house.in(() -> house.approvals.mayReview(id, house.human("ann"))));
        assertTrue(review(id, "fay").review().justified());
        Refused.with(ErrorCode.CONFLICT, () -> review(id, "fay"));
        review(soon, "fay");
        UUID again = house.askedBy("rita", ApprovalsFixture.emergency());
        assertEquals(Status.APPROVED, house.approve(again, "eve").status());
    }

    @Test
    void noHandBehindARequestReviewsIt() {
        Actor fay = house.human("fay");
        Actor byKeyOfFay = new Actor(
                "rita",
                "rita",
                Actor.Kind.HUMAN,
                "rita",
                Set.of(),
                fay.scopes(),
                new Credential(Credential.Kind.API_KEY, UUID.randomUUID().toString(), "fay", null),
                List.of());
        ApprovalRequestSpec ask = ApprovalRequestSpec.workflow(UUID.randomUUID(), "Block IP", 1, "c0de", byKeyOfFay)
                .reason("beaconing")
                .rule(ApprovalsFixture.emergency())
                .build();
        UUID id = house.in(() -> house.approvals.ask(ask)).id();
        house.approve(id, "eve");
        Refused.because("not_eligible", () -> review(id, "fay"));
        house.people.without("eve").with("gus", "emergency-approver");
        assertTrue(review(id, "gus").review().justified());
    }

    private RequestView review(UUID id, String by) {
        return house.in(() -> house.approvals.review(id, true, "seen", house.human(by)));
    }

    private static RequestQuery due() {
        return new RequestQuery(Set.of(), null, false, true, false);
    }

    @Test
    void decidableTellsWhoMayDecide() {
        UUID id = house.askedBy("ann", Rule.manual());
        assertFalse(house.see(id, house.human("ann")).decidable());
        assertTrue(house.see(id, house.human("bob")).decidable());
        assertFalse(house.see(id, house.human("lea")).decidable());
        assertFalse(house.see(id, house.agentOf("bob")).decidable());
        assertEquals(
                List.of("bob", "cid"),
                house.in(() -> house.approvals.eligible(id)).stream()
                        .map(person -> person.userName())
                        .sorted()
                        .toList());
    }
}
