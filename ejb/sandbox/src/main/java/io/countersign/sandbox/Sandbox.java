package io.countersign.sandbox;

import io.countersign.sandbox.process.Boundary;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** The sandbox: checks sources and runs scripts. Safe for use by many threads; each caller waits for its own run. */
public final class Sandbox implements AutoCloseable {
    /** The longest source, in bytes of UTF-8. */
    public static final int MAX_SOURCE_BYTES = 256 * 1024;

    private static final Duration TIMEOUT = Duration.ofMinutes(1);

    private final Engine engine;

    private Sandbox(Engine engine) {
        this.engine = engine;
    }

    /**
     * Everything in this JVM: for tests and tools; a hostile script can burn one of its threads. So many runs and tests go on at
     * once as there would be workers; heaps, archives and the like are workers' only.
     */
    public static Sandbox inProcess(SandboxOptions options) {
        Boundary.require(options.required(), Set.of());
        return new Sandbox(new InProcessEngine(options));
    }

    /** Everything that touches a script happens in worker JVMs; started in the background, so this returns at once. */
    public static Sandbox workers(SandboxOptions options) {
        return new Sandbox(new WorkerEngine(options));
    }

    /** The save-time check: everything that is wrong with the source, at once. Ends within 5 seconds whatever the source. */
    public CheckReport check(String source) {
        return engine.check(source);
    }

    /**
     * Waits for a worker, and until the source is compiled for it, so that nothing but the script itself is left to be done.
     *
     * @param tenant for whom
     * @param source what will be run
     * @param atMost how long to wait
     * @return empty if no worker came free within that time
     */
    public Optional<Lease> lease(Tenant tenant, String source, Duration atMost) throws InterruptedException {
        return engine.lease(tenant, source, atMost);
    }

    /**
     * Runs a script to its end and says how it ended; blocks. Never throws for what a script does. For tools and tests, which
     * have no organizations.
     *
     * @param spec what to run
     * @param host what the run may reach
     */
    public RunOutcome run(RunSpec spec, Host host) {
        try (Lease lease =
                lease(Tenant.run(null, false), spec.source(), TIMEOUT).orElse(null)) {
            return lease == null
                    ? new RunOutcome.Errored("no sandbox worker became free", RunOutcome.Spent.NOTHING)
                    : lease.run(spec, host);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new RunOutcome.Cancelled(RunOutcome.Spent.NOTHING);
        }
    }

    /** Size, load and history of the pool. */
    public PoolStatus status() {
        return engine.status();
    }

    /** What the operating system puts around each worker, seen to hold when the sandbox was opened; nothing in process. */
    public Set<Layer> layers() {
        return engine.layers();
    }

    /** Ends all runs and workers. */
    @Override
    public void close() {
        engine.close();
    }
}
