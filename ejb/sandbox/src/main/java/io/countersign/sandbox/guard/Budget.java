package io.countersign.sandbox.guard;

import io.countersign.sandbox.Limits;
import java.time.Clock;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is left for a run. All but {@link #cancel} belongs to the run's own thread. Once it has killed, it kills at every
 * later question: a script cannot outlive that by catching.
 */
public final class Budget {
    private static final int SMALLEST = 64;
    private static final int LARGEST = 32_768;
    private static final long OFTEN_NANOS = 2_000_000;
    /** Beyond this weight of frames a run counts as deep. */
    private static final int DEEP = 2_500;
    /** Loops count to themselves for this part of what is granted, and no further than this. */
    private static final int STRIPS = 32;

    private static final int LONGEST_STRIP = 1_024;

    private static final StackWalker FRAMES = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);
    /** Fetches many frames at once, for depths that only the JDK's own recursion reaches. */
    private static final StackWalker DEEP_FRAMES =
            StackWalker.getInstance(Set.of(StackWalker.Option.RETAIN_CLASS_REFERENCE), 4_096);

    private final Limits limits;
    private final ClassLoader script;
    /** Of the methods that weigh more than 1. */
    private final Map<String, Integer> weights;

    private final long startedAt = System.nanoTime();
    private final long deadline;
    private final long allocatedBefore = Allocation.now();
    private int granted;
    private int quantum = SMALLEST;
    private long steps;
    private long lastLook = startedAt;
    private Kill killed;
    private boolean deep;
    private boolean harmful;
    private @Nullable Random random;
    private @Nullable NativeMemory nativeMemory;
    private long charged;
    private Clock clock = Clock.systemUTC();
    private @Nullable String missed;
    private volatile boolean cancelled;

    /**
     * Starts the clock.
     *
     * @param weights of the methods whose {@link FrameWeight} is more than 1, by {@code class.name(descriptor)}
     */
    public Budget(Limits limits, ClassLoader script, Map<String, Integer> weights) {
        this.limits = limits;
        this.script = script;
        this.weights = weights;
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
        return Allocation.now() - allocatedBefore + charged;
    }

    /** Counts memory as allocated that the meter does not see. */
    void charge(long bytes) {
        charged += bytes;
        large(0);
    }

    /** What the run holds outside of the heap. */
    NativeMemory nativeMemory() {
        if (nativeMemory == null) {
            nativeMemory = new NativeMemory(this);
        }
        return nativeMemory;
    }

    /** The run is over: what it holds outside of the heap is given back. */
    public void release() {
        if (nativeMemory != null) {
            nativeMemory.release();
        }
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

    /** What the counted depth may come to before it must be counted again: first the mark of deep runs, then the limit. */
    public int deepest() {
        return deep ? limits.depth() : Math.min(DEEP, limits.depth());
    }

    /** Whether something happened that may have left a part of the JVM broken: later runs must not find it. */
    public boolean harmful() {
        return deep || harmful;
    }

    /** The run's own generator: what a run draws must not depend on what others drew. */
    Random random() {
        if (random == null) {
            random = new Random(RandomGuards.seed());
        }
        return random;
    }

    /** What the run takes for the present. */
    public Clock clock() {
        return clock;
    }

    /** Keeps what was looked for last and not found: an exception may follow from it. */
    void missed(String what) {
        missed = what;
    }

    /** What was looked for last and not found, such as a field of a JSON object; null if nothing was. */
    public @Nullable String missed() {
        return missed;
    }

    /** Has the run's time kept by another clock. */
    public void keepTimeBy(Clock other) {
        clock = other;
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

    /** The true weight of the script's frames, after the count reached {@link #deepest}. */
    public int recount() {
        if (killed != null) {
            throw killed;
        }
        long real = FRAMES.walk(all -> all.filter(f -> f.getDeclaringClass().getClassLoader() == script)
                .limit(limits.depth() + 2L)
                .mapToLong(this::weight)
                .sum());
        deep |= real > DEEP;
        if (real > limits.depth()) {
            String large = weights.isEmpty() ? "" : ", large frames counted by their size";
            kill("LIMIT_DEPTH", "calls nest deeper than " + limits.depth() + large);
        }
        return (int) real;
    }

    private int weight(StackWalker.StackFrame frame) {
        return weights.isEmpty()
                ? 1
                : weights.getOrDefault(frame.getClassName() + "." + frame.getMethodName() + frame.getDescriptor(), 1);
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
        ThrownChain chain = new ThrownChain(thrown, script);
        harmful |= chain.harmful();
        Error ending = chain.ending();
        if (ending instanceof StackOverflowError) {
            kill("LIMIT_DEPTH", "calls nest too deep for the stack", ending);
        }
        if (ending != null) {
            kill("LIMIT_ALLOCATION", "the script needs more memory than there is", ending);
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
