package io.countersign.sandbox.guard;

/**
 * Called by woven code. Every script loader defines this class anew, so its fields belong to one run and one thread, and
 * the compiler can keep the counter as cheap as a static field is.
 */
public final class Checkpoint {
    private static final int LARGE = 16_384;
    /** Beyond any limit, and small enough to calculate with. */
    private static final long MOST = 1L << 31;

    /** How many jumps backwards a method makes between two looks at what is left; woven code reads it in each loop. */
    public static int strip = 1;

    private static Budget budget;
    private static int left;
    private static int depth;
    private static int deepest;

    private Checkpoint() {}

    /** Starts a run in this loader. */
    public static void begin(Budget of) {
        budget = of;
        strip = 1;
        left = 0;
        depth = 0;
        deepest = of.deepest();
    }

    private static void refill() {
        left = budget.refill(-left - 1);
        strip = budget.strip();
    }

    /** The entry of a method that calls nothing. */
    public static void tick() {
        if (--left < 0) {
            refill();
        }
    }

    /** So many jumps backwards were made since the last time. */
    public static void loop(int jumps) {
        left -= jumps;
        if (left < 0) {
            refill();
        }
    }

    /** The same, where a method ends: it must not be stopped there, for its next checkpoint is its caller's. */
    public static void pay(int jumps) {
        left -= jumps;
    }

    /** The entry of a method. */
    public static void enter() {
        if (--left < 0) {
            refill();
        }
        if (++depth > deepest) {
            recount();
        }
    }

    /** The entry of a method whose frame is larger than an ordinary one, by its {@link FrameWeight}. */
    public static void enter(int weight) {
        if (--left < 0) {
            refill();
        }
        depth += weight;
        if (depth > deepest) {
            recount();
        }
    }

    private static void recount() {
        depth = budget.recount();
        deepest = budget.deepest();
    }

    /** The return from a method; a method left by an exception is made up for when the depth seems too great. */
    public static void leave() {
        depth--;
    }

    /** The same of a method with a larger frame. */
    public static void leave(int weight) {
        depth -= weight;
    }

    /** An array about to be made. */
    public static void array(int length, int elementBytes) {
        if (length > LARGE) {
            budget.large((long) length * elementBytes);
        }
    }

    /**
     * Arrays of arrays about to be made, called for one dimension after the other: so many arrays have so many elements each.
     * How many elements that makes.
     */
    public static long arrays(long arrays, int length, int elementBytes) {
        long elements = length <= 0 ? 0 : Math.min(arrays, MOST) * length;
        if (elements > LARGE) {
            budget.large(Math.min(elements, MOST) * elementBytes);
        }
        return elements;
    }

    /** A string that was just put together. */
    public static void text(String made) {
        if (made.length() > LARGE) {
            budget.large(0);
        }
    }

    /** Something arrived at a handler. */
    public static void caught(Throwable thrown) {
        budget.caught(thrown);
    }
}
