package io.countersign.workflows;

import io.countersign.audit.Audit;
import io.countersign.audit.AuditEntry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;

/** What happens to workflows, in the audit log. */
@ApplicationScoped
class EditLog {

    private final Audit audit;

    @Inject
    EditLog(Audit audit) {
        this.audit = audit;
    }

    /** For the container's proxy only. */
    @SuppressWarnings("NullAway")
    protected EditLog() {
        this(null);
    }

    void note(Author by, String action, WorkflowRow row, Map<String, ?> details) {
        Map<String, Object> all = new LinkedHashMap<>(details);
        all.put("code_version", row.codeVersion);
        all.put("sha256", row.sha256);
        all.putAll(by.details());
        audit.record(new AuditEntry(by.auditName(), action, "workflow", row.uuid, all, row.organizationId));
    }
}
