package io.countersign.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a scraper reads on the management port. */
class MetricsIT {
    private final TestServer house = TestServer.shared();
    private final TestUsers cast = TestUsers.of(house);

    @Test
    void theFiguresOfTheApplicationAreThere() {
        String workflow = Fixtures.workflow(cast.author, Fixtures.unique("Counted"), ",\"approval_mode\":\"never\"");
        String execute = "/v1/workflows/" + workflow + "/execute";
        double before = figure("countersign_runs{status=\"success\"}");
        cast.author
                .post(execute, Fixtures.execute("203.0.113.90"), Map.of("Prefer", "wait=60"))
                .expect(200);
        assertEquals(before + 1, figure("countersign_runs{status=\"success\"}"));
        assertTrue(figure("countersign_sandbox_runs_total") >= 1);
        assertTrue(figure("countersign_sandbox_size") >= 1);
        double pending = figure("countersign_approvals_pending");
        Fixtures.ask(cast.agent, Fixtures.workflow(cast.author, Fixtures.unique("Counted"), ""), "203.0.113.91");
        assertEquals(pending + 1, figure("countersign_approvals_pending"));
        for (String name : List.of(
                "countersign_sandbox_busy",
                "countersign_sandbox_idle",
                "countersign_sandbox_waiting",
                "countersign_sandbox_killed_total",
                "countersign_sandbox_recycled_total",
                "countersign_sandbox_lost_total",
                "countersign_sandbox_layer{layer=\"seccomp\"}",
                "countersign_sandbox_layer{layer=\"files\"}",
                "countersign_runs{status=\"queued\"}",
                "countersign_notifications{state=\"due\"}",
                "countersign_notifications{state=\"dead\"}",
                "countersign_audit_unsealed")) {
            assertTrue(figure(name) >= 0, name);
        }
    }

    private double figure(String name) {
        return Figures.of(house, name);
    }
}
