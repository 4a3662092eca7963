package io.countersign.audit;

import io.countersign.kernel.CanonicalJson;
import io.countersign.kernel.Page;
import io.countersign.kernel.PageRequest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The sealed rows. They are only ever inserted. */
final class AuditLogTable {

    private static final String COLUMNS =
            "seq, at, actor, action, target_type, target_id, details, organization_id, prev_hash, hash";

    private static final int MAX_KEY_ID = 64;

    private AuditLogTable() {}

    static void insert(Connection connection, List<AuditRow> rows) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into audit_log (" + COLUMNS + ", key_id) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (AuditRow row : rows) {
                insert.setLong(1, row.seq());
                insert.setObject(2, row.at().atOffset(ZoneOffset.UTC));
                insert.setString(3, row.actor());
                insert.setString(4, row.action());
                insert.setString(5, row.targetType());
                insert.setObject(6, row.targetId());
                insert.setString(7, CanonicalJson.of(row.details()));
                insert.setString(8, row.organizationId());
                insert.setString(9, row.prevHash());
                insert.setString(10, row.hash());
                insert.setString(11, keyId(row.details()));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** The key by which it was done, for finding the row; null when it was another credential, or none. */
    private static @Nullable String keyId(Map<String, Object> details) {
        return details.get(AuditEntry.CREDENTIAL) instanceof Map<?, ?> credential
                        && "api_key".equals(credential.get("kind"))
                        && credential.get("id") instanceof String id
                        && id.length() <= MAX_KEY_ID
                ? id
                : null;
    }

    /** Rows after a number, in the chain's order. */
    static List<AuditRow> after(Connection connection, long seq, int limit) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select " + COLUMNS + " from audit_log where seq > ? order by seq fetch first ? rows only")) {
            select.setLong(1, seq);
            select.setInt(2, limit);
            return rows(select);
        }
    }

    static Page<AuditRow> search(Connection connection, AuditQuery query, PageRequest page) throws SQLException {
        AuditFilter filter = new AuditFilter(query);
        long total = total(connection, filter);
        if (page.offset() >= total) {
            return new Page<>(List.of(), total);
        }
        try (PreparedStatement select = connection.prepareStatement("select " + COLUMNS + " from audit_log"
                + filter.where() + " order by seq" + (query.oldestFirst() ? "" : " desc")
                + " offset ? rows fetch next ? rows only")) {
            int next = filter.bind(select);
            select.setLong(next, page.offset());
            select.setInt(next + 1, page.size());
            return new Page<>(rows(select), total);
        }
    }

    private static long total(Connection connection, AuditFilter filter) throws SQLException {
        // the whole log has no gaps, so its length is its head
        String sql = filter.isEmpty()
                ? "select seq from audit_head where id = 1"
                : "select count(*) from audit_log" + filter.where();
        try (PreparedStatement count = connection.prepareStatement(sql)) {
            filter.bind(count);
            try (ResultSet result = count.executeQuery()) {
                return result.next() ? result.getLong(1) : 0;
            }
        }
    }

    private static List<AuditRow> rows(PreparedStatement select) throws SQLException {
        List<AuditRow> rows = new ArrayList<>();
        try (ResultSet result = select.executeQuery()) {
            while (result.next()) {
                rows.add(row(result));
            }
        }
        return rows;
    }

    private static AuditRow row(ResultSet result) throws SQLException {
        return new AuditRow(
                result.getLong(1),
                result.getObject(2, OffsetDateTime.class).toInstant(),
                result.getString(3),
                result.getString(4),
                result.getString(5),
                result.getObject(6, UUID.class),
                AuditDetails.read(result.getString(7)),
                result.getString(8),
                result.getString(9),
                result.getString(10));
    }
}
