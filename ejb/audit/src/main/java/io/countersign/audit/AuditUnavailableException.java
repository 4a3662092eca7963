package io.countersign.audit;

import java.sql.SQLException;

/** The record cannot be written or read just now; whatever should have been recorded must not happen either. */
public class AuditUnavailableException extends RuntimeException {

    AuditUnavailableException(SQLException cause) {
        super("the audit record is not available: " + cause.getMessage(), cause);
    }
}
