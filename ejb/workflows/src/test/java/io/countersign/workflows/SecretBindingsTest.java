package io.countersign.workflows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.countersign.approvals.AdminChange;
import io.countersign.approvals.AdminChanges;
import io.countersign.approvals.Approvals;
import io.countersign.approvals.Change;
import io.countersign.approvals.Kind;
import io.countersign.approvals.RequestDecided;
import io.countersign.approvals.Status;
import io.countersign.approvals.SubmissionResult;
import io.countersign.audit.Audit;
import io.countersign.audit.AuditEntry;
import io.countersign.kernel.ErrorCode;
import io.countersign.kernel.Refusal;
import io.countersign.security.Actor;
import io.countersign.security.Credential;
import io.countersign.security.Scopes;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Nobody alone lets a secret go further than it does. */
class SecretBindingsTest {

    private static final String ONE = "6f1d7a3e-0000-4000-8000-000000000001";
    private static final String OTHER = "6f1d7a3e-0000-4000-8000-000000000002";

    private final Map<String, SecretRow> rows = new LinkedHashMap<>();
    private final List<AuditEntry> audit = new ArrayList<>();
    private final List<AdminChange> asked = new ArrayList<>();
    private final List<String> dropped = new ArrayList<>();
    private final List<UUID> cancelled = new ArrayList<>();
    private boolean anotherAdmin = true;

    private final MapStore workflows = new MapStore();
    private final StoringBindings storing = new StoringBindings(
            new InMemory(),
            workflows,
            new Asking(),
            new Approvals() {
                @Override
                public int cancelForWorkflow(UUID workflowId, String reason) {
                    cancelled.add(workflowId);
                    return 1;
                }
            },
            new Audit() {
                @Override
                public void record(AuditEntry entry) {
                    audit.add(entry);
                }
            },
            Clock.systemUTC());
    private final SecretBindings secrets = new SecretBindings(new InMemory(), storing);

    private final Actor ada = admin(List.of());

    private static Actor admin(List<String> organizations) {
        return new Actor(
                "ada",
                "ada",
                Actor.Kind.HUMAN,
                "ada",
                Set.of(),
                Set.of(Scopes.ADMIN),
                Credential.of(Credential.Kind.SESSION, "s"),
                organizations);
    }

    private SecretBinding bound() {
        return secrets.create(
                Map.of(
                        "name", "TOKEN",
                        "organizations", List.of("acme"),
                        "workflows", List.of(ONE),
                        "hosts", List.of("*.api.test"),
                        "handle", true),
                ada);
    }

