package io.countersign.workflows;

import java.util.Locale;

/** Only an active workflow executes; any state may follow any. The wire name is the constant in lower case. */
public enum WorkflowState {
    DRAFT,
    ACTIVE,
    INACTIVE;

    /** The name used in JSON and in the database. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The constant of a wire name; an unknown one is a defect of the caller ({@link IllegalArgumentException}). */
    public static WorkflowState of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }
}
