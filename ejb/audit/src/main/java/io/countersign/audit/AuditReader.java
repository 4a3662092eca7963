package io.countersign.audit;

import java.util.List;

/** The reader of the audit log, as far as this module has to know. */
public interface AuditReader {

    /** @throws io.countersign.kernel.Refusal FORBIDDEN for who may not read the audit log */
    void requireAuditRead();

    /** Whose rows the reader sees; empty: everybody's. */
    List<String> organizations();
}
