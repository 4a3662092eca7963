package io.countersign.approvals.adminchange;

import io.countersign.approvals.AdminChange;
import io.countersign.approvals.AdminChanges;
import io.countersign.approvals.CatalogueDraft;
import io.countersign.approvals.PendingChange;
import io.countersign.approvals.RequestDecided;
import io.countersign.approvals.RiskLevel;
import io.countersign.approvals.SubmissionResult;
import io.countersign.approvals.catalogue.CatalogueRepository;
import io.countersign.approvals.catalogue.CatalogueRow;
import io.countersign.approvals.request.ApprovalAudit;
import io.countersign.approvals.request.RuleJson;
import io.countersign.approvals.storage.Micros;
import io.countersign.security.Actor;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Carries out changes of the catalogue: at once, or when another admin has agreed to exactly that change. */
@Dependent
public class CatalogueChanges {

    private static final String SUBJECT = "tool";

    private final CatalogueRepository book;
    private final AdminChanges changes;
    private final ApprovalAudit trail;
    private final Clock clock;

    @Inject
    public CatalogueChanges(CatalogueRepository book, AdminChanges changes, ApprovalAudit trail, Clock clock) {
        this.book = book;
        this.changes = changes;
        this.trail = trail;
        this.clock = clock;
    }

    /** Asks another admin to agree to a change from one draft to the other; empty where there is none. */
    public Optional<SubmissionResult.Pending> ask(
            UUID id,
            @Nullable CatalogueDraft before,
            @Nullable CatalogueDraft after,
            @Nullable Integer baseVersion,
            Actor by) {
        CatalogueDraft shown = after == null ? Objects.requireNonNull(before) : after;
        // an entry that leaves an organization, or comes to one, is a matter for admins without an organization
        boolean moves = before != null && !Objects.equals(before.organizationId(), shown.organizationId());
        return changes.ask(
                new AdminChange(
                        SUBJECT,
                        "catalogue entry of the tool",
                        shown.toolName(),
                        id,
                        before == null ? null : toMap(before),
                        after == null ? null : toMap(after),
                        Map.of(),
                        baseVersion == null ? null : Long.valueOf(baseVersion),
                        moves ? null : shown.organizationId()),
                by);
    }

    public List<PendingChange> pending(Actor viewer) {
        return changes.pending(SUBJECT, viewer);
    }

    /** A request that stands for a change was approved: the change happens in the approval's own transaction. */
    public void approved(@Observes(during = TransactionPhase.IN_PROGRESS) RequestDecided event) {
        changes.agreedTo(event, SUBJECT).ifPresent(this::carryOut);
    }

    private void carryOut(AdminChanges.Agreed agreed) {
        CatalogueDraft draft = agreed.fields() == null ? null : fromMap(agreed.fields());
        CatalogueRow row = book.find(agreed.id()).orElse(null);
        if (row != null) {
            book.lock(row);
        }
        boolean taken = draft != null
                && book.at(CatalogueRow.place(draft))
                        .filter(other -> !other.id.equals(agreed.id()))
                        .isPresent();
        if (taken || agreed.isStale(row == null ? null : row.version)) {
            changes.dropped(agreed);
            return;
        }
        switch (agreed.operation()) {
            case CREATE -> create(agreed.id(), Objects.requireNonNull(draft), agreed.by());
            case UPDATE -> update(Objects.requireNonNull(row), Objects.requireNonNull(draft), agreed.by());
            case DELETE -> delete(Objects.requireNonNull(row), agreed.by());
        }
    }

    public CatalogueRow create(UUID id, CatalogueDraft draft, String by) {
        CatalogueRow row = new CatalogueRow();
        row.id = id;
        row.createdAt = now();
        row.fill(draft, row.createdAt);
        book.add(row);
        trail.of(by, "tool.created", SUBJECT, id, toMap(draft));
        return row;
    }

    public void update(CatalogueRow row, CatalogueDraft draft, String by) {
        Map<String, Object> details = new LinkedHashMap<>(toMap(draft));
        details.put("before", toMap(draft(row)));
        row.fill(draft, now());
        trail.of(by, "tool.updated", SUBJECT, row.id, details);
    }

    public void delete(CatalogueRow row, String by) {
        trail.of(by, "tool.deleted", SUBJECT, row.id, toMap(draft(row)));
        book.remove(row);
    }

    public static CatalogueDraft draft(CatalogueRow row) {
        return new CatalogueDraft(
                row.toolName,
                row.actionType,
                row.riskLevel,
                RuleJson.read(row.rule),
                row.timeoutSeconds,
                row.organizationId);
    }

    private static Map<String, Object> toMap(CatalogueDraft draft) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("tool_name", draft.toolName());
        put(map, "action_type", draft.actionType());
        map.put("risk_level", draft.riskLevel().toString());
        map.putAll(RuleJson.toMap(draft.rule()));
        put(map, "timeout_seconds", draft.timeoutSeconds());
        put(map, "organization_id", draft.organizationId());
        return map;
    }

    private static CatalogueDraft fromMap(Map<String, Object> map) {
        return new CatalogueDraft(
                String.valueOf(map.get("tool_name")),
                map.get("action_type") instanceof String type ? type : null,
                RiskLevel.parse(String.valueOf(map.get("risk_level"))),
                RuleJson.fromMap(map),
                map.get("timeout_seconds") instanceof Number seconds ? Integer.valueOf(seconds.intValue()) : null,
                map.get("organization_id") instanceof String organization ? organization : null);
    }

    private static void put(Map<String, Object> map, String key, @Nullable Object value) {
        if (value != null) {
            map.put(key, value);
        }
    }

    private Instant now() {
        return Micros.micros(clock.instant());
    }
}
