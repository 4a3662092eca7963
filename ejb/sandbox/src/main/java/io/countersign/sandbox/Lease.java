package io.countersign.sandbox;

/** A worker that is kept for one run and its further attempts. Used by one thread. */
public interface Lease extends AutoCloseable {

    /** For whom it is. */
    Tenant tenant();

    /**
     * Runs a script to its end and says how it ended; blocks. Never throws for what a script does.
     *
     * @param spec what to run
     * @param host what the run may reach
     */
    RunOutcome run(RunSpec spec, Host host);

    /** Gives the worker back. */
    @Override
    void close();
}
