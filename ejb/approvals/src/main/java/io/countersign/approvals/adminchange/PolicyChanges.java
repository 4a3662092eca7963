package io.countersign.approvals.adminchange;

import io.countersign.approvals.AdminChange;
import io.countersign.approvals.AdminChanges;
import io.countersign.approvals.PolicyDraft;
import io.countersign.approvals.RequestDecided;
import io.countersign.approvals.SubmissionResult;
import io.countersign.approvals.policy.PolicyJson;
import io.countersign.approvals.policy.PolicyRepository;
import io.countersign.approvals.policy.PolicyRow;
import io.countersign.approvals.request.ApprovalAudit;
import io.countersign.approvals.storage.Micros;
import io.countersign.kernel.CanonicalJson;
import io.countersign.security.Actor;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Carries out changes of policies: at once, or when another admin has agreed to exactly that change. */
@Dependent
public class PolicyChanges {

    /** What these changes are called among all that wait for agreement. */
    private static final String SUBJECT = "policy";

    private final PolicyRepository book;
    private final AdminChanges changes;
    private final ApprovalAudit trail;
    private final Clock clock;

    @Inject
    public PolicyChanges(PolicyRepository book, AdminChanges changes, ApprovalAudit trail, Clock clock) {
        this.book = book;
        this.changes = changes;
        this.trail = trail;
        this.clock = clock;
    }

    /** Asks another admin to agree to a change from one draft to the other; empty where there is none. */
    public Optional<SubmissionResult.Pending> ask(
            UUID id,
            @Nullable PolicyDraft before,
            @Nullable PolicyDraft after,
            @Nullable Integer baseVersion,
            Actor by) {
        PolicyDraft shown = before == null ? Objects.requireNonNull(after) : before;
        return changes.ask(
                new AdminChange(
                        SUBJECT,
                        "approval policy",
                        shown.name(),
                        id,
                        before == null ? null : PolicyJson.toMap(before),
                        after == null ? null : PolicyJson.toMap(after),
                        Map.of(),
                        baseVersion == null ? null : Long.valueOf(baseVersion),
                        null),
                by);
    }

    /** A request that stands for a change was approved: the change happens in the approval's own transaction. */
    public void approved(@Observes(during = TransactionPhase.IN_PROGRESS) RequestDecided event) {
        changes.agreedTo(event, SUBJECT).ifPresent(this::carryOut);
    }

    private void carryOut(AdminChanges.Agreed agreed) {
        PolicyDraft draft = agreed.fields() == null ? null : PolicyJson.draft(agreed.fields());
        PolicyRow row = book.find(agreed.id()).orElse(null);
        if (row != null) {
            book.lock(row);
        }
        if (agreed.isStale(row == null ? null : row.version) || isNameTaken(agreed.id(), draft)) {
            changes.dropped(agreed);
            return;
        }
        switch (agreed.operation()) {
            case CREATE -> create(agreed.id(), Objects.requireNonNull(draft), agreed.by());
            case UPDATE -> update(Objects.requireNonNull(row), Objects.requireNonNull(draft), agreed.by());
            case DELETE -> delete(Objects.requireNonNull(row), agreed.by());
        }
    }

    private boolean isNameTaken(UUID id, @Nullable PolicyDraft draft) {
        return draft != null
                && book.named(draft.name())
                        .filter(other -> !other.id.equals(id))
                        .isPresent();
    }

    public PolicyRow create(UUID id, PolicyDraft draft, String by) {
        PolicyRow row = new PolicyRow();
        row.id = id;
        row.createdAt = now();
        fill(row, draft);
        book.add(row);
        trail.of(by, "policy.created", "policy", id, details(draft));
        return row;
    }

    public void update(PolicyRow row, PolicyDraft draft, String by) {
        Map<String, Object> details = new LinkedHashMap<>(details(draft));
        details.put("before", PolicyJson.toMap(PolicyDraft.of(PolicyJson.read(row))));
        fill(row, draft);
        trail.of(by, "policy.updated", "policy", row.id, details);
    }

    public void delete(PolicyRow row, String by) {
        trail.of(by, "policy.deleted", "policy", row.id, details(PolicyDraft.of(PolicyJson.read(row))));
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
        return Micros.micros(clock.instant());
    }
}
