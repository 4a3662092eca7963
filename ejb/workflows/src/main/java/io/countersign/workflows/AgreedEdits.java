package io.countersign.workflows;

import io.countersign.approvals.Approvals;
import io.countersign.approvals.Change;
import io.countersign.approvals.Changes;
import io.countersign.approvals.Channel;
import io.countersign.approvals.Kind;
import io.countersign.approvals.RequestDecided;
import io.countersign.approvals.RequestView;
import io.countersign.approvals.Status;
import io.countersign.audit.CanonicalJson;
import io.countersign.security.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an agreement does to workflows, in the agreement's own transaction. */
@ApplicationScoped
class AgreedEdits {

    private static final String BINDING = "binding_sha256";
    private static final String DEFINITION = "definition_sha256";
    private static final String FIELDS = "fields";

    private final Changes changes;
    private final Approvals approvals;
    private final WorkflowStore store;
    private final EditReader reader;
    private final StoringEdits stored;

    @Inject
    AgreedEdits(Changes changes, Approvals approvals, WorkflowStore store, EditReader reader, StoringEdits stored) {
        this.changes = changes;
        this.approvals = approvals;
        this.store = store;
        this.reader = reader;
        this.stored = stored;
    }

    /** For the container's proxy only. */
    @SuppressWarnings("NullAway")
    protected AgreedEdits() {
        this(null, null, null, null, null);
    }

    /** What a change asked for is made against, as a whole: it is carried out only where all of this still holds. */
    static Map<String, Object> base(Edit edit) {
        return Map.of(BINDING, edit.row().bindingSha256, DEFINITION, definitionSha256(edit.row()));
    }

    private static String definitionSha256(WorkflowRow row) {
        return CanonicalJson.sha256OfText(row.definition().json());
    }

    void decided(@Observes(during = TransactionPhase.IN_PROGRESS) RequestDecided decided) {
        changes.agreedTo(decided, PublishingReview.SUBJECT).ifPresent(this::carryOut);
        if (decided.kind() == Kind.WORKFLOW && decided.status() == Status.APPROVED) {
            runAgreed(approvals.show(decided.id()));
        }
    }

    /** People have agreed to what runs as it is now: any edit since the last agreement would have cancelled the request. */
    private void runAgreed(RequestView request) {
        boolean byPeople = request.decisions().stream().anyMatch(decision -> decision.channel() != Channel.POLICY);
        if (byPeople && request.workflowUuid() != null) {
            store.forgetEditors(request.workflowUuid());
        }
    }

    private void carryOut(Change change) {
        WorkflowRow row = store.lockNow(UUID.fromString(change.subjectId())).orElse(null);
        if (row == null || row.archivedAt != null || !isBaseOf(change, row)) {
            changes.dropped(change, "the workflow was changed in between");
            return;
        }
        Edit edit;
        try {
            edit = edit(row, change);
        } catch (Refusal refusal) {
            changes.dropped(change, refusal.getMessage());
            return;
        }
        stored.update(edit, Author.of(change));
        store.forgetEditors(row.uuid);
    }

    private Edit edit(WorkflowRow row, Change change) {
        return change.payload().get("restore") instanceof Number version
                ? reader.restore(row, version.intValue())
                : reader.change(row, new Form(map(change.payload().get(FIELDS))), null);
    }

    private static boolean isBaseOf(Change change, WorkflowRow row) {
        Map<String, Object> base = map(change.payload().get("base"));
        return row.bindingSha256.equals(base.get(BINDING))
                && definitionSha256(row).equals(base.get(DEFINITION));
    }

    private static Map<String, Object> map(@Nullable Object value) {
        Map<String, Object> map = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> given) {
            given.forEach((name, one) -> map.put(String.valueOf(name), one));
        }
        return map;
    }
}
