package io.countersign.workflows;

import static io.countersign.workflows.WorkflowEditorFixture.agent;
import static io.countersign.workflows.WorkflowEditorFixture.human;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.countersign.approvals.ProposedChange;
import io.countersign.kernel.ErrorCode;
import io.countersign.kernel.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Nobody alone sets what protects a workflow, or what runs without agreement. */
class PublishingReviewTest {

    private final WorkflowEditorFixture fixture =
            new WorkflowEditorFixture().with("ann", "workflow-author").with("pat", "workflow-publisher");

    private static String refused(org.junit.jupiter.api.function.Executable attempt) {
        Refusal refusal = assertThrows(Refusal.class, attempt);
        assertEquals(ErrorCode.FORBIDDEN, refusal.code(), refusal.getMessage());
        assertEquals("protected_field", refusal.details().get("reason"));
        return String.valueOf(refusal.details().get("field"));
    }

    private Workflow live(Object... more) {
        return fixture.created(human("ann"), concat(more, "state", "active"));
    }

    private static Object[] concat(Object[] some, Object... more) {
        Object[] all = java.util.Arrays.copyOf(some, some.length + more.length);
        System.arraycopy(more, 0, all, some.length, more.length);
        return all;
    }

    // agents

    @Test
    void anAgentSetsNoProtectedField() {
        Map<String, Object> protectedFields = WorkflowEditorFixture.fields(
                "approval_mode",
                "never",
                "approval_type",
                "auto",
                "required_roles",
                List.of("soc-lead"),
                "risk_level",
                "critical",
                "allowed_hosts",
                List.of("example.com"),
                "allowed_secrets",
                List.of("X"),
                "limits",
                Map.of("steps", 5),
                "envelope",
                "enforce");
        protectedFields.forEach(
                (field, value) -> assertEquals(field, refused(() -> fixture.create(agent("ann"), field, value))));
        assertEquals(0, fixture.store.rows.size());
    }

    @Test
    void anAgentActivatesNothing() {
        assertEquals("state", refused(() -> fixture.create(agent("ann"), "state", "active")));
        Workflow draft = fixture.created(agent("ann"));
        assertEquals("state", refused(() -> fixture.update(draft.uuid(), agent("ann"), "state", "active")));
    }

    @Test
    void whatIsTheDefaultCountsAsAbsent() {
        Workflow draft = fixture.created(
                agent("ann"), "approval_mode", "always", "risk_level", "medium", "allowed_secrets", List.of());
        assertEquals(WorkflowState.DRAFT, draft.state());
    }

    @Test
    void anAgentWritesTheCodeOfDraftsOnly() {
        Workflow draft = fixture.created(agent("ann"));
        assertEquals(
                2,
                ((SaveResult.Done) fixture.update(draft.uuid(), agent("ann"), "code", "class B {}"))
                        .workflow()
                        .codeVersion());
        fixture.update(draft.uuid(), human("ann"), "state", "active");
        assertEquals("code", refused(() -> fixture.update(draft.uuid(), agent("ann"), "code", "class C {}")));
        assertEquals(
                "code",
                refused(() -> fixture.editing.restore(
                        draft.uuid(),
                        fixture.store.version(draft.uuid(), 1).orElseThrow().whole(),
                        null,
                        agent("ann"))));
    }

    @Test
    void anAgentLetsNobodyElseDecideByAnEscalation() {
        Map<String, Object> step = Map.of("after_seconds", 60, "roles", List.of("soc-lead"), "widen", true);
        assertEquals("escalation", refused(() -> fixture.create(agent("ann"), "escalation", List.of(step))));
    }

    // going live

    @Test
    void whatRunsWithoutAgreementIsADraftUntilSomebodyElseAgrees() {
        for (String mode : List.of("never", "agent_only")) {
            SaveResult saved = fixture.create(human("ann"), "approval_mode", mode, "state", "active");
            assertInstanceOf(SaveResult.Pending.class, saved);
            assertEquals("draft", fixture.now(saved.workflowUuid()).text("state"));
            fixture.approve(saved);
            assertEquals("active", fixture.now(saved.workflowUuid()).text("state"));
            assertEquals(mode, fixture.now(saved.workflowUuid()).text("approval_mode"));
        }
    }

    @Test
    void whoIsAskedSeesTheWholeOfWhatGoesLive() {
        SaveResult saved = fixture.create(
                human("ann"), "approval_mode", "never", "state", "active", "allowed_secrets", List.of("TOKEN"));
        ProposedChange change = fixture.proposed.get(((SaveResult.Pending) saved).approvalRequestUuid());
        Set<String> shown =
                change.fields().stream().map(ProposedChange.Field::name).collect(java.util.stream.Collectors.toSet());
        assertTrue(shown.containsAll(Set.of("state", "approval_mode", "allowed_secrets", "code")), shown.toString());
        assertEquals(List.of("pat"), change.rule().approvers());
        assertEquals(Set.of("ann"), change.editors());
    }

