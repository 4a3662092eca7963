package io.countersign.notify.outbox;

import io.countersign.notify.DeliveryState;
import io.countersign.notify.NotificationQuery;
import io.countersign.notify.Notifier;
import io.countersign.notify.content.NotificationText;
import io.countersign.notify.delivery.Delivery;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The table of notifications. Every change of state is one conditional update, so nodes need not know of each other. */
@ApplicationScoped
public class Outbox {
    private static final String DUE =
            "(state = 'DUE' and next_try_at <= ?) or (state = 'DELIVERING' and lease_until < ?)";
    private static final int PROBLEM_LENGTH = 500;

    @Resource(lookup = "java:jboss/datasources/CountersignDS")
    private @Nullable DataSource database;

    Outbox() {}

    public Outbox(DataSource database) {
        this.database = database;
    }

    /** Joins the transaction of what it reports: they commit together or not at all. */
    @Transactional(TxType.MANDATORY)
    public void add(List<Delivery> deliveries) {
        insert(deliveries);
    }

    /** Takes due deliveries, and those whose deliverer died, for this caller alone until the lease ends. */
    @Transactional(TxType.REQUIRES_NEW)
    List<Delivery> claim(int limit, Instant now, Duration lease) {
        List<Delivery> mine = new ArrayList<>();
        for (UUID id : dueIds(limit, now)) {
            int claimed = update(
                    "update notification set state = 'DELIVERING', attempts = attempts + 1, lease_until = ?"
                            + " where id = ? and (" + DUE + ")",
                    now.plus(lease),
                    id,
                    now,
                    now);
            if (claimed == 1) {
                find(id).ifPresent(mine::add);
            }
        }
        return mine;
    }

    /** Writes what a try came to, and what follows from it; does nothing when the claim was lost meanwhile. */
    @Transactional(TxType.MANDATORY)
    boolean settle(Delivery tried, DeliveryUpdate settled, Instant now) {
        boolean over = settled.state() != DeliveryState.DUE;
        int changed = update(
                """
                update notification set state = ?, attempts = ?, next_try_at = ?, lease_until = null, problem = ?,
                message_place = ?, message_ref = ?, finished_at = ?
                where id = ? and state = 'DELIVERING' and attempts = ?""",
                settled.state().name(),
                settled.attempts(),
                settled.nextTryAt(),
                settled.problem() == null ? null : NotificationText.shorten(settled.problem(), PROBLEM_LENGTH),
                settled.messagePlace(),
                settled.messageRef(),
                over ? now : null,
                tried.id(),
                tried.attempts());
        if (changed == 1) {
            insert(settled.following());
        }
        return changed == 1;
    }

    /** A dead delivery becomes due again, with all its tries. */
    @Transactional(TxType.MANDATORY)
    public boolean revive(UUID id, Instant now) {
        return update("""
                        update notification set state = 'DUE', attempts = 0, next_try_at = ?, finished_at = null
                        where id = ? and state = 'DEAD'""", now, id) == 1;
    }

    @Transactional(TxType.SUPPORTS)
    public Optional<Delivery> find(UUID id) {
        return query("select * from notification where id = ?", id).stream().findFirst();
    }

    /** The messages of a request that can still be changed where they were delivered. */
    @Transactional(TxType.SUPPORTS)
    public List<Delivery> messagesOf(UUID requestId, Notifier notifier) {
        return query("""
                select * from notification where request_uuid = ? and notifier = ? and state = 'DELIVERED'
                and message_ref is not null and about_id is null order by created_at, id""", requestId, notifier.name());
    }

    /** Is another delivery of this request under way at this moment? Its message may be about to appear. */
    @Transactional(TxType.SUPPORTS)
    boolean othersUnderWay(Delivery one) {
        return !query("""
                        select * from notification where request_uuid = ? and notifier = ? and state = 'DELIVERING'
                        and about_id is null and id <> ?""", one.requestId(), one.notifier().name(), one.id()).isEmpty();
    }

    @Transactional(TxType.SUPPORTS)
    public List<Delivery> page(NotificationQuery wanted, long offset, int size) {
        NotificationFilter filter = NotificationFilter.of(wanted);
        return query(
                "select * from notification" + filter.where() + " order by created_at desc, id limit ? offset ?",
                filter.and(size, offset));
    }

    @Transactional(TxType.SUPPORTS)
    public long count(NotificationQuery wanted) {
        NotificationFilter filter = NotificationFilter.of(wanted);
        return run(
                "select count(*) from notification" + filter.where(),
                statement -> {
                    try (ResultSet rows = statement.executeQuery()) {
                        rows.next();
                        return rows.getLong(1);
                    }
                },
                filter.and());
    }

    private List<UUID> dueIds(int limit, Instant now) {
        return run(
                // whatever another claimer has under its hands is passed over: two that wait for each other are a
                // deadlock
                "select id from notification where " + DUE + " order by next_try_at limit ? for update skip locked",
                statement -> {
                    List<UUID> ids = new ArrayList<>();
                    try (ResultSet rows = statement.executeQuery()) {
                        while (rows.next()) {
                            ids.add(rows.getObject(1, UUID.class));
                        }
                    }
                    return ids;
                },
                now,
                now,
                limit);
    }

    private void insert(List<Delivery> deliveries) {
        for (Delivery it : deliveries) {
            update(
                    """
                    insert into notification (id, notifier, occasion, request_uuid, run_uuid, recipient, place, step,
                    about_id, state, attempts, next_try_at, created_at)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'DUE', 0, ?, ?)""",
                    it.id(),
                    it.notifier().name(),
                    it.occasion().name(),
                    it.requestId(),
                    it.runId(),
                    it.recipient(),
                    it.place(),
                    it.step(),
                    it.about(),
                    it.nextTryAt(),
                    it.createdAt());
        }
    }

    private List<Delivery> query(String sql, @Nullable Object... values) {
        return run(
                sql,
                statement -> {
                    List<Delivery> found = new ArrayList<>();
                    try (ResultSet rows = statement.executeQuery()) {
                        while (rows.next()) {
                            found.add(OutboxRow.read(rows));
                        }
                    }
                    return found;
                },
                values);
    }

    private int update(String sql, @Nullable Object... values) {
        return run(sql, PreparedStatement::executeUpdate, values);
    }

    private <T> T run(String sql, Work<T> work, @Nullable Object... values) {
        DataSource source = database;
        if (source == null) {
            throw new IllegalStateException("The outbox has no datasource");
        }
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            OutboxRow.bind(statement, values);
            return work.with(statement);
        } catch (SQLException e) {
            throw new IllegalStateException("The table of notifications cannot be used: " + e.getMessage(), e);
        }
    }

    private interface Work<T> {
        T with(PreparedStatement statement) throws SQLException;
    }
}
