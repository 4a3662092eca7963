package io.countersign.execution.killswitch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.countersign.execution.KillSwitch;
import io.countersign.execution.Tables;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Between an answered change of a kill switch and the next execute lies no moment in which the change is not known. */
class KillSwitchTableTest {
    private final JdbcDataSource database = new JdbcDataSource();
    private int looks;
    private Runnable meanwhile = () -> {};
    private final KillSwitchTable table = new KillSwitchTable(watched());

    @BeforeEach
    void tables() {
        database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        Tables.create(database);
    }

    @Test
    void anEngagedSwitchIsSeenAtOnceOnceTheOldLookIsForgotten() {
        assertEquals(List.of(), table.engaged());
        KillSwitch pulled = pulled();
        table.insert(pulled);
        table.forget();
        assertEquals(List.of(pulled.uuid()), uuids());
    }

    @Test
    void aReleasedSwitchStopsNobodyAnyMore() {
        KillSwitch pulled = pulled();
        table.insert(pulled);
        assertEquals(List.of(pulled.uuid()), uuids());
        table.release(pulled.uuid(), "root", Instant.EPOCH);
        table.forget();
        assertEquals(List.of(), uuids());
    }

    @Test
    void aLookThatBeganBeforeAChangeIsNotKept() {
        meanwhile = table::forget;
        uuids();
        meanwhile = () -> {};
        int before = looks;
        uuids();
        assertEquals(before + 1, looks);
    }

    @Test
    void anUnchangedLookIsKept() {
        uuids();
        int before = looks;
        uuids();
        assertEquals(before, looks);
    }

    private List<UUID> uuids() {
        return table.engaged().stream().map(KillSwitch::uuid).toList();
    }

    private static KillSwitch pulled() {
        return new KillSwitch(UUID.randomUUID(), "all", null, "drill", "root", Instant.EPOCH, null, null, null);
    }

    /** The database, with the looks at it counted and something happening while they go on. */
    private DataSource watched() {
        return (DataSource) Proxy.newProxyInstance(
                DataSource.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    looks++;
                    meanwhile.run();
                    return method.invoke(database, arguments);
                });
    }
}
