package io.countersign.security;

import io.countersign.audit.Audit;
import io.countersign.audit.AuditEntry;
import java.util.ArrayList;
import java.util.List;

/** Remembers what was recorded. */
final class RecordedAudit extends Audit {

    final List<AuditEntry> entries = new ArrayList<>();

    @Override
    public void record(AuditEntry entry) {
        entries.add(entry);
    }
}
