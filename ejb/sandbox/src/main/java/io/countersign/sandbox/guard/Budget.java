package io.countersign.sandbox.guard;

import io.countersign.sandbox.Limits;
import java.util.Set;

/**
 * What is left for a run. All but {@link #cancel} belongs to the run's own thread. Once it has killed, it kills at every
 * later question: a script cannot outlive that by catching.
 */
public final class Budget {
    private static final int SMALLEST = 64;
    private static final int LARGEST = 32_768;
    private static final long OFTEN_NANOS = 2_000_000;
    private static final int MOST_CAUSES = 16;
    /** Loops count to themselves for this part of what is granted, and no further than this. */
    private static final int STRIPS = 32;

    private static final int LONGEST_STRIP = 1_024;

    private static final StackWalker FRAMES = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);
    /** Fetches many frames at once, for depths that only the JDK's own recursion reaches. */
    private static final StackWalker DEEP_FRAMES =
            StackWalker.getInstance(Set.of(StackWalker.Option.RETAIN_CLASS_REFERENCE), 4_096);

    private final Limits limits;
    private final ClassLoader script;
    private final long startedAt = System.nanoTime();
    private final long deadline;
    private final long allocatedBefore = Allocation.now();
    private int granted;
    private int quantum = SMALLEST;
    private long steps;
    private long lastLook = startedAt;
    private Kill killed;
    private volatile boolean cancelled;

    /** Starts the clock. */
    public Budget(Limits limits, ClassLoader script) {
        this.limits = limits;
        this.script = script;
        this.deadline = startedAt + limits.wallMillis() * 1_000_000;
    }

    /** Why the run was ended; null if it was not. */
    public Kill killed() {
        return killed;
    }

    /** Checkpoints passed, to the last look. */
    public long steps() {
        return steps;
    }

    /** Bytes allocated since the start. */
    public long allocated() {
        return Allocation.now() - allocatedBefore;
    }

    /** Nanoseconds since the start. */
    public long spentNanos() {
        return System.nanoTime() - startedAt;
    }

    /** Milliseconds until the wall time is over, at least 0. */
    public long remainingMillis() {
        return Math.max(0, (deadline - System.nanoTime()) / 1_000_000);
    }

    /** The limits of the run. */
    public Limits limits() {
        return limits;
    }

    /** Ends the run at its next checkpoint; from any thread. */
    public void cancel() {
        cancelled = true;
    }

    /** The deepest that script calls may nest. */
    public int maxDepth() {
        return limits.depth();
    }

    /** How far a loop may count to itself before it comes here: little while steps are slow or few. */
    public int strip() {
        return Math.max(1, Math.min(LONGEST_STRIP, granted / STRIPS));
    }

    /**
     * A look at everything that may have run out; grants the next steps.
     *
     * @param beyond steps made beyond those that were granted
     */
    public int refill(int beyond) {
        if (killed != null) {
            throw killed;
        }
        steps += granted + beyond;
        long now = System.nanoTime();
        look(now);
        quantum = now - lastLook > OFTEN_NANOS ? Math.max(SMALLEST, quantum / 4) : Math.min(LARGEST, quantum * 2);
        lastLook = now;
        granted = (int) Math.min(quantum, Math.max(1, limits.steps() - steps));
        return granted;
    }

    /** Ends the run if its time, steps or memory are over; for guards whose work has no checkpoint of its own. */
    public void look() {
        if (killed != null) {
            throw killed;
        }
        look(System.nanoTime());
    }

    private void look(long now) {
        if (cancelled) {
            kill(Kill.CANCELLED, "the run was cancelled");
        }
        if (now - deadline >= 0) {
            kill(Kill.TIME, "the run took longer than " + limits.wallMillis() + " ms");
        }
        if (steps >= limits.steps()) {
            kill("LIMIT_STEPS", "the script took more than " + limits.steps() + " steps");
        }
        large(0);
    }

    /** Ends the run if so much more memory would be too much. */
    public void large(long bytes) {
        if (killed != null) {
            throw killed;
        }
        if (bytes < 0 || allocated() + bytes > limits.allocatedBytes()) {
            kill("LIMIT_ALLOCATION", "the script allocated more than " + limits.allocatedBytes() + " bytes");
        }
    }

    /** The true depth of script frames, after the count reached the limit. */
    public int recount() {
        if (killed != null) {
            throw killed;
        }
        long real = FRAMES.walk(all -> all.filter(f -> f.getDeclaringClass().getClassLoader() == script)
                .limit(limits.depth() + 2L)
                .count());
        if (real > limits.depth()) {
            kill("LIMIT_DEPTH", "calls nest deeper than " + limits.depth());
        }
        return (int) real;
    }

    /** The present depth of all frames, the JDK's among them; ends the run if there are more. */
    int frames(int most) {
        if (killed != null) {
            throw killed;
        }
        long real = DEEP_FRAMES.walk(all -> all.limit(most + 1L).count());
        if (real > most) {
            kill("LIMIT_DEPTH", "calls nest too deep inside of one call");
        }
        return (int) real;
    }

    /** Something thrown came by: what ends runs ends this one, though the JDK may have hidden it in an exception. */
    public void caught(Throwable thrown) {
        if (killed != null) {
            throw killed;
        }
        Throwable at = thrown;
        for (int depth = 0; at != null && depth < MOST_CAUSES; depth++) {
            ending(at);
            for (Throwable suppressed : at.getSuppressed()) {
                ending(suppressed);
            }
            // what a class of the script's own says is its cause has come by a handler before
            at = at.getClass().getClassLoader() == script ? null : at.getCause();
        }
    }

    private void ending(Throwable thrown) {
        if (thrown instanceof StackOverflowError overflow) {
            kill("LIMIT_DEPTH", "calls nest too deep for the stack", overflow);
        }
        if (thrown instanceof VirtualMachineError error) {
            kill("LIMIT_ALLOCATION", "the script needs more memory than there is", error);
        }
    }

    /** Ends the run for good; does not return. */
    public void kill(String code, String message) {
        kill(code, message, null);
    }

    private void kill(String code, String message, Error at) {
        if (killed == null) {
            Kill kill = new Kill(code, message);
            if (at != null) {
                kill.setStackTrace(at.getStackTrace());
            }
            killed = kill;
        }
        throw killed;
    }
}
