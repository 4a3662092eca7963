package io.countersign.approvals;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.countersign.security.ErrorCode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LifeTest {

    private final House house = new House();

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void aRevisionDropsVotesAndTokensAndBarsItsEditor() {
        UUID id = house.askedBy("rita", House.multi(2, "approver"));
        house.approve(id, "ann");
        String token = house.token(id, "cid");
        String digest = house.see(id).argumentsSha256();
        RequestView view = revise(id, "lea", Map.of("ttl", 30));
        assertEquals(0, view.approvalsGiven());
        assertTrue(view.decisions().isEmpty());
        assertNotEquals(digest, view.argumentsSha256());
        assertEquals(List.of("parameters.ttl: 60 → 30"), view.revisions().get(0).diff());
        Refused.because("requester", () -> house.approve(id, "lea"));
        Refused.because("token", () -> house.byToken(id, token, Verdict.APPROVE, null));
        house.approve(id, "ann");
        assertEquals(Status.APPROVED, house.approve(id, "bob").status());
        Refused.with(ErrorCode.APPROVAL_ALREADY_DECIDED, () -> revise(id, "lea", Map.of("ttl", 10)));
    }

    @Test
    void aRevisionThatLeavesTooFewPeopleIsRefused() {
        UUID id = house.askedBy("rita", House.multi(3, "approver"));
        Refused.naming("required_approvers", () -> revise(id, "ann", Map.of("ttl", 30)));
        assertEquals(60L, house.see(id).parameters().get("ttl"));
    }

    @Test
    void aLongQueueIsCountedToAThousand() {
        for (int i = 0; i < RequestQuery.COUNTED + 2; i++) {
            house.askedBy("rita", Rule.manual());
        }
        RequestQuery needsMe = new RequestQuery(Set.of(), null, false, false, true);
        assertEquals(
                RequestQuery.COUNTED + 1,
                house.list(needsMe, house.human("ann")).total());
        assertEquals(
                RequestQuery.COUNTED + 2,
                house.list(RequestQuery.pending(), house.human("ann")).total());
    }

    @Test
    void everybodySeesWhatWaitsForThemHoweverManyGroupsOfPeopleThereAre() {
        for (int i = 0; i < 60; i++) {
            house.people.with("p" + i, "approver");
            house.askedBy("rita", Rule.single(List.of("ann", "p" + i), List.of()));
        }
        RequestQuery needsMe = new RequestQuery(Set.of(), null, false, false, true);
        assertEquals(60, house.list(needsMe, house.human("ann")).total());
        assertEquals(1, house.list(needsMe, house.human("p59")).total());
        assertEquals(0, house.list(needsMe, house.human("bob")).total());
    }

    @Test
    void aPendingRequestSaysHowOldTheKnowledgeOfPeopleIs() {
        UUID id = house.askedBy("rita", Rule.manual());
        assertNull(house.see(id).directoryAsOf());
        house.people.asOf = house.clock.instant();
        assertEquals(house.clock.instant(), house.see(id).directoryAsOf());
        house.approve(id, "ann");
        assertNull(house.see(id).directoryAsOf());
    }

    private RequestView revise(UUID id, String by, Map<String, Object> parameters) {
        return house.in(() -> house.approvals.revise(id, new Revision(null, parameters, "shorter"), house.human(by)));
    }

    @Test
    void onlyTheRequesterOrAnAdminCancels() {
        UUID id = house.askedBy("rita", Rule.manual());
        Refused.because("not_requester", () -> cancel(id, "ann"));
        assertEquals(Status.CANCELLED, cancel(id, "rita").status());
        Refused.with(ErrorCode.CONFLICT, () -> cancel(id, "rita"));
        Refused.with(ErrorCode.APPROVAL_ALREADY_DECIDED, () -> house.approve(id, "ann"));
        UUID other = house.askedBy("rita", Rule.manual());
        assertEquals(
                "over",
                house.in(() -> house.approvals.cancel(other, "over", house.admin("ada")))
                        .resolutionReason());
    }

    private RequestView cancel(UUID id, String by) {
        return house.in(() -> house.approvals.cancel(id, "no longer needed", house.human(by)));
    }

    @Test
    void aChangedWorkflowCancelsWhatIsPending() {
        UUID id = house.askedBy("rita", Rule.manual());
        UUID workflow = house.see(id).workflowUuid();
        assertEquals(1, house.in(() -> house.approvals.cancelForWorkflow(workflow, "the code changed")));
        assertEquals("the code changed", house.see(id).resolutionReason());
        assertEquals(0, house.in(() -> house.approvals.cancelForWorkflow(workflow, "again")));
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

    @Test
    void expiryIsToldByTimeInEveryList() {
        house.ask(house.toBlock("rita").timeoutSeconds(30));
        UUID lasting = house.ask(house.toBlock("rita").timeoutSeconds(300));
        house.pass(Duration.ofSeconds(30));
        assertEquals(List.of(lasting), ids(RequestQuery.pending()));
        RequestQuery expired = new RequestQuery(Set.of(Status.EXPIRED), null, false, false, false);
        assertEquals(1, ids(expired).size());
        house.sweep();
        assertEquals(1, ids(expired).size());
        assertEquals(List.of(lasting), ids(RequestQuery.pending()));
        assertEquals(2, ids(RequestQuery.all()).size());
    }

    @Test
    void figuresCountNoRequestWhoseTimeIsOver() {
        house.ask(house.toBlock("rita").timeoutSeconds(30));
        house.ask(house.toBlock("rita").timeoutSeconds(300));
        assertEquals(2, house.figures(house.human("ann")).pending());
        house.pass(Duration.ofSeconds(30));
        assertEquals(1, house.figures(house.human("ann")).pending());
    }

    @Test
    void figuresCountWhatTheViewerMaySee() {
        house.people.withIn("north", "nora", "approver").withIn("south", "sue", "approver");
        house.approve(house.ask(house.toBlock("rita").organizationId("south")), "sue");
        house.ask(house.toBlock("rita").organizationId("south"));
        house.ask(house.toBlock("rita"));
        assertEquals(new RequestFigures(1, 0, 0, List.of()), house.figures(house.human("nora")));
        assertEquals(new RequestFigures(2, 1, 0, List.of()), house.figures(house.human("sue")));
        assertEquals(new RequestFigures(2, 1, 0, List.of()), house.figures(house.human("ann")));
    }

    @Test
    void figuresTellWhatStatedConfidenceWasWorth() {
        house.approve(house.ask(house.toBlock("rita").confidence(0.95)), "ann");
        house.reject(house.ask(house.toBlock("rita").confidence(1.0)), "ann", "a false alarm");
        house.approve(house.ask(house.toBlock("rita").confidence(0.2)), "ann");
        house.ask(house.toBlock("rita").confidence(0.5));
        assertEquals(
                List.of(new RequestFigures.Calibration(0.2, 0.4, 1, 1), new RequestFigures.Calibration(0.8, 1, 2, 0.5)),
                house.figures(house.human("ann")).confidence());
    }

    @Test
    void theInboxHoldsWhatThePersonMayDecide() {
        UUID mine = house.askedBy("ann", Rule.manual());
        UUID lead = house.askedBy("rita", House.multi(2, "soc-lead"));
        UUID open = house.askedBy("rita", Rule.manual());
        RequestQuery needsMe = new RequestQuery(Set.of(), null, false, false, true);
        assertEquals(List.of(open), ids(needsMe));
        assertEquals(
                List.of(lead),
                house.list(needsMe, house.human("lea")).items().stream()
                        .map(RequestView::uuid)
                        .toList());
        house.approve(lead, "lea");
        assertEquals(0, house.list(needsMe, house.human("lea")).total());
        assertEquals(List.of(mine), ids(new RequestQuery(Set.of(), null, true, false, false)));
    }

    private List<UUID> ids(RequestQuery query) {
        return house.list(query, house.human("ann")).items().stream()
                .map(RequestView::uuid)
                .toList();
    }

    @Test
    void anotherOrganizationsRequestDoesNotExist() {
        house.people.withIn("north", "nora", "approver").withIn("south", "sue", "approver");
        UUID id = house.ask(house.toBlock("rita").organizationId("south"));
        Refused.with(ErrorCode.NOT_FOUND, () -> house.see(id, house.human("nora")));
        Refused.with(ErrorCode.NOT_FOUND, () -> house.approve(id, "nora"));
        assertEquals(0, house.list(RequestQuery.all(), house.human("nora")).total());
        String token = house.token(id, "nora");
        Refused.because("token", () -> house.byToken(id, token, Verdict.APPROVE, null));
        assertFalse(house.in(() -> house.approvals.eligible(id)).stream()
                .anyMatch(person -> person.userName().equals("nora")));
        assertEquals(Status.APPROVED, house.approve(id, "sue").status());
    }

    @Test
    void remindersAndStepsComeOnceAndInOrder() {
        UUID id = house.ask(house.toBlock("rita")
                .timeoutSeconds(600)
                .reminderAfterSeconds(120)
                .escalation(List.of(
                        new EscalationStep(300, List.of("soc-lead"), null),
                        new EscalationStep(60, List.of(), "#soc"))));
        house.sweep();
        assertEquals(List.of(new RequestAsked(id)), house.events.fired);
        house.pass(Duration.ofSeconds(60));
        house.sweep();
        house.sweep();
        house.pass(Duration.ofSeconds(60));
        house.sweep();
        house.pass(Duration.ofSeconds(180));
        house.sweep();
        house.sweep();
        assertEquals(
                List.of(
                        new RequestAsked(id),
                        new RequestEscalated(id, 0),
                        new ReminderDue(id),
                        new RequestEscalated(id, 1)),
                house.events.fired);
    }

    @Test
    void aDelegateDecidesInTheDelegatorsNameAndIsOnePersonWithThem() {
        delegate("bob", "ned");
        UUID id = house.askedBy("rita", House.multi(2, "approver"));
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

    @Test
    void aRunIsAttachedOnce() {
        UUID id = house.askedBy("rita", Rule.manual());
        house.approve(id, "ann");
        UUID run = UUID.randomUUID();
        house.in(() -> {
            house.approvals.attachRun(id, run);
            return run;
        });
        assertEquals(run, house.see(id).runUuid());
        Refused.with(
                ErrorCode.CONFLICT,
                () -> house.in(() -> {
                    house.approvals.attachRun(id, UUID.randomUUID());
                    return run;
                }));
    }
}
