package io.countersign.workflows;

import java.util.Locale;

/** Which executions need approval. The wire name is the constant in lower case. */
public enum ApprovalMode {
    ALWAYS,
    AGENT_ONLY,
    NEVER;

    /** The name used in JSON and in the database. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The constant of a wire name; an unknown one is a defect of the caller ({@link IllegalArgumentException}). */
    public static ApprovalMode of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }
}
