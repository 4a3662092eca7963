package io.countersign.execution.killswitch;

import io.countersign.execution.KillSwitch;
import io.countersign.kernel.Page;
import io.countersign.kernel.PageRequest;
import io.countersign.kernel.Sql;
import io.countersign.security.OrganizationScope;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The stops in the database, and a look at the engaged ones that is at most half a second old. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init")
public class KillSwitchTable {
    private static final Duration FRESH = Duration.ofMillis(500);
    private static final String ALL =
            "uuid, scope, target, reason, engaged_by, engaged_at, released_by, released_at," + " organization_id";

    private record Look(List<KillSwitch> engaged, long atNanos) {}

    @Resource(lookup = "java:jboss/datasources/CountersignDS")
    private DataSource dataSource;

    private volatile @Nullable Look look;
    private final AtomicLong changes = new AtomicLong();

    protected KillSwitchTable() {}

    KillSwitchTable(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    public void insert(KillSwitch pulled) {
        Sql.update(
                dataSource,
                "insert into kill_switch (" + ALL + ") values (?,?,?,?,?,?,null,null,?)",
                pulled.uuid(),
                pulled.scope(),
                pulled.target(),
                pulled.reason(),
                pulled.engagedBy(),
                pulled.engagedAt(),
                pulled.organizationId());
    }

    public boolean release(UUID uuid, String by, Instant now) {
        return Sql.update(dataSource, """
                        update kill_switch set released_by = ?, released_at = ?
                        where uuid = ? and released_at is null""", by, now, uuid) == 1;
    }

    public Optional<KillSwitch> find(UUID uuid) {
        return Sql.one(dataSource, "select " + ALL + " from kill_switch where uuid = ?", KillSwitchTable::read, uuid);
    }

    public Page<KillSwitch> list(OrganizationScope purview, PageRequest page) {
        String from = " from kill_switch where " + purview.condition("organization_id");
        List<Object> values = new ArrayList<>(purview.organizations());
        long total = Sql.one(dataSource, "select count(*)" + from, row -> row.getLong(1), values.toArray())
                .orElse(0L);
        values.add(page.size());
        values.add(page.offset());
        List<KillSwitch> items = Sql.list(
                dataSource,
                "select " + ALL + from + " order by case when released_at is null then 0 else 1 end,"
                        + " engaged_at desc limit ? offset ?",
                KillSwitchTable::read,
                values.toArray());
        return new Page<>(items, total);
    }

    /** The engaged ones; a change by this node is seen at once, one by another within half a second. */
    public List<KillSwitch> engaged() {
        Look last = look;
        if (last == null || System.nanoTime() - last.atNanos > FRESH.toNanos()) {
            long known = changes.get();
            List<KillSwitch> engaged = Sql.list(
                    dataSource, "select " + ALL + " from kill_switch where released_at is null", KillSwitchTable::read);
            last = new Look(engaged, System.nanoTime());
            keep(last, known);
        }
        return last.engaged;
    }

    /** A look that began before a change says nothing about the time after it. */
    private synchronized void keep(Look seen, long known) {
        if (changes.get() == known) {
            look = seen;
        }
    }

    /** Looks again next time. Called once a change is committed, before its caller is answered. */
    public synchronized void forget() {
        changes.incrementAndGet();
        look = null;
    }

    private static KillSwitch read(ResultSet row) throws SQLException {
        return new KillSwitch(
                row.getObject("uuid", UUID.class),
                row.getString("scope"),
                row.getString("target"),
                row.getString("reason"),
                row.getString("engaged_by"),
                Sql.instant(row, "engaged_at"),
                row.getString("released_by"),
                Sql.instantOrNull(row, "released_at"),
                row.getString("organization_id"));
    }
}
