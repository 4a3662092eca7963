package io.countersign.approvals;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.countersign.kernel.ErrorCode;
import io.countersign.security.Actor;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A request between its asking and its end. */
class LifeTest {

    private final ApprovalsFixture house = new ApprovalsFixture();

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void aRevisionDropsVotesAndTokensAndBarsItsEditor() {
        UUID id = house.askedBy("rita", ApprovalsFixture.multi(2, "approver"));
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
        house.approveSeen(id, "ann");
        assertEquals(Status.APPROVED, house.approveSeen(id, "bob").status());
        Refused.with(ErrorCode.APPROVAL_ALREADY_DECIDED, () -> revise(id, "lea", Map.of("ttl", 10)));
    }

    @Test
    void aRevisionThatLeavesTooFewPeopleIsRefused() {
        UUID id = house.askedBy("rita", ApprovalsFixture.multi(3, "approver"));
        Refused.naming("required_approvers", () -> revise(id, "ann", Map.of("ttl", 30)));
        assertEquals(60L, house.see(id).parameters().get("ttl"));
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
        Refused.with(ErrorCode.APPROVAL_ALREADY_DECIDED, () -> cancel(id, "rita"));
        Refused.with(ErrorCode.APPROVAL_ALREADY_DECIDED, () -> house.approve(id, "ann"));
        UUID other = house.askedBy("rita", Rule.manual());
        assertEquals(
                "over",
                house.in(() -> house.approvals.cancel(other, "over", house.admin("ada")))
                        .resolutionReason());
    }

    @Test
    void whatIsTheHousesIsTheHousesToCancel() {
        UUID common = house.askedBy("rita", Rule.manual());
        UUID norths = house.ask(house.toBlock("rita").organizationId("north"));
        Actor nora = adminOf("north", "nora");
        Refused.because("not_requester", () -> cancel(common, nora));
        Refused.with(ErrorCode.NOT_FOUND, () -> cancel(norths, adminOf("south", "sue")));
        assertEquals(Status.CANCELLED, cancel(norths, nora).status());
        assertEquals(Status.CANCELLED, cancel(common, house.admin("ada")).status());
    }

    private Actor adminOf(String organization, String name) {
        Actor admin = house.admin(name);
        return new Actor(
                name,
                name,
                admin.kind(),
                name,
                admin.roles(),
                admin.scopes(),
                admin.credential(),
                List.of(organization));
    }

    private RequestView cancel(UUID id, Actor by) {
        return house.in(() -> house.approvals.cancel(id, "over", by));
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
