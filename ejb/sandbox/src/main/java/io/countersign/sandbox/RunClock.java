package io.countersign.sandbox;

/** The wall time of a run as its host keeps it, and the way to call its thread back from a wait. */
final class RunClock {
    private final Thread caller = Thread.currentThread();
    private final long deadline;
    private boolean waiting;
    private boolean over;
    private boolean interrupted;
    private volatile boolean cancelled;

    RunClock(long wallMillis) {
        this.deadline = System.nanoTime() + wallMillis * 1_000_000;
    }

    long remainingMillis() {
        return over() ? 0 : Math.max(0, (deadline - System.nanoTime()) / 1_000_000);
    }

    /** Whether the wall time is over: then the run is timed out, whatever else it comes to. */
    boolean late() {
        return !cancelled && deadline - System.nanoTime() <= 0;
    }

    boolean cancelled() {
        return cancelled;
    }

    synchronized boolean over() {
        return over;
    }

    /** The run was cancelled. */
    void cancel() {
        cancelled = true;
        end();
    }

    /** The run is over, whatever its thread is waiting for. */
    synchronized void end() {
        over = true;
        if (waiting) {
            interrupted = true;
            caller.interrupt();
        }
    }

    /** A wait in the host. */
    interface Wait<T> {
        T forIt() throws HttpFailure, InterruptedException;
    }

    <T> T inHost(Wait<T> wait) throws HttpFailure, InterruptedException {
        synchronized (this) {
            if (over) {
                throw new InterruptedException();
            }
            waiting = true;
        }
        try {
            return wait.forIt();
        } finally {
            done();
        }
    }

    private synchronized void done() {
        waiting = false;
        if (interrupted && Thread.interrupted()) {
            interrupted = false;
        }
    }
}