    @Test
    void aGuardedWorkflowGoesLiveAtOnce() {
        assertInstanceOf(SaveResult.Done.class, fixture.create(human("ann"), "state", "active"));
    }

    @Test
    void withoutASecondPersonItIsCarriedOutAtOnce() {
        fixture.people.remove("pat");
        assertInstanceOf(
                SaveResult.Done.class, fixture.create(human("ann"), "approval_mode", "never", "state", "active"));
        fixture.with("ann", "soc-admin");
        assertInstanceOf(
                SaveResult.Done.class, fixture.create(human("ann"), "approval_mode", "never", "state", "active"));
    }

    @Test
    void theSettingSaysHowMuchIsReviewed() {
        fixture.extent = ReviewScope.Extent.OFF;
        assertInstanceOf(
                SaveResult.Done.class, fixture.create(human("ann"), "approval_mode", "never", "state", "active"));
        fixture.extent = ReviewScope.Extent.ALL;
        assertInstanceOf(SaveResult.Pending.class, fixture.create(human("ann"), "state", "active"));
        assertInstanceOf(SaveResult.Done.class, fixture.create(human("ann")));
    }

    // changing what is live

    private UUID unguarded() {
        SaveResult saved = fixture.create(human("ann"), "approval_mode", "never", "state", "active");
        fixture.approve(saved);
        return saved.workflowUuid();
    }

    @Test
    void whoIsAskedReadsFirstWhatChanges() {
        UUID id = unguarded();
        assertEquals(
                "Raise the risk of the workflow Block IP from medium to high",
                title(fixture.update(id, human("ann"), "risk_level", "high")));
        assertEquals(
                "Change the code of the workflow Block IP",
                title(fixture.update(id, human("ann"), "code", "class B {}")));
        assertEquals(
                "Take the workflow Block IP live",
                title(fixture.create(human("ann"), "approval_mode", "never", "state", "active")));
    }

    private String title(SaveResult pending) {
        return fixture.proposed
                .get(((SaveResult.Pending) pending).approvalRequestUuid())
                .description();
    }

    @Test
    void codeAndProtectedFieldsOfWhatRunsWithoutAgreementWait() {
        UUID id = unguarded();
        for (SaveResult saved : List.of(
                fixture.update(id, human("ann"), "code", "class B {}"),
                fixture.update(id, human("ann"), "allowed_secrets", List.of("X")),
                fixture.update(id, human("ann"), "allowed_hosts", List.of("example.com")),
                fixture.update(id, human("ann"), "risk_level", "high"),
                fixture.editing.restore(
                        id, fixture.store.version(id, 1).orElseThrow().whole(), null, human("ann")))) {
            assertInstanceOf(SaveResult.Pending.class, saved);
        }
        assertEquals(List.of(), fixture.now(id).texts("allowed_secrets"));
        assertEquals(1, fixture.store.require(id).codeVersion);
        assertInstanceOf(SaveResult.Done.class, fixture.update(id, human("ann"), "timeout_seconds", 10));
        assertInstanceOf(SaveResult.Done.class, fixture.update(id, human("ann"), "documentation", "what it does"));
    }

    @Test
    void theAgreedCodeIsItsAskersVersion() {
        UUID id = unguarded();
        fixture.with("bob", "workflow-author");
        fixture.approve(fixture.update(id, human("bob"), "code", "class B {}"));
        VersionRow version = fixture.store.version(id, 2).orElseThrow();
        assertEquals("class B {}", version.code);
        assertEquals("bob", version.author);
        assertEquals(List.of(), fixture.store.editors(id));
    }

    @Test
    void aChangeThatNoLongerFitsIsDropped() {
        UUID id = unguarded();
        SaveResult first = fixture.update(id, human("ann"), "code", "class B {}");
        SaveResult second = fixture.update(id, human("ann"), "code", "class C {}");
        fixture.approve(first);
        fixture.approve(second);
        assertEquals("class B {}", fixture.store.version(id, 2).orElseThrow().code);
        assertEquals(1, fixture.dropped.size());
    }

    @Test
    void loweringWhatProtectsALiveWorkflowWaits() {
        Workflow live = live("risk_level", "high", "approval_type", "multi", "required_approvers", 3);
        for (Object[] lower : List.of(
                new Object[] {"approval_mode", "agent_only"},
                new Object[] {"approval_mode", "never"},
                new Object[] {"risk_level", "medium"},
                new Object[] {"required_approvers", 2},
                new Object[] {"approval_type", "auto", "required_approvers", null},
                new Object[] {"required_rejections", 2},
                new Object[] {"required_roles", List.of("approver", "soc-lead")})) {
            assertInstanceOf(
                    SaveResult.Pending.class,
                    fixture.update(live.uuid(), human("ann"), lower),
                    java.util.Arrays.toString(lower));
        }
        assertEquals("always", fixture.now(live.uuid()).text("approval_mode"));
    }

