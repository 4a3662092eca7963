package io.countersign.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A sandbox without worker processes keeps to the numbers that it is given. */
class InProcessOptionsTest {

    private static final String SOURCE = """
            import io.countersign.script.*;
            public class Small implements Workflow {
                @Override
                public WorkflowResult run(WorkflowContext ctx) {
                    return WorkflowResult.ok("done");
                }
            }
            """;

    @Test
    void noMoreRunsAtOnceThanWorkersAreAskedFor() throws InterruptedException {
        SandboxOptions options = SandboxOptions.DEFAULT.withWorkers(1, 96).withTestWorkers(3);
        try (Sandbox sandbox = Sandbox.inProcess(options)) {
            assertEquals(1, sandbox.status().size());
            try (Lease one = lease(sandbox, Tenant.run(null, false)).orElseThrow()) {
                assertEquals(Tenant.Purpose.RUN, one.tenant().purpose());
                assertFalse(lease(sandbox, Tenant.run(null, false)).isPresent(), "a second run has a place");
                assertTrue(lease(sandbox, Tenant.test(null)).isPresent(), "tests wait for runs");
            }
            lease(sandbox, Tenant.run(null, false)).orElseThrow().close();
        }
    }

    private static Optional<Lease> lease(Sandbox sandbox, Tenant tenant) throws InterruptedException {
        return sandbox.lease(tenant, SOURCE, Duration.ofMillis(50));
    }
}
