package io.countersign.workflows;

import java.util.Locale;

/** How many people must agree, and which: the approval type of the workflow. The wire name is the constant in lower case. */
public enum ApprovalKind {
    AUTO,
    MANUAL,
    SINGLE,
    MULTI,
    UNANIMOUS,
    EMERGENCY;

    /** The name used in JSON and in the database. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The constant of a wire name; an unknown one is a defect of the caller ({@link IllegalArgumentException}). */
    public static ApprovalKind of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }
}
