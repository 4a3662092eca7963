package io.countersign.workflows;

import static io.countersign.workflows.WorkflowEditorFixture.agent;
import static io.countersign.workflows.WorkflowEditorFixture.human;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.countersign.approvals.ProposedChange;
import io.countersign.kernel.Refusal;
import io.countersign.security.Actor;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Ways around the publishing review that somebody found. */
class NoWayAroundReviewTest {

    private static final List<Map<String, Object>> WIDENING =
            List.of(Map.of("after_seconds", 60, "roles", List.of("workflow-author"), "widen", true));

    private final WorkflowEditorFixture fixture =
            new WorkflowEditorFixture().with("ann", "workflow-author").with("pat", "workflow-publisher");

    private UUID live(Object... more) {
        Workflow made = fixture.created(human("ann"), more);
        fixture.update(made.uuid(), human("ann"), "state", "active");
        return made.uuid();
    }

    private void waits(UUID uuid, Object... change) {
        assertInstanceOf(SaveResult.Pending.class, fixture.update(uuid, human("ann"), change));
    }

    private void holds(UUID uuid, Object... change) {
        assertInstanceOf(SaveResult.Done.class, fixture.update(uuid, human("ann"), change));
    }

    @Test
    void whatAPolicyMayAgreeToIsReviewedLikeWhatNobodyAgreesTo() {
        SaveResult saved = fixture.create(human("ann"), "approval_type", "auto", "state", "active");
        assertInstanceOf(SaveResult.Pending.class, saved);
        fixture.approve(saved);
        waits(saved.workflowUuid(), "code", "class Evil {}");
        waits(live(), "approval_type", "auto");
    }

    @Test
    void whoeverAgreesToRunsWithoutAgreementSeesAllOfTheCode() {
        UUID uuid = live();
        holds(uuid, "code", "class Evil {}");
        SaveResult saved = fixture.update(uuid, human("ann"), "approval_mode", "never");
        ProposedChange change = fixture.proposed.get(((SaveResult.Pending) saved).approvalRequestUuid());
        ProposedChange.Field code = change.fields().stream()
                .filter(field -> field.name().equals("code"))
                .findFirst()
                .orElseThrow();
        assertEquals("class Evil {}", code.after());
    }

    @Test
    void aWideningEscalationWaitsByWayOfInactiveToo() {
        UUID uuid = live();
        waits(uuid, "escalation", WIDENING);
        holds(uuid, "state", "inactive");
        holds(uuid, "escalation", WIDENING);
        waits(uuid, "state", "active");
    }

    @Test
    void aLiveWorkflowIsNotMovedToOtherPeopleAlone() {
        UUID uuid = live();
        waits(uuid, "organization_id", "b");
        holds(uuid, "state", "inactive");
        holds(uuid, "organization_id", "b");
        waits(uuid, "state", "active");
    }

    @Test
    void aChangeIsCarriedOutOnlyOnWhatItWasShownOn() {
        SaveResult saved = fixture.create(
                human("ann"), "approval_mode", "never", "indicator_types", List.of("ip"), "state", "active");
        holds(saved.workflowUuid(), "indicator_types", List.of());
        assertTrue(fixture.withdrawn.contains(saved.workflowUuid().toString()));
        fixture.approve(saved);
        assertEquals("draft", fixture.now(saved.workflowUuid()).text("state"));
    }

    @Test
    void anAgentChangesNothingButDrafts() {
        UUID uuid = live();
        Actor agent = agent("ann");
        for (Map.Entry<String, Object> change : Map.<String, Object>of(
                        "timeout_seconds", 7,
                        "name", "renamed",
                        "indicator_types", List.of("ip"),
                        "approval_channel", "#elsewhere",
                        "state", "inactive",
                        "organization_id", "b")
                .entrySet()) {
            Refusal refusal = assertThrows(
                    Refusal.class,
                    () -> fixture.update(uuid, agent, change.getKey(), change.getValue()),
                    change.getKey());
            assertEquals("protected_field", refusal.details().get("reason"), change.getKey());
        }
        assertThrows(Refusal.class, () -> fixture.editing.archive(uuid, null, agent));
        Workflow draft = fixture.created(agent);
        fixture.update(draft.uuid(), agent, "name", "better");
        fixture.editing.archive(draft.uuid(), null, agent);
    }

    @Test
    void aBuiltinThatWillGoLiveByItselfIsNotWeakenedAlone() {
        UUID uuid = fixture.builtin();
        waits(uuid, "risk_level", "low");
        waits(uuid, "approval_mode", "never");
        holds(uuid, "timeout_seconds", 30);
        assertFalse(fixture.now(uuid).text("risk_level").equals("low"));
    }
}