    @Test
    void raisingItAndWideningHostsOrSecretsDoesNot() {
        Workflow live = live("approval_type", "multi", "required_approvers", 2);
        for (Object[] other : List.of(
                new Object[] {"risk_level", "critical"},
                new Object[] {"required_approvers", 3},
                new Object[] {"allowed_hosts", List.of("example.com")},
                new Object[] {"allowed_secrets", List.of("TOKEN")},
                new Object[] {"code", "class B {}"})) {
            fixture.cancelled.clear();
            assertInstanceOf(
                    SaveResult.Done.class,
                    fixture.update(live.uuid(), human("ann"), other),
                    java.util.Arrays.toString(other));
            assertEquals(List.of(live.uuid()), fixture.cancelled);
        }
    }

    @Test
    void loweringItWhileItIsOutOfUseWaitsForGoingLiveAgain() {
        Workflow live = live("risk_level", "critical");
        fixture.update(live.uuid(), human("ann"), "state", "inactive");
        assertInstanceOf(SaveResult.Done.class, fixture.update(live.uuid(), human("ann"), "risk_level", "low"));
        assertInstanceOf(SaveResult.Pending.class, fixture.update(live.uuid(), human("ann"), "state", "active"));
    }

    // editors

    @Test
    void everybodyWhoWroteSinceTheLastAgreementIsAnEditor() {
        Workflow draft = fixture.created(human("ann"));
        fixture.update(draft.uuid(), human("bob"), "timeout_seconds", 301);
        assertEquals(List.of("ann"), fixture.store.editors(draft.uuid()));
        fixture.update(draft.uuid(), human("bob"), "risk_level", "critical");
        assertEquals(List.of("ann", "bob"), fixture.store.editors(draft.uuid()));
    }

    @Test
    void restoringIsWriting() {
        Workflow draft = fixture.created(human("ann"));
        fixture.editing.restore(
                draft.uuid(),
                fixture.store.version(draft.uuid(), 1).orElseThrow().whole(),
                null,
                human("bob"));
        assertEquals(List.of("ann", "bob"), fixture.store.editors(draft.uuid()));
    }

    // secrets

    @Test
    void aBoundSecretIsGrantedAndSentOnlyAsItsBindingSays() {
        Workflow draft = fixture.created(human("ann"));
        bind(List.of("south"), List.of(), List.of());
        assertInvalid("allowed_secrets", draft.uuid(), "allowed_secrets", List.of("TOKEN"));
        bind(List.of(), List.of(UUID.randomUUID()), List.of());
        assertInvalid("allowed_secrets", draft.uuid(), "allowed_secrets", List.of("TOKEN"));
        bind(List.of(), List.of(draft.uuid()), List.of("api.example.com:443"));
        fixture.update(draft.uuid(), human("ann"), "allowed_secrets", List.of("TOKEN"));
        Map<String, Object> hook = Map.of("url", "https://evil.example.net/", "secret_headers", Map.of("X", "TOKEN"));
        assertInvalid("endpoint.secret_headers.X", draft.uuid(), "kind", "http_endpoint", "endpoint", hook);
        Map<String, Object> good = Map.of("url", "https://api.example.com/", "secret_headers", Map.of("X", "TOKEN"));
        fixture.update(draft.uuid(), human("ann"), "kind", "http_endpoint", "endpoint", good);
    }

    private void bind(List<String> organizations, List<UUID> workflows, List<String> hosts) {
        fixture.bindings.put(
                "TOKEN",
                new SecretBinding(
                        "TOKEN",
                        organizations,
                        workflows,
                        hosts,
                        false,
                        java.time.Instant.EPOCH,
                        java.time.Instant.EPOCH,
                        0));
    }

    private void assertInvalid(String field, UUID workflow, Object... change) {
        Refusal refusal = assertThrows(Refusal.class, () -> fixture.update(workflow, human("ann"), change));
        assertTrue(
                refusal.details().toString().matches(".*field=" + field.replace(".", "\\.") + "[,}].*"),
                refusal.details()::toString);
    }

    // names

    @Test
    void rolesAndPeopleThatDoNotExistAreRefused() {
        for (Object[] wrong : List.of(
                new Object[] {"required_roles", List.of("nobody-has-this")},
                new Object[] {"approval_type", "single", "approvers", List.of("nobody")})) {
            Refusal refusal = assertThrows(Refusal.class, () -> fixture.create(human("ann"), wrong));
            assertEquals(ErrorCode.VALIDATION_ERROR, refusal.code());
        }
        assertInstanceOf(
                SaveResult.Done.class,
                fixture.create(human("ann"), "approval_type", "single", "approvers", List.of("pat")));
    }

    @Test
    void everyChangeIsInTheAudit() {
        UUID id = unguarded();
        List<String> actions =
                fixture.audit.stream().map(entry -> entry.action()).toList();
        assertEquals(
                List.of("workflow.created", "workflow.change_requested", "workflow.state_changed", "workflow.updated"),
                actions);
        assertTrue(fixture.audit.get(3).actor().startsWith("approval "), id.toString());
    }
}
