package io.countersign.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.countersign.kernel.Page;
import io.countersign.kernel.PageRequest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** The promises of the chain, on every database that is supported. */
abstract class ChainTest {

    static final Instant NOON = Instant.parse("2026-11-22T12:00:00.123456Z");

    abstract DataSource database();

    /** One transaction. */
    interface Step {
        void on(Connection connection) throws SQLException;
    }

    void commit(Step step) throws SQLException {
        try (Connection connection = database().getConnection()) {
            connection.setAutoCommit(false);
            step.on(connection);
            connection.commit();
        }
    }

    void record(String actor, String action, UUID target) throws SQLException {
        AuditEntry entry = AuditEntry.of(actor, action, "run", target, Map.of("version", 3, "note", "ü=|\n"));
        commit(connection -> AuditStagingTable.insert(connection, entry, NOON));
    }

    void sealAll() throws SQLException {
        boolean[] more = {true};
        while (more[0]) {
            commit(connection -> more[0] = Chain.sealSome(connection));
        }
    }

    void sealed(int rows) throws SQLException {
        for (int i = 1; i <= rows; i++) {
            record("maya", "run.queued", UUID.randomUUID());
        }
        sealAll();
    }

    void tamper(String sql) throws SQLException {
        commit(connection -> {
            try (var statement = connection.createStatement()) {
                assertTrue(statement.executeUpdate(sql) > 0, sql);
            }
        });
    }

    ChainVerification verify() throws SQLException {
        try (Connection connection = database().getConnection()) {
            return AuditLog.verify(connection);
        }
    }

    Page<AuditRow> search(AuditQuery query) throws SQLException {
        try (Connection connection = database().getConnection()) {
            return AuditLogTable.search(connection, query, new PageRequest(1, 500));
        }
    }

    @Test
    void anUntouchedChainIsValidAndNumberedWithoutGaps() throws SQLException {
        sealed(5);
        assertEquals(new ChainVerification(true, 5, null), verify());
        List<AuditRow> rows = search(AuditQuery.all()).items();
        assertEquals(
                List.of(5L, 4L, 3L, 2L, 1L), rows.stream().map(AuditRow::seq).toList());
        assertEquals(Chain.GENESIS, rows.get(4).prevHash());
        assertEquals(NOON, rows.get(0).at());
    }

    @Test
    void anEmptyChainIsValid() throws SQLException {
        assertEquals(new ChainVerification(true, 0, null), verify());
    }

    @Test
    void whatRollsBackIsNeverTold() throws SQLException {
        try (Connection connection = database().getConnection()) {
            connection.setAutoCommit(false);
            AuditStagingTable.insert(connection, AuditEntry.of("maya", "run.queued", "run", null, Map.of()), NOON);
            connection.rollback();
        }
        sealAll();
        assertEquals(0, search(AuditQuery.all()).total());
    }

    @Test
    void aRowCommittedLateIsSealedLaterAndNotLost() throws SQLException {
        try (Connection slow = database().getConnection()) {
            slow.setAutoCommit(false);
            AuditStagingTable.insert(slow, AuditEntry.of("slow", "run.queued", "run", null, Map.of()), NOON);
            record("quick", "run.queued", UUID.randomUUID());
            sealAll();
            slow.commit();
        }
        sealAll();
        assertEquals(
                List.of("slow", "quick"),
                search(AuditQuery.all()).items().stream().map(AuditRow::actor).toList());
        assertTrue(verify().valid());
    }

    @Test
    void aChangedRowIsNamed() throws SQLException {
        sealed(5);
        tamper("update audit_log set actor = 'mallory' where seq = 3");
        assertEquals(new ChainVerification(false, 2, 3L), verify());
    }

    @Test
    void changedDetailsAreNamed() throws SQLException {
        sealed(5);
        tamper("update audit_log set details = '{\"version\":4}' where seq = 2");
        assertEquals(new ChainVerification(false, 1, 2L), verify());
    }

    @Test
    void aChangedRowWithAFreshHashBreaksTheNextLink() throws SQLException {
        sealed(5);
        AuditRow row = search(AuditQuery.all()).items().get(2);
        AuditRow forged = new AuditRow(
                        row.seq(),
                        row.at(),
                        "mallory",
                        row.action(),
                        row.targetType(),
                        row.targetId(),
                        row.details(),
                        row.organizationId(),
                        row.prevHash(),
                        "")
                .withHash("");
        tamper("update audit_log set actor = 'mallory', hash = '" + forged.expectedHash() + "' where seq = 3");
        assertEquals(new ChainVerification(false, 3, 4L), verify());
    }

