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

    private final WorkflowEditorFixture bench = new WorkflowEditorFixture();

    @BeforeEach
    void somebodyElse() {
        bench.with("pat", "workflow-publisher");
    }

    private List<String> editors(UUID workflow) {
        return bench.store.editors(workflow);
    }

    private String binding(UUID workflow) {
        return bench.store.require(workflow).bindingSha256;
    }

    private UUID unguarded() {
        SaveResult saved = bench.create(human("ann"), "approval_mode", "never", "state", "active");
        bench.approve(saved);
        return saved.workflowUuid();
    }

    @Test
    void whatShowsEverythingClearsThem() {
        assertEquals(List.of(), editors(unguarded()));
    }

    @Test
    void agreementToASmallChangeLeavesTheAuthorOfUnseenCode() {
        UUID id = bench.created(human("ann"), "state", "active", "risk_level", "critical")
                .uuid();
        bench.update(id, human("ann"), "code", "class Unseen {}");
        bench.approve(bench.update(id, human("bob"), "risk_level", "high"));
        assertEquals("high", bench.now(id).text("risk_level"));
        assertEquals(List.of("ann", "bob"), editors(id));
    }

    @Test
    void whoRestoresBringsTheAuthorBack() {
        UUID id = bench.created(agent("ann", "mia")).uuid();
        bench.update(id, human("bob"), "code", "class B {}");
        bench.agreeToRun(id, binding(id), "pat");
        assertEquals(List.of(), editors(id));
        bench.editing.restore(id, bench.store.version(id, 1).orElseThrow().whole(), null, human("cid"));
        assertEquals(List.of("ann", "cid", "mia"), editors(id));
        bench.agreeToRun(id, binding(id), "pat");
        bench.update(id, human("dan"), "code", "class B {}");
        assertEquals(List.of("bob", "dan"), editors(id), "the same source by another way");
    }

    @Test
    void theAuthorOfWhatIsToComeBackDoesNotAgreeToIt() {
        UUID id = unguarded();
        bench.approve(bench.update(id, human("bob"), "code", "class B {}"));
        SaveResult.Pending pending = (SaveResult.Pending) bench.editing.restore(
                id, bench.store.version(id, 1).orElseThrow().whole(), null, human("cid"));
        ProposedChange change = bench.proposed.get(pending.approvalRequestUuid());
        assertEquals(Set.of("ann", "cid"), change.editors());
    }

    @Test
    void whoMadeTheKeyOfAnAgentIsAnEditorToo() {
        UUID id = bench.created(agent("ann", "mia")).uuid();
        assertEquals(List.of("ann", "mia"), editors(id));
        bench.update(id, agent("bob", "mo"), "code", "class B {}");
        assertEquals(List.of("ann", "bob", "mia", "mo"), editors(id));
        assertEquals("mo", bench.store.version(id, 2).orElseThrow().authorHand);
    }

    @Test
    void whoMadeTheKeyOfAnAskerIsAnEditorToo() {
        UUID id = bench.created(human("ann"), "state", "active", "risk_level", "critical")
                .uuid();
        SaveResult pending =
                bench.update(id, human("bob").through(agent("bob", "mo").credential()), "risk_level", "high");
        ProposedChange change = bench.proposed.get(((SaveResult.Pending) pending).approvalRequestUuid());
        assertEquals(Set.of("ann", "bob", "mo"), change.editors());
        bench.approve(pending);
        assertEquals(List.of("ann", "bob", "mo"), editors(id));
    }

    @Test
    void anEditorsOwnAgreementToARunClearsNobody() {
        UUID id = bench.created(human("maya"), "state", "active").uuid();
        bench.agreeToRun(id, binding(id), "maya");
        bench.agreeToRun(id, binding(id), "maya", "pat");
        assertEquals(List.of("maya"), editors(id));
        bench.agreeToRun(id, binding(id), "pat");
        assertEquals(List.of(), editors(id));
    }

    @Test
    void agreementToARunOfWhatWasThereBeforeClearsNobody() {
        UUID id = bench.created(human("maya"), "state", "active").uuid();
        String before = binding(id);
        bench.update(id, human("maya"), "code", "class Unseen {}");
        bench.agreeToRun(id, before, "pat");
        assertEquals(List.of("maya"), editors(id));
    }
}
