package io.countersign.sandbox.guard;

/** A thread that runs scripts: it knows the budget of the present run. */
public final class ScriptThread extends Thread {
    /** Room for the deepest recursion that limits allow. */
    public static final long STACK_BYTES = 64L << 20;

    private Budget budget;

    public ScriptThread(Runnable work, String name) {
        super(null, work, name, STACK_BYTES, false);
        setDaemon(true);
    }

    /** Puts the current thread under a budget, or under none. */
    public static void use(Budget budget) {
        ((ScriptThread) Thread.currentThread()).budget = budget;
    }

    /** The budget of the present run. */
    static Budget current() {
        if (Thread.currentThread() instanceof ScriptThread t && t.budget != null) {
            return t.budget;
        }
        throw new IllegalStateException("no run on this thread");
    }
}
