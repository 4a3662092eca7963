package io.countersign.web;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The table of remembered answers; plain JDBC, since three statements need no entities. */
@ApplicationScoped
public class IdempotencyStore {

    private static final Duration KEPT = Duration.ofHours(24);

    /** Unique violation, serialization failure, lock time-out, H2's concurrent update: somebody else is first. */
    private static final Set<String> TAKEN = Set.of("23505", "40001", "40P01", "55P03", "HYT00", "90131");

    @Resource(lookup = "java:jboss/datasources/CountersignDS")
    DataSource database;

    @Inject
    Clock clock;

    /** Somebody else claimed the key at this moment; roll back and look again. */
    static final class AlreadyClaimed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** The answer kept under this id, when it is not older than a day. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public Optional<StoredResponse> find(String id) {
        String sql = """
                select fingerprint, status, location, etag, body, sealed, settled from web_stored_response
                where id = ? and created_at > ? and status is not null""";
        try (Connection c = database.getConnection();
                PreparedStatement select = c.prepareStatement(sql)) {
            select.setString(1, id);
            select.setObject(2, oldest());
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(read(row)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new LedgerFailure(e);
        }
    }

    /** Claims the id, lets the effect happen and keeps its answer, all or nothing. */
    @Transactional
    public Response first(
            String id,
            String fingerprint,
            Supplier<Response> effect,
            @Nullable ResponseEncryption seal,
            boolean settled) {
        claim(id, fingerprint);
        Response answer = effect.get();
        StoredResponse kept = StoredResponse.of(fingerprint, answer, seal, settled);
        keep(id, kept);
        return answer;
    }

    /** Replaces a provisional answer by the last word; whoever settled first is right. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public Response settle(String id, Response last, @Nullable ResponseEncryption seal) {
        String sql = """
                update web_stored_response set status = ?, location = ?, body = ?, sealed = ?, settled = true
                where id = ? and settled = false""";
        StoredResponse kept = StoredResponse.of("", last, seal, true);
        try (Connection c = database.getConnection();
                PreparedStatement update = c.prepareStatement(sql)) {
            update.setInt(1, kept.status());
            update.setString(2, kept.location());
            update.setString(3, kept.body());
            update.setBoolean(4, kept.sealed());
            update.setString(5, id);
            if (update.executeUpdate() == 1) {
                return last;
            }
        } catch (SQLException e) {
            throw new LedgerFailure(e);
        }
        return find(id).map(answer -> answer.response(seal)).orElse(last);
    }

    /** Forgets what is older than a day. */
    @Transactional
    public int forget() {
        try (Connection c = database.getConnection();
                PreparedStatement delete =
                        c.prepareStatement("delete from web_stored_response where created_at <= ?")) {
            delete.setObject(1, oldest());
            return delete.executeUpdate();
        } catch (SQLException e) {
            throw new LedgerFailure(e);
        }
    }

    private void claim(String id, String fingerprint) {
        try (Connection c = database.getConnection()) {
            try (PreparedStatement stale =
                    c.prepareStatement("delete from web_stored_response where id = ? and created_at <= ?")) {
                stale.setString(1, id);
                stale.setObject(2, oldest());
                stale.executeUpdate();
            }
            try (PreparedStatement insert = c.prepareStatement("""
                    insert into web_stored_response
                    (id, fingerprint, sealed, settled, created_at) values (?, ?, false, false, ?)""")) {
                insert.setString(1, id);
                insert.setString(2, fingerprint);
                insert.setObject(3, clock.instant().atOffset(ZoneOffset.UTC));
                insert.executeUpdate();
            }
        } catch (SQLException e) {
            if (e.getSQLState() != null && TAKEN.contains(e.getSQLState())) {
                throw new AlreadyClaimed();
            }
            throw new LedgerFailure(e);
        }
    }

    private void keep(String id, StoredResponse answer) {
        String sql = """
                update web_stored_response set status = ?, location = ?, etag = ?, body = ?, sealed = ?,
                settled = ? where id = ?""";
        try (Connection c = database.getConnection();
                PreparedStatement update = c.prepareStatement(sql)) {
            update.setInt(1, answer.status());
            update.setString(2, answer.location());
            update.setString(3, answer.etag());
            update.setString(4, answer.body());
            update.setBoolean(5, answer.sealed());
            update.setBoolean(6, answer.settled());
            update.setString(7, id);
            update.executeUpdate();
        } catch (SQLException e) {
            throw new LedgerFailure(e);
        }
    }

    private java.time.OffsetDateTime oldest() {
        return clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC);
    }

    private static StoredResponse read(ResultSet row) throws SQLException {
        return new StoredResponse(
                row.getString("fingerprint"),
                row.getInt("status"),
                row.getString("location"),
                row.getString("etag"),
                row.getString("body"),
                row.getBoolean("sealed"),
                row.getBoolean("settled"));
    }

    /** The database failed; what it means for the caller is decided where all failures are. */
    static final class LedgerFailure extends RuntimeException {
        private static final long serialVersionUID = 1L;

        LedgerFailure(SQLException cause) {
            super(cause);
        }
    }
}
