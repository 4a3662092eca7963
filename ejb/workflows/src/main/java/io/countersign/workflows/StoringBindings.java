package io.countersign.workflows;

import io.countersign.approvals.AdminChange;
import io.countersign.approvals.AdminChanges;
import io.countersign.approvals.Approvals;
import io.countersign.approvals.PendingChange;
import io.countersign.approvals.RequestDecided;
import io.countersign.approvals.SubmissionResult;
import io.countersign.audit.Audit;
import io.countersign.audit.AuditEntry;
import io.countersign.security.Actor;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Stores bindings of secrets: at once, or when another admin has agreed to exactly that change. */
@Dependent
class StoringBindings {

    /** What these changes are called among all that wait for agreement. */
    static final String SUBJECT = "secret";

    private final SecretBindingRepository store;
    private final WorkflowRepository workflows;
    private final AdminChanges changes;
    private final Approvals approvals;
    private final Audit audit;
    private final Clock clock;

    @Inject
    StoringBindings(
            SecretBindingRepository store,
            WorkflowRepository workflows,
            AdminChanges changes,
            Approvals approvals,
            Audit audit,
            Clock clock) {
        this.store = store;
        this.workflows = workflows;
        this.changes = changes;
        this.approvals = approvals;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Asks another admin to agree; empty where there is none.
     *
     * @param after null where the binding would be removed
     */
    Optional<SubmissionResult.Pending> ask(SecretRow row, @Nullable SecretDraft after, Actor by) {
        return changes.ask(
                new AdminChange(
                        SUBJECT,
                        "binding of the secret",
                        row.name,
                        SecretRow.id(row.name),
                        SecretDraft.of(row.binding()).toMap(),
                        after == null ? null : after.toMap(),
                        names(row, after),
                        row.revision,
                        null),
                by);
    }

    /** Whoever is asked reads which workflows these are. */
    private Map<String, String> names(SecretRow row, @Nullable SecretDraft after) {
        Set<UUID> ids = new LinkedHashSet<>(row.binding().workflows());
        ids.addAll(after == null ? List.of() : after.workflows());
        Map<String, String> names = new LinkedHashMap<>();
        ids.forEach(id -> workflows.find(id).ifPresent(workflow -> names.put(id.toString(), workflow.name)));
        return names;
    }

    List<PendingChange> pending(Actor viewer) {
        return changes.pending(SUBJECT, viewer);
    }

    void approved(@Observes(during = TransactionPhase.IN_PROGRESS) RequestDecided event) {
        changes.agreedTo(event, SUBJECT).ifPresent(this::carryOut);
    }

    private void carryOut(AdminChanges.Agreed agreed) {
        SecretRow row = store.find(agreed.name()).orElse(null);
        if (row != null) {
            store.lock(row);
        }
        if (row == null || agreed.isStale(row.revision)) {
            changes.dropped(agreed);
            return;
        }
        switch (agreed.operation()) {
            case CREATE -> throw new IllegalStateException("a new binding only narrows, so nobody is asked");
            case UPDATE -> update(row, SecretDraft.of(Objects.requireNonNull(agreed.fields())), agreed.by(), Map.of());
            case DELETE -> delete(row, agreed.by(), Map.of());
        }
    }

    SecretRow create(String name, SecretDraft draft, Actor by) {
        SecretRow row = new SecretRow(name, now());
        row.fill(draft, row.createdAt);
        store.add(row);
        store.flush();
        record(by.userName(), "secret.bound", row, through(by));
        return row;
    }

    void update(SecretRow row, SecretDraft draft, Actor by) {
        update(row, draft, by.userName(), through(by));
    }

    private void update(SecretRow row, SecretDraft draft, String by, Map<String, Object> more) {
        boolean wider = draft.isWiderThan(SecretDraft.of(row.binding()));
        row.fill(draft, now());
        store.flush();
        record(by, "secret.bound", row, more);
        cancelIf(wider, row.name);
    }

    void delete(SecretRow row, Actor by) {
        delete(row, by.userName(), through(by));
    }

    private void delete(SecretRow row, String by, Map<String, Object> more) {
        boolean wider = SecretDraft.UNLIMITED.isWiderThan(SecretDraft.of(row.binding()));
        record(by, "secret.unbound", row, more);
        store.remove(row);
        store.flush();
        cancelIf(wider, row.name);
    }

    /** Whoever approves a run reads where its secrets may go: a request that shows less than what holds now is cancelled. */
    private void cancelIf(boolean wider, String secret) {
        if (wider) {
            workflows
                    .granted(secret)
                    .forEach(workflow -> approvals.cancelForWorkflow(
                            workflow.uuid, "The secret " + secret + " may go further than the request shows"));
        }
    }

    private static Map<String, Object> through(Actor by) {
        return Map.of("credential", by.credential().toMap());
    }

    private void record(String by, String action, SecretRow row, Map<String, Object> more) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("name", row.name);
        details.putAll(SecretDraft.of(row.binding()).toMap());
        details.putAll(more);
        audit.record(AuditEntry.of(by, action, SUBJECT, SecretRow.id(row.name), details));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
