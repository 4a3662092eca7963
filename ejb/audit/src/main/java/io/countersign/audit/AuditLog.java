package io.countersign.audit;

import io.countersign.kernel.Page;
import io.countersign.kernel.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Reads the sealed rows. */
@ApplicationScoped
class AuditLog {

    private static final int STEP = 1000;

    private final AuditDatabase database;

    @Inject
    AuditLog(AuditDatabase database) {
        this.database = database;
    }

    @SuppressWarnings("NullAway")
    protected AuditLog() {
        this.database = null;
    }

    Page<AuditRow> search(AuditQuery query, PageRequest page) {
        return database.call(connection -> AuditLogTable.search(connection, query, page));
    }

    ChainVerification verify() {
        return database.call(AuditLog::verify);
    }

    static ChainVerification verify(Connection connection) throws SQLException {
        // rows sealed after this moment are beyond the head that is checked
        Chain.Head head = Chain.head(connection, false);
        ChainVerifier verifier = new ChainVerifier();
        // a row numbered 0 or less can only have been smuggled in
        long after = Long.MIN_VALUE;
        while (true) {
            List<AuditRow> rows = AuditLogTable.after(connection, after, STEP);
            for (AuditRow row : rows) {
                if (row.seq() > head.seq()) {
                    return verifier.against(head);
                }
                if (!verifier.accept(row)) {
                    return verifier.result();
                }
                after = row.seq();
            }
            if (rows.size() < STEP) {
                return verifier.against(head);
            }
        }
    }

    /** How many rows are committed and not chained yet. */
    long unsealed() {
        return database.call(AuditStagingTable::count);
    }
}
