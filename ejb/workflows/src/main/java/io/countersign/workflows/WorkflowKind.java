package io.countersign.workflows;

import java.util.Locale;

/**
 * How a workflow acts: by a script in the sandbox, or by a call of an external HTTP endpoint. The wire name is the
 * constant in lower case.
 */
public enum WorkflowKind {
    SCRIPT,
    HTTP_ENDPOINT;

    /** The name used in JSON and in the database. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The constant of a wire name; an unknown one is a defect of the caller ({@link IllegalArgumentException}). */
    public static WorkflowKind of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }
}
