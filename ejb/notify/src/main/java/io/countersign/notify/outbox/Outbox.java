package io.countersign.notify.outbox;

import io.countersign.kernel.Sql;
import io.countersign.notify.DeliveryState;
import io.countersign.notify.NotificationQuery;
import io.countersign.notify.Notifier;
import io.countersign.notify.content.NotificationText;
import io.countersign.notify.delivery.Delivery;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
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
        return Sql.one(
                        source(),
                        "select count(*) from notification" + filter.where(),
                        row -> row.getLong(1),
                        filter.and())
                .orElse(0L);
    }

    private List<UUID> dueIds(int limit, Instant now) {
        // whatever another claimer has under its hands is passed over: two that wait for each other are a deadlock
        String sql =
                "select id from notification where " + DUE + " order by next_try_at limit ? for update skip locked";
        return Sql.list(source(), sql, row -> row.getObject(1, UUID.class), now, now, limit);
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
        return Sql.list(source(), sql, OutboxRow::read, values);
    }

    private int update(String sql, @Nullable Object... values) {
        return Sql.update(source(), sql, values);
    }

    private DataSource source() {
        DataSource source = database;
        if (source == null) {
            throw new IllegalStateException("The outbox has no datasource");
        }
        return source;
    }
}
