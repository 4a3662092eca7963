package io.countersign.audit;

import io.countersign.kernel.CanonicalJson;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows that are committed but not yet sealed: one insert on the hot path, no index but the key. */
final class AuditStagingTable {

    private static final int MAX_DETAILS = 1_048_576;

    private AuditStagingTable() {}

    /** A row on its way into the chain; {@code details} is canonical JSON. */
    record Waiting(
            long id,
            Instant at,
            String actor,
            String action,
            String targetType,
            @Nullable UUID targetId,
            String details,
            @Nullable String organizationId) {}

    static void insert(Connection connection, AuditEntry entry, Instant now) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into audit_staging
                (at, actor, action, target_type, target_id, details, organization_id) values (?, ?, ?, ?, ?, ?, ?)""")) {
            insert.setObject(1, now.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC));
            insert.setString(2, entry.actor());
            insert.setString(3, entry.action());
            insert.setString(4, entry.targetType());
            insert.setObject(5, entry.targetId());
            insert.setString(6, details(entry));
            insert.setString(7, entry.organizationId());
            insert.executeUpdate();
        }
    }

    /** Details that do not fit are replaced by their digest: the action must not fail for being told at length. */
    private static String details(AuditEntry entry) {
        String text = CanonicalJson.of(entry.details());
        if (text.length() <= MAX_DETAILS) {
            return text;
        }
        return CanonicalJson.of(Map.of("too_long", text.length(), "sha256", CanonicalJson.sha256OfText(text)));
    }

    /** The oldest rows, in the order in which they were recorded. */
    static List<Waiting> oldest(Connection connection, int limit) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                select id, at, actor, action, target_type, target_id, details, organization_id
                from audit_staging order by id fetch first ? rows only""")) {
            select.setInt(1, limit);
            List<Waiting> rows = new ArrayList<>();
            try (ResultSet result = select.executeQuery()) {
                while (result.next()) {
                    rows.add(waiting(result));
                }
            }
            return rows;
        }
    }

    static long count(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select count(*) from audit_staging");
                ResultSet result = select.executeQuery()) {
            result.next();
            return result.getLong(1);
        }
    }

    private static Waiting waiting(ResultSet result) throws SQLException {
        return new Waiting(
                result.getLong(1),
                result.getObject(2, OffsetDateTime.class).toInstant(),
                result.getString(3),
                result.getString(4),
                result.getString(5),
                result.getObject(6, UUID.class),
                result.getString(7),
                result.getString(8));
    }

    /** Removes exactly these rows; a smaller id may have been committed meanwhile and must stay. */
    static void remove(Connection connection, List<Waiting> rows) throws SQLException {
        Long[] ids = rows.stream().map(Waiting::id).toArray(Long[]::new);
        Array wanted = connection.createArrayOf("bigint", ids);
        try (PreparedStatement delete = connection.prepareStatement("delete from audit_staging where id = any(?)")) {
            delete.setArray(1, wanted);
            if (delete.executeUpdate() != ids.length) {
                throw new SQLException("a row left the staging table under the sealer's hands");
            }
        } finally {
            wanted.free();
        }
    }
}
