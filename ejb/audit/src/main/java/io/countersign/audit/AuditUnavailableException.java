package io.countersign.audit;

import java.sql.SQLException;

/** The audit log cannot be written or read. The change that should have been recorded must not happen either. */
public class AuditUnavailableException extends RuntimeException {

    AuditUnavailableException(SQLException cause) {
        super("the audit record is not available: " + cause.getMessage(), cause);
    }
}
