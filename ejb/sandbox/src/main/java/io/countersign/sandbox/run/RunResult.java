package io.countersign.sandbox.run;

import io.countersign.sandbox.RunOutcome;
import java.util.Map;

/**
 * How a run ended, as seen from inside; the host has the last word.
 *
 * @param kind what happened
 * @param code the code of a failure or a kill, empty if there is none
 * @param message one sentence
 * @param data the result's data
 * @param line the script's line, 0 if unknown
 * @param spent what it used
 * @param harmful whether the run may have left a part of its JVM broken: the JVM should not run another
 */
public record RunResult(
        Kind kind,
        String code,
        String message,
        Map<String, Object> data,
        int line,
        RunOutcome.Spent spent,
        boolean harmful) {
    /** What happened. */
    public enum Kind {
        OK,
        FAIL,
        THREW,
        KILLED,
        BROKEN
    }

    /** The same, or worse. */
    public RunResult harmful(boolean also) {
        return new RunResult(kind, code, message, data, line, spent, harmful || also);
    }

    /** The run met an overflow of the stack that the JDK swallowed: what it returned may be wrong. */
    public RunResult overflowed() {
        return kind == Kind.KILLED
                ? harmful(true)
                : new RunResult(
                        Kind.KILLED, "LIMIT_DEPTH", "calls nest too deep for the stack", Map.of(), 0, spent, true);
    }
}
