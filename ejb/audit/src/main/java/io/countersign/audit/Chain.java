package io.countersign.audit;

import io.countersign.audit.AuditStagingTable.Waiting;
import io.countersign.kernel.CanonicalJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Moves waiting rows into the log, each chained to the one before. The head's row lock makes one sealer of all nodes. */
@ApplicationScoped
class Chain {

    static final String GENESIS = "0".repeat(64);
    private static final int BATCH = 500;

    private final AuditDatabase database;

    @Inject
    Chain(AuditDatabase database) {
        this.database = database;
    }

    @SuppressWarnings("NullAway")
    protected Chain() {
        this.database = null;
    }

    /** The last number and hash that were given out. */
    record Head(long seq, String hash) {}

    /** Seals what waits, up to a batch, and says whether more may wait. */
    @Transactional(TxType.REQUIRES_NEW)
    boolean sealSome() {
        return database.call(Chain::sealSome);
    }

    static boolean sealSome(Connection connection) throws SQLException {
        Head head = head(connection, true);
        List<Waiting> waiting = AuditStagingTable.oldest(connection, BATCH);
        if (waiting.isEmpty()) {
            return false;
        }
        List<AuditRow> rows = new ArrayList<>(waiting.size());
        for (Waiting next : waiting) {
            AuditRow row = sealed(next, head);
            rows.add(row);
            head = new Head(row.seq(), row.hash());
        }
        AuditLogTable.insert(connection, rows);
        AuditStagingTable.remove(connection, waiting);
        moveHead(connection, head);
        return waiting.size() == BATCH;
    }

    private static AuditRow sealed(Waiting next, Head head) {
        AuditRow open = new AuditRow(
                head.seq() + 1,
                next.at(),
                next.actor(),
                next.action(),
                next.targetType(),
                next.targetId(),
                CanonicalJson.parseObject(next.details()),
                next.organizationId(),
                head.hash(),
                "");
        return open.withHash(open.expectedHash());
    }

    static Head head(Connection connection, boolean lock) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                        "select seq, hash from audit_head where id = 1" + (lock ? " for update" : ""));
                ResultSet result = select.executeQuery()) {
            if (!result.next()) {
                throw new SQLException("the audit chain has lost its head");
            }
            return new Head(result.getLong(1), result.getString(2));
        }
    }

    private static void moveHead(Connection connection, Head head) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update audit_head set seq = ?, hash = ? where id = 1")) {
            update.setLong(1, head.seq());
            update.setString(2, head.hash());
            update.executeUpdate();
        }
    }
}
