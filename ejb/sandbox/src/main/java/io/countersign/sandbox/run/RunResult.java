package io.countersign.sandbox.run;

import io.countersign.sandbox.Outcome;
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
 */
public record RunResult(
        Kind kind, String code, String message, Map<String, Object> data, int line, Outcome.Spent spent) {
    /** What happened. */
    public enum Kind {
        OK,
        FAIL,
        THREW,
        KILLED,
        BROKEN
    }
}
