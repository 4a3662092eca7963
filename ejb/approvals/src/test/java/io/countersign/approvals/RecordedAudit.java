package io.countersign.approvals;

import io.countersign.audit.Audit;
import io.countersign.audit.AuditEntry;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what was recorded. */
public class RecordedAudit extends Audit {

    public final List<AuditEntry> entries = new CopyOnWriteArrayList<>();

    @Override
    public void record(AuditEntry entry) {
        entries.add(entry);
    }

    @Override
    public void recordAlone(AuditEntry entry) {
        entries.add(entry);
    }

    public List<String> actions() {
        return entries.stream().map(AuditEntry::action).toList();
    }
}
