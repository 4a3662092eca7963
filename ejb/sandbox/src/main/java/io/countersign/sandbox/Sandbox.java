package io.countersign.sandbox;

/** The sandbox: checks sources and runs scripts. Safe for use by many threads; each caller waits for its own run. */
public final class Sandbox implements AutoCloseable {
    private final Engine engine;

    private Sandbox(Engine engine) {
        this.engine = engine;
    }

    /** Everything in this JVM: for tests and tools; a hostile script can burn one of its threads. */
    public static Sandbox inProcess(SandboxOptions options) {
        return new Sandbox(new InProcessEngine());
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
     * Runs a script to its end and says how it ended; blocks. Never throws for what a script does.
     *
     * @param spec what to run
     * @param host what the run may reach
     */
    public Outcome run(RunSpec spec, Host host) {
        return engine.run(spec, host);
    }

    /** Size, load and history of the pool. */
    public PoolStatus status() {
        return engine.status();
    }

    /** Ends all runs and workers. */
    @Override
    public void close() {
        engine.close();
    }
}
