package io.countersign.execution;

import java.util.Locale;

/** The status of a run. The engine sets it from what happened, never from the text of a message. */
public enum RunStatus {
    QUEUED,
    RUNNING,
    SUCCESS,
    FAILED,
    TIMED_OUT,
    CANCELLED,
    INTERRUPTED;

    /** The name used in JSON and in the database. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The constant of a wire name; an unknown one is a defect of the caller. */
    public static RunStatus of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }

    /** Whether nothing can happen to the run any more. */
    public boolean terminal() {
        return this != QUEUED && this != RUNNING;
    }
}
