package io.countersign.approvals;

import io.countersign.audit.CanonicalJson;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Carries out changes of policies: at once, or when another admin has agreed to exactly that change. */
@Dependent
class PolicyChanges {

    private final PolicyBook book;
    private final Trail trail;
    private final Clock clock;

    @Inject
    PolicyChanges(PolicyBook book, Trail trail, Clock clock) {
        this.book = book;
        this.trail = trail;
        this.clock = clock;
    }

    /** A request that stands for a change was approved: the change happens in the approval's own transaction. */
    void approved(@Observes(during = TransactionPhase.IN_PROGRESS) RequestDecided event) {
        if (event.kind() == Kind.TOOL && event.status() == Status.APPROVED) {
            book.change(event.id()).ifPresent(change -> carryOut(change, "approval " + event.id()));
        }
    }

    private void carryOut(PolicyChangeRow change, String by) {
        UUID id = Objects.requireNonNull(change.policyId);
        PolicyRow row = book.find(id).orElse(null);
        if (row != null) {
            book.lock(row);
        }
        boolean stale = change.operation != PolicyChangeRow.Operation.CREATE
                && (row == null || !Objects.equals(row.version, change.baseVersion));
        PolicyDraft draft = change.draft == null ? null : PolicyJson.draft(CanonicalJson.parseObject(change.draft));
        boolean nameTaken = draft != null
                && book.named(draft.name())
                        .filter(other -> !other.id.equals(id))
                        .isPresent();
        if (stale || nameTaken) {
            trail.of("system", "policy.change_dropped", "policy", id, Map.of("why", "changed in between", "by", by));
            return;
        }
        switch (change.operation) {
            case CREATE -> create(id, Objects.requireNonNull(draft), by);
            case UPDATE -> update(Objects.requireNonNull(row), Objects.requireNonNull(draft), by);
            case DELETE -> delete(Objects.requireNonNull(row), by);
        }
    }

    PolicyRow create(UUID id, PolicyDraft draft, String by) {
        PolicyRow row = new PolicyRow();
        row.id = id;
        row.createdAt = now();
        fill(row, draft);
        book.add(row);
        trail.of(by, "policy.created", "policy", id, details(draft));
        return row;
    }

    void update(PolicyRow row, PolicyDraft draft, String by) {
        Map<String, Object> details = new LinkedHashMap<>(details(draft));
        details.put("before", PolicyJson.toMap(PolicyJson.draft(PolicyJson.read(row))));
        fill(row, draft);
        trail.of(by, "policy.updated", "policy", row.id, details);
    }

    void delete(PolicyRow row, String by) {
        trail.of(by, "policy.deleted", "policy", row.id, details(PolicyJson.draft(PolicyJson.read(row))));
        book.remove(row);
    }

    private void fill(PolicyRow row, PolicyDraft draft) {
        row.name = draft.name();
        row.kind = draft.kind();
        row.enabled = draft.enabled();
        row.priority = draft.priority();
        row.conditions = CanonicalJson.write(PolicyJson.toMap(draft.when()));
        row.outcome = CanonicalJson.write(PolicyJson.toMap(draft.then()));
        row.updatedAt = now();
    }

    private static Map<String, Object> details(PolicyDraft draft) {
        return PolicyJson.toMap(draft);
    }

    private Instant now() {
        return Times.micros(clock.instant());
    }
}
