package io.countersign.approvals.request;

import io.countersign.audit.Audit;
import io.countersign.audit.AuditEntry;
import io.countersign.security.Actor;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes what happens to requests into the audit log, in the transaction that makes it happen. */
@Dependent
public class ApprovalAudit {

    private final Audit audit;

    @Inject
    public ApprovalAudit(Audit audit) {
        this.audit = audit;
    }

    /** Something that happened to a request; {@code more} goes beside the ids and digests that every entry has. */
    public void of(String actor, String action, RequestRow row, Map<String, ?> more) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("request_id", row.requestNumber);
        details.put("kind", row.kind.toString());
        put(details, "workflow_uuid", row.workflowId);
        put(details, "workflow_name", row.workflowName);
        put(details, "code_version", row.codeVersion);
        put(details, "sha256", row.codeSha256);
        put(details, "tool_name", row.toolName);
        put(details, "arguments_sha256", row.argumentsSha256);
        put(details, "approval_type", row.approvalType.toString());
        details.putAll(more);
        audit.record(new AuditEntry(actor, action, "approval", row.id, details, row.organizationId));
    }

    /** The same, done by somebody through a credential. */
    public void of(Actor actor, String action, RequestRow row, Map<String, ?> more) {
        of(actor.userName(), action, row, by(actor, more));
    }

    /** Something that somebody did to another thing of this module. */
    public void of(Actor actor, String action, String targetType, UUID id, Map<String, ?> more) {
        of(actor.userName(), action, targetType, id, by(actor, more));
    }

    /** What is noted of whoever acts, beside the user name. */
    private static Map<String, Object> by(Actor actor, Map<String, ?> more) {
        Map<String, Object> details = new LinkedHashMap<>(more);
        if (!actor.person().equals(actor.userName())) {
            details.put("person", actor.person());
        }
        details.put("credential", actor.credential().toMap());
        return details;
    }

    /** Something that happened to another thing of this module. */
    public void of(String actor, String action, String targetType, UUID id, Map<String, ?> details) {
        audit.record(AuditEntry.of(actor, action, targetType, id, details));
    }

    /** An attempt that was refused, in a transaction of its own: the refused one has ended. */
    public void refused(@Nullable String actor, UUID id, @Nullable String organization, Map<String, ?> details) {
        audit.recordAlone(new AuditEntry(
                actor == null ? "unknown" : actor, "approval.decision_refused", "approval", id, details, organization));
    }

    private static void put(Map<String, Object> details, String key, @Nullable Object value) {
        if (value != null) {
            details.put(key, value);
        }
    }
}