    @Test
    void aDeletedRowIsNamed() throws SQLException {
        sealed(5);
        tamper("delete from audit_log where seq = 2");
        assertEquals(new ChainVerification(false, 1, 2L), verify());
    }

    @Test
    void rowsCutOffAtTheEndAreNamed() throws SQLException {
        sealed(5);
        tamper("delete from audit_log where seq > 3");
        assertEquals(new ChainVerification(false, 3, 4L), verify());
    }

    @Test
    void swappedRowsAreNamed() throws SQLException {
        sealed(5);
        tamper("update audit_log set seq = 99 where seq = 2");
        tamper("update audit_log set seq = 2 where seq = 4");
        tamper("update audit_log set seq = 4 where seq = 99");
        assertEquals(new ChainVerification(false, 1, 2L), verify());
    }

    @Test
    void aSmuggledInRowIsNamed() throws SQLException {
        sealed(2);
        tamper("insert into audit_log (seq, at, actor, action, target_type, details, prev_hash, hash)"
                + " select 0, at, actor, action, target_type, details, prev_hash, hash from audit_log where seq = 1");
        assertFalse(verify().valid());
    }

    @Test
    void filtersFindWhatTheyName() throws SQLException {
        UUID target = UUID.randomUUID();
        record("maya", "run.queued", target);
        record("alex", "run.finished", target);
        record("alex", "run.queued", UUID.randomUUID());
        sealAll();
        assertEquals(2, search(AuditQuery.about(target)).total());
        assertEquals(2, search(new AuditQuery("alex", null, null, null, null)).total());
        assertEquals(
                1,
                search(new AuditQuery("alex", "run.queued", null, NOON, null)).total());
        assertEquals(
                0,
                search(new AuditQuery(null, null, null, NOON.plusNanos(1000), null))
                        .total());
        assertEquals(0, search(new AuditQuery(null, null, null, null, NOON)).total());
    }

    @Test
    void rowsAreFoundByTheKeyByWhichTheyCameAbout() throws SQLException {
        UUID key = UUID.randomUUID();
        Map<String, Object> through = Map.of("credential", Map.of("kind", "api_key", "id", key.toString()));
        commit(connection -> {
            AuditStagingTable.insert(connection, AuditEntry.of("sam", "run.queued", "run", null, through), NOON);
            AuditStagingTable.insert(connection, AuditEntry.of("triage", "run.queued", "run", null, Map.of()), NOON);
            AuditStagingTable.insert(
                    connection, AuditEntry.of("maya", "run.queued", "run", null, Map.of("x", "50%")), NOON);
        });
        sealAll();
        AuditQuery all = AuditQuery.all();
        assertEquals(1, search(all.through(List.of(), List.of(key))).total());
        assertEquals(0, search(all.through(List.of(), List.of())).total());
        assertEquals(
                0, search(all.through(List.of(), List.of(UUID.randomUUID()))).total());
        AuditQuery triage = new AuditQuery("triage", null, null, null, null);
        assertEquals(1, search(triage).total());
        assertEquals(2, search(triage.through(List.of(key), null)).total());
        assertEquals(1, search(all.holding("50%")).total());
        assertEquals(1, search(all.holding("MAYA")).total());
        assertEquals(0, search(all.holding("5_%")).total());
    }

    @Test
    void aCollectorReadsTheChainInItsOrder() throws SQLException {
        sealed(5);
        AuditQuery rest = AuditQuery.all().collected(2L, true);
        assertEquals(
                List.of(3L, 4L, 5L),
                search(rest).items().stream().map(AuditRow::seq).toList());
    }

    @Test
    void twoSealersAtOnceMakeOneChain() throws Exception {
        commit(connection -> {
            for (int i = 0; i < 1200; i++) {
                AuditStagingTable.insert(
                        connection, AuditEntry.of("p" + i, "run.queued", "run", null, Map.of("n", i)), NOON);
            }
        });
        var threads = Executors.newFixedThreadPool(3);
        try {
            List<Callable<Boolean>> sealers = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                sealers.add(() -> {
                    sealAll();
                    return true;
                });
            }
            for (Future<Boolean> done : threads.invokeAll(sealers)) {
                assertTrue(done.get());
            }
        } finally {
            threads.shutdown();
        }
        assertEquals(new ChainVerification(true, 1200, null), verify());
    }

    @Test
    void detailsThatAreTooLongAreReplacedByTheirDigest() throws SQLException {
        AuditEntry entry =
                AuditEntry.of("maya", "workflow.updated", "workflow", null, Map.of("text", "x".repeat(1_100_000)));
        commit(connection -> AuditStagingTable.insert(connection, entry, NOON));
        sealAll();
        assertTrue(search(AuditQuery.all()).items().get(0).details().containsKey("sha256"));
        assertTrue(verify().valid());
    }
}
