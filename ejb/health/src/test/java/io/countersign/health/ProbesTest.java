package io.countersign.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.countersign.health.Probe.Kind;
import io.countersign.health.Probe.Result;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProbesTest {

    private final Probes probes = new Probes();

    private record Fixed(String name, Kind kind, Result check) implements Probe {}

    @Test
    void notReadyBeforeAnybodyHasRegistered() {
        probes.register(new Fixed("keycloak", Kind.REPORT, Result.working()));
        assertFalse(probes.ready().up());
        assertTrue(probes.live().up());
    }

    @Test
    void oneReadinessProbeDownIsNotReady() {
        probes.register(new Fixed("database", Kind.READINESS, Result.working(Map.of("schema", "6"))));
        assertTrue(probes.ready().up());
        probes.register(new Fixed("queue", Kind.READINESS, Result.down("no broker")));
        assertFalse(probes.ready().up());
        assertTrue(probes.live().up(), "a restart would not help");
    }

    @Test
    void aReportIsShownButTurnsNothingDown() {
        probes.register(new Fixed("database", Kind.READINESS, Result.working()));
        probes.register(new Fixed("keycloak", Kind.REPORT, Result.down("away")));
        assertTrue(probes.ready().up());
        assertEquals(2, probes.ready().checks().size());
    }

    @Test
    void anExceptionCountsAsDown() {
        probes.register(new Probe() {
            @Override
            public String name() {
                return "broken";
            }

            @Override
            public Result check() {
                throw new IllegalStateException("boom");
            }
        });
        assertFalse(probes.ready().up());
        assertEquals("boom", probes.ready().checks().get(0).result().data().get("reason"));
    }

    @Test
    void aProbeOfTheSameNameTakesTheOldOnesPlace() {
        probes.register(new Fixed("database", Kind.READINESS, Result.down("first")));
        probes.register(new Fixed("database", Kind.READINESS, Result.working()));
        assertTrue(probes.ready().up());
    }
}
