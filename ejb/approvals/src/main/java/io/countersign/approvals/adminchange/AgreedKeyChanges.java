package io.countersign.approvals.adminchange;

import io.countersign.approvals.AdminKeys;
import io.countersign.approvals.Change;
import io.countersign.approvals.Changes;
import io.countersign.approvals.RequestDecided;
import io.countersign.approvals.change.KeyJson;
import io.countersign.approvals.json.StoredJson;
import io.countersign.security.ApiKeyPatch;
import io.countersign.security.ApiKeys;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.Objects;
import java.util.UUID;

/** Carries out changes of API keys in the transaction of their approval; new keys wait until their asker comes for them. */
@Dependent
class AgreedKeyChanges {

    private final ApiKeys keys;
    private final Changes changes;

    @Inject
    AgreedKeyChanges(ApiKeys keys, Changes changes) {
        this.keys = keys;
        this.changes = changes;
    }

    void approved(@Observes(during = TransactionPhase.IN_PROGRESS) RequestDecided event) {
        changes.agreedTo(event, AdminKeys.SUBJECT)
                .filter(change -> "update".equals(change.payload().get("operation")))
                .ifPresent(this::carryOut);
    }

    private void carryOut(Change change) {
        ApiKeyPatch patch = KeyJson.patch(StoredJson.object(change.payload().get("key")));
        int version = Math.toIntExact(Objects.requireNonNull(change.baseVersion()));
        if (!keys.updateAgreed(UUID.fromString(change.subjectId()), patch, version, change.by())) {
            changes.dropped(change, "the key was changed or revoked in between");
        }
    }
}
