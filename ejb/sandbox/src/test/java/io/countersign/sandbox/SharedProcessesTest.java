package io.countersign.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Which runs share a process, told from the processes themselves. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SharedProcessesTest {
    private static final Duration SOON = Duration.ofMinutes(2);
    private static final String SOURCE = "import io.countersign.script.*; public class Tiny implements Workflow {"
            + " public WorkflowResult run(WorkflowContext ctx) { return WorkflowResult.ok(ctx.runId()); } }";
    private static final String PAUSE = "import io.countersign.script.*; public class Slow implements Workflow {"
            + " public WorkflowResult run(WorkflowContext ctx) { ctx.pause(java.time.Duration.ofSeconds(50));"
            + " return WorkflowResult.ok(\"\"); } }";
    private static final String DEEP = "import io.countersign.script.*; public class Deep implements Workflow {"
            + " int f(int n) { return n == 0 ? 0 : 1 + f(n - 1); }"
            + " public WorkflowResult run(WorkflowContext ctx) { return WorkflowResult.ok(\"\" + f(100000000)); } }";

    private WorkerEngine sandbox;

    @BeforeAll
    void open() {
        sandbox = new WorkerEngine(
                SandboxOptions.DEFAULT.withWorkers(2, 64).withTestWorkers(2).withRecycleAfterRuns(3));
    }

    @AfterAll
    void close() {
        sandbox.close();
    }

    private static RunSpec spec(String source, CancelToken cancel) {
        return new RunSpec(
                source,
                "run",
                IndicatorData.of("ip", "192.0.2.1"),
                null,
                Map.of(),
                Map.of(),
                Set.of(),
                Limits.DEFAULT,
                cancel);
    }

    /** The process that ran it: a lease knows. */
    private long process(Tenant tenant, String source) throws InterruptedException {
        try (Lease lease = sandbox.lease(tenant, source, SOON).orElseThrow()) {
            assertFalse(lease.run(spec(source, new CancelToken()), nobody()) instanceof RunOutcome.Errored);
            return ((WorkerLease) lease).pid();
        }
    }

    private static Host nobody() {
        return new Host() {
            @Override
            public HttpReply http(HttpCall call) {
                throw new IllegalStateException("nothing is sent");
            }

            @Override
            public void log(LogLine line) {}

            @Override
            public void called(HttpRecord call) {}

            @Override
            public IntegrationReply integration(String name, String operation, Map<String, Object> args) {
                throw new IllegalStateException("nothing is asked for");
            }
        };
    }

    private static boolean lives(long pid) {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }

    private static void gone(long pid) throws InterruptedException {
        for (int i = 0; i < 2_000 && lives(pid); i++) {
            Thread.sleep(10);
        }
        assertFalse(lives(pid), "process " + pid + " is gone");
    }

    @Test
    void organizationsTestsAndRunsHaveProcessesOfTheirOwn() throws InterruptedException {
        Set<Long> processes = new HashSet<>();
        List<Tenant> tenants = List.of(
                Tenant.run(null, false),
                Tenant.run("one", false),
                Tenant.run("other", false),
                Tenant.test(null),
                Tenant.test("one"));
        for (int round = 0; round < 2; round++) {
            Set<Long> now = new HashSet<>();
            for (Tenant tenant : tenants) {
                now.add(process(tenant, SOURCE));
            }
            assertEquals(tenants.size(), now.size(), "each has its own");
            processes.addAll(now);
        }
        assertTrue(processes.size() >= tenants.size());
    }

    @Test
    void aDedicatedRunHasANewProcessThatIsGoneAfterwards() throws InterruptedException {
        long shared = process(Tenant.run("one", false), SOURCE);
        Tenant dedicated = Tenant.run("one", true);
        long first = process(dedicated, SOURCE);
        long second = process(dedicated, SOURCE);
        assertNotEquals(shared, first);
        assertNotEquals(first, second);
        gone(first);
        gone(second);
    }

    @Test
    void eachAttemptOfADedicatedRunHasAProcessOfItsOwn() throws InterruptedException {
        try (Lease lease = sandbox.lease(Tenant.run("one", true), SOURCE, SOON).orElseThrow()) {
            lease.run(spec(SOURCE, new CancelToken()), nobody());
            long first = ((WorkerLease) lease).pid();
            assertInstanceOf(RunOutcome.Succeeded.class, lease.run(spec(SOURCE, new CancelToken()), nobody()));
            assertNotEquals(first, ((WorkerLease) lease).pid());
        }
    }

    @Test
    void aWorkerIsReplacedAfterItsShareOfRuns() throws InterruptedException {
        Tenant tenant = Tenant.run("recycled", false);
        Set<Long> processes = new HashSet<>();
        for (int i = 0; i < 6; i++) {
            processes.add(process(tenant, SOURCE));
        }
        assertTrue(processes.size() >= 2, "six runs, three a process: " + processes);
        assertTrue(sandbox.status().ended().get(EndOfUse.RUNS) >= 1);
    }

    @Test
    void aWorkerWhoseStackWasUsedUpRunsNothingElse() throws InterruptedException {
        Tenant tenant = Tenant.run("deep", false);
        long first = process(tenant, DEEP);
        assertNotEquals(first, process(tenant, SOURCE));
        gone(first);
    }

    @Test
    void testsThatTakeAllOfTheirWorkersLeaveThoseOfRunsAlone() throws Exception {
        CancelToken cancel = new CancelToken();
        Lease[] leases = new Lease[2];
        Thread[] pausing = new Thread[2];
        for (int i = 0; i < 2; i++) {
            Lease lease = sandbox.lease(Tenant.test("one"), PAUSE, SOON).orElseThrow();
            leases[i] = lease;
            pausing[i] = new Thread(() -> lease.run(spec(PAUSE, cancel), nobody()));
            pausing[i].start();
        }
        try {
            assertEquals(Optional.empty(), sandbox.lease(Tenant.test("other"), SOURCE, Duration.ofMillis(200)));
            process(Tenant.run("one", false), SOURCE);
            assertEquals(2, sandbox.status().pool(PoolStatus.TEST).busy());
        } finally {
            cancel.cancel();
            for (int i = 0; i < 2; i++) {
                pausing[i].join();
                leases[i].close();
            }
        }
    }

    @Test
    void whatIsCheckedIsCompiledElsewhereThanWhatRuns() throws InterruptedException {
        String source = SOURCE.replace("Tiny", "CheckedFirst");
        assertTrue(sandbox.check(source).findings().isEmpty());
        try (Lease other = sandbox.lease(Tenant.test("one"), source, SOON).orElseThrow()) {
            assertEquals("one", other.tenant().organizationId());
        }
        long before = sandbox.compiledForRuns();
        process(Tenant.run("one", false), source);
        assertEquals(before + 1, sandbox.compiledForRuns());
        process(Tenant.run("one", true), source);
        assertEquals(before + 1, sandbox.compiledForRuns(), "once for each organization");
        process(Tenant.run("other", false), source);
        assertEquals(before + 2, sandbox.compiledForRuns());
    }
}
