package io.countersign.workflows;

import static io.countersign.workflows.WorkflowEditorFixture.agent;
import static io.countersign.workflows.WorkflowEditorFixture.human;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.countersign.approvals.ProposedChange;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who counts as an editor of a workflow, and what agreement clears that. */
class EditorsTest {

    private final WorkflowEditorFixture fixture = new WorkflowEditorFixture();

    @BeforeEach
    void somebodyElse() {
        fixture.with("pat", "workflow-publisher");
    }

    private List<String> editors(UUID workflow) {
        return fixture.store.editors(workflow);
    }

    private String binding(UUID workflow) {
        return fixture.store.require(workflow).bindingSha256;
    }

    private UUID unguarded() {
        SaveResult saved = fixture.create(human("ann"), "approval_mode", "never", "state", "active");
        fixture.approve(saved);
        return saved.workflowUuid();
    }

    @Test
    void whatShowsEverythingClearsThem() {
        assertEquals(List.of(), editors(unguarded()));
    }

    @Test
    void agreementToASmallChangeLeavesTheAuthorOfUnseenCode() {
        UUID id = fixture.created(human("ann"), "state", "active", "risk_level", "critical")
                .uuid();
        fixture.update(id, human("ann"), "code", "class Unseen {}");
        fixture.approve(fixture.update(id, human("bob"), "risk_level", "high"));
        assertEquals("high", fixture.now(id).text("risk_level"));
        assertEquals(List.of("ann", "bob"), editors(id));
    }

    @Test
    void whoRestoresBringsTheAuthorBack() {
        UUID id = fixture.created(agent("ann", "mia")).uuid();
        fixture.update(id, human("bob"), "code", "class B {}");
        fixture.agreeToRun(id, binding(id), "pat");
        assertEquals(List.of(), editors(id));
        fixture.editing.restore(id, fixture.store.version(id, 1).orElseThrow().whole(), null, human("cid"));
        assertEquals(List.of("ann", "cid", "mia"), editors(id));
        fixture.agreeToRun(id, binding(id), "pat");
        fixture.update(id, human("dan"), "code", "class B {}");
        assertEquals(List.of("bob", "dan"), editors(id), "the same source by another way");
    }

    @Test
    void theAuthorOfWhatIsToComeBackDoesNotAgreeToIt() {
        UUID id = unguarded();
        fixture.approve(fixture.update(id, human("bob"), "code", "class B {}"));
        SaveResult.Pending pending = (SaveResult.Pending) fixture.editing.restore(
                id, fixture.store.version(id, 1).orElseThrow().whole(), null, human("cid"));
        ProposedChange change = fixture.proposed.get(pending.approvalRequestUuid());
        assertEquals(Set.of("ann", "cid"), change.editors());
    }

    @Test
    void whoMadeTheKeyOfAnAgentIsAnEditorToo() {
        UUID id = fixture.created(agent("ann", "mia")).uuid();
        assertEquals(List.of("ann", "mia"), editors(id));
        fixture.update(id, agent("bob", "mo"), "code", "class B {}");
        assertEquals(List.of("ann", "bob", "mia", "mo"), editors(id));
        assertEquals("mo", fixture.store.version(id, 2).orElseThrow().authorHand);
    }

    @Test
    void whoMadeTheKeyOfAnAskerIsAnEditorToo() {
        UUID id = fixture.created(human("ann"), "state", "active", "risk_level", "critical")
                .uuid();
        SaveResult pending =
                fixture.update(id, human("bob").through(agent("bob", "mo").credential()), "risk_level", "high");
        ProposedChange change = fixture.proposed.get(((SaveResult.Pending) pending).approvalRequestUuid());
        assertEquals(Set.of("ann", "bob", "mo"), change.editors());
        fixture.approve(pending);
        assertEquals(List.of("ann", "bob", "mo"), editors(id));
    }

    @Test
    void anEditorsOwnAgreementToARunClearsNobody() {
        UUID id = fixture.created(human("maya"), "state", "active").uuid();
        fixture.agreeToRun(id, binding(id), "maya");
        fixture.agreeToRun(id, binding(id), "maya", "pat");
        assertEquals(List.of("maya"), editors(id));
        fixture.agreeToRun(id, binding(id), "pat");
        assertEquals(List.of(), editors(id));
    }

    @Test
    void agreementToARunOfWhatWasThereBeforeClearsNobody() {
        UUID id = fixture.created(human("maya"), "state", "active").uuid();
        String before = binding(id);
        fixture.update(id, human("maya"), "code", "class Unseen {}");
        fixture.agreeToRun(id, before, "pat");
        assertEquals(List.of("maya"), editors(id));
    }
}
