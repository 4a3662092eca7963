package io.countersign.workflows;

import io.countersign.approvals.Approvals;
import io.countersign.approvals.Change;
import io.countersign.approvals.Changes;
import io.countersign.approvals.FrozenArguments;
import io.countersign.approvals.Kind;
import io.countersign.approvals.RequestDecided;
import io.countersign.approvals.Status;
import io.countersign.kernel.CanonicalJson;
import io.countersign.kernel.JsonFields;
import io.countersign.kernel.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Applies approved changes of workflows, inside the transaction of the approval. */
@ApplicationScoped
class ApprovedEditObserver {

    private static final String BINDING = "binding_sha256";
    private static final String DEFINITION = "definition_sha256";
    private static final String FIELDS = "fields";

    private final Changes changes;
    private final Approvals approvals;
    private final WorkflowRepository store;
    private final EditReader reader;
    private final StoringEdits stored;

    @Inject
    ApprovedEditObserver(
            Changes changes, Approvals approvals, WorkflowRepository store, EditReader reader, StoringEdits stored) {
        this.changes = changes;
        this.approvals = approvals;
        this.store = store;
        this.reader = reader;
        this.stored = stored;
    }

    /** For the container's proxy only. */
    @SuppressWarnings("NullAway")
    protected ApprovedEditObserver() {
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
            runAgreed(approvals.approvedArguments(decided.id()));
        }
    }

    /** People have agreed to a run. That clears the editors if it runs what is there now, and none of them was among those people. */
    private void runAgreed(FrozenArguments agreed) {
        WorkflowRow row = agreed.workflowId() == null
                ? null
                : store.find(agreed.workflowId()).orElse(null);
        if (row != null
                && row.bindingSha256.equals(agreed.triggerContext().get(BINDING))
                && approvals.isAgreedWithout(agreed.requestId(), Set.copyOf(store.editors(row.uuid)))) {
            store.forgetEditors(row.uuid);
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
        if (PublishingReview.showsAll(edit)) {
            store.forgetEditors(row.uuid);
        } else {
            // they have seen the difference only
            stored.addEditors(row, Author.of(change).people(), row.updatedAt);
        }
    }

    private Edit edit(WorkflowRow row, Change change) {
        return change.payload().get("restore") instanceof Number version
                ? reader.restore(row, version.intValue())
                : reader.change(row, new JsonFields(map(change.payload().get(FIELDS))), null);
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
