package io.countersign.sandbox.guard;

import io.countersign.sandbox.Limits;

/**
 * How much of the stack a call of a script's method takes, in units of an ordinary frame. The deepest nesting that limits
 * allow, in such units, leaves {@link #RESERVE_BYTES} of the stack to what the JDK does at the deepest point.
 */
public final class FrameWeight {
    /** Never reached by frames of scripts; more than 8 MB, for the JDK's own frames lie between those of the script too. */
    static final long RESERVE_BYTES = 12L << 20;
    /** What an ordinary frame may take at most; larger ones weigh more. */
    static final int UNIT_BYTES = (int) ((ScriptThread.STACK_BYTES - RESERVE_BYTES) / Limits.MAXIMUM.depth());

    /** The largest frame that a method may have at all. */
    public static final int MOST_SLOTS = 8_192;

    private static final int SLOT_BYTES = 8;
    /** What an interpreted frame keeps beside its slots, and the call of a class initialiser through the virtual machine. */
    private static final int HEAD_BYTES = 160;

    private static final int INITIALIZER_BYTES = 4_096;
    /** A compiled frame keeps what lives across calls in slots of its own; methods beyond a length are never compiled. */
    private static final int SPILLED_BYTES = 2;

    private static final int LONGEST_COMPILED = 8_000;

    private FrameWeight() {}

    /**
     * The weight of a method's frame, at least 1.
     *
     * @param slots local variables and operand stack at their largest
     * @param instructions the length of its code
     */
    public static int of(String method, int slots, int instructions) {
        int bytes = HEAD_BYTES
                + slots * SLOT_BYTES
                + Math.min(instructions, LONGEST_COMPILED) * SPILLED_BYTES
                + (method.equals("<clinit>") ? INITIALIZER_BYTES : 0);
        return 1 + (bytes - 1) / UNIT_BYTES;
    }
}