    private SecretChange change(String field, Object value) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put(field, value);
        return secrets.update("TOKEN", fields, null, ada);
    }

    private SecretBinding now() {
        return secrets.get("TOKEN", ada);
    }

    @Test
    void aFirstBindingOnlyNarrowsAndHoldsAtOnce() {
        assertEquals("TOKEN", bound().name());
        assertEquals(List.of(), asked);
        assertEquals("secret.bound", audit.get(0).action());
    }

    @Test
    void whatLetsItGoFurtherWaitsForAnotherAdmin() {
        SecretBinding before = bound();
        for (SecretChange change : List.of(
                change("hosts", List.of("*.api.test", "evil.test")),
                change("hosts", List.of("evil.test")),
                change("workflows", List.of(ONE, OTHER)),
                change("workflows", null),
                change("organizations", List.of()),
                change("organizations", List.of("umbrella")),
                change("handle", false),
                secrets.delete("TOKEN", ada))) {
            assertInstanceOf(SecretChange.Pending.class, change);
        }
        assertEquals(8, asked.size());
        assertEquals(SecretDraft.of(before), SecretDraft.of(now()), "nothing of it holds before");
    }

    @Test
    void whoIsAskedReadsWhichWorkflowsTheseAre() {
        WorkflowRow row = new WorkflowRow(UUID.fromString(OTHER), "ann", Instant.now());
        row.name = "Block IP";
        workflows.add(row);
        bound();
        change("workflows", List.of(ONE, OTHER));
        assertEquals(Map.of(OTHER, "Block IP"), asked.get(0).labels());
    }

    @Test
    void requestsThatShowLessThanWhatHoldsAreCancelled() {
        WorkflowRow row = new WorkflowRow(UUID.fromString(ONE), "ann", Instant.now());
        row.define(
                DefinitionSchema.fresh(3600).with("name", "Block IP").with("allowed_secrets", List.of("TOKEN")),
                "0".repeat(64));
        workflows.add(row);
        workflows.add(new WorkflowRow(UUID.fromString(OTHER), "ann", Instant.now()));
        workflows
                .rows
                .get(UUID.fromString(OTHER))
                .define(DefinitionSchema.fresh(3600).with("name", "x"), "0".repeat(64));
        bound();
        change("hosts", List.of("a.api.test"));
        assertEquals(List.of(), cancelled, "narrower, or not agreed to yet");
        change("handle", false);
        agree(asked.size() - 1);
        assertEquals(List.of(row.uuid), cancelled);
    }

    @Test
    void whatNarrowsItHoldsAtOnce() {
        bound();
        change("hosts", List.of("*.api.test", "b.test")); // waits
        assertInstanceOf(SecretChange.Done.class, change("hosts", List.of("*.api.test")));
        secrets.create(Map.of("name", "OPEN"), ada);
        Map<String, Object> limits = Map.of("workflows", List.of(ONE), "hosts", List.of("a.test"), "handle", true);
        assertInstanceOf(SecretChange.Done.class, secrets.update("OPEN", limits, null, ada));
        assertEquals(1, asked.size());
    }

    @Test
    void aBindingThatLimitsNothingIsRemovedAtOnce() {
        secrets.create(Map.of("name", "OPEN"), ada);
        assertInstanceOf(SecretChange.Done.class, secrets.delete("OPEN", ada));
        assertTrue(rows.isEmpty());
    }

    @Test
    void withoutAnotherAdminItHoldsAtOnce() {
        bound();
        anotherAdmin = false;
        assertInstanceOf(SecretChange.Done.class, change("hosts", List.of("evil.test")));
        assertEquals(List.of("evil.test"), now().hosts());
        assertInstanceOf(SecretChange.Done.class, secrets.delete("TOKEN", ada));
    }

    @Test
    void whatWasAgreedToIsCarriedOut() {
        bound();
        change("hosts", List.of("a.test"));
        change("handle", false);
        agree(0);
        assertEquals(List.of("a.test"), now().hosts());
        assertTrue(now().handle());
        agree(1);
        assertEquals(List.of("changed in between"), dropped, "the second was made against another binding");
        secrets.delete("TOKEN", ada);
        agree(2);
        assertTrue(rows.isEmpty());
        assertEquals("approval " + id(2), audit.get(audit.size() - 1).actor());
    }

    @Test
    void aBindingThatIsGoneIsNotChanged() {
        bound();
        change("handle", false);
        rows.clear();
        agree(0);
        assertEquals(List.of("changed in between"), dropped);
    }

    @Test
    void badFieldsAreNamed() {
        bound();
        assertEquals("hosts[0]", wrong(() -> change("hosts", List.of("no host"))));
        assertEquals("workflows[0]", wrong(() -> change("workflows", List.of("Block IP"))));
        assertEquals("hosts", wrong(() -> change("hosts", List.of())), "a handle needs hosts");
        assertEquals("value", wrong(() -> change("value", "hunter2")));
    }

    @Test
    void onlyAdminsOfTheHouseSeeAndChangeBindings() {
        bound();
        Actor ofAcme = admin(List.of("acme"));
        assertEquals(
                ErrorCode.FORBIDDEN,
                assertThrows(Refusal.class, () -> secrets.get("TOKEN", ofAcme)).code());
    }

    private static String wrong(Executable attempt) {
        Refusal refusal = assertThrows(Refusal.class, attempt);
        Object fields = refusal.details().get("fields");
        return fields instanceof List<?> list && list.get(0) instanceof Map<?, ?> first
                ? String.valueOf(first.get("field"))
                : "";
    }

    private void agree(int number) {
        storing.approved(new RequestDecided(id(number), Kind.CHANGE, Status.APPROVED));
    }

    private static UUID id(int number) {
        return new UUID(0, number);
    }

    private final class Asking extends AdminChanges {
        @Override
        public Optional<SubmissionResult.Pending> ask(AdminChange change, Actor by) {
            if (!anotherAdmin) {
                return Optional.empty();
            }
            asked.add(change);
            return Optional.of(new SubmissionResult.Pending(id(asked.size() - 1), "APR-1", Instant.now()));
        }

        @Override
        public Optional<Agreed> agreedTo(RequestDecided decided, String subjectType) {
            AdminChange change = asked.get((int) decided.id().getLeastSignificantBits());
            Change stored = new Change(
                    decided.id(),
                    subjectType,
                    change.id().toString(),
                    Map.of(),
                    change.baseVersion(),
                    "ada",
                    "ada",
                    null);
            return Optional.of(new Agreed(stored, change.operation(), change.id(), change.name(), change.after()));
        }

        @Override
        public void dropped(Agreed agreed) {
            dropped.add("changed in between");
        }
    }

    /** As the provider would, it counts every change at the flush. */
    private final class InMemory extends SecretBindingRepository {
        @Override
        Optional<SecretRow> find(String name) {
            return Optional.ofNullable(rows.get(name));
        }

        @Override
        void add(SecretRow row) {
            rows.put(row.name, row);
        }

        @Override
        void lock(SecretRow row) {}

        @Override
        void remove(SecretRow row) {
            rows.remove(row.name);
        }

        @Override
        void flush() {
            rows.values().forEach(row -> row.revision++);
        }
    }
}
