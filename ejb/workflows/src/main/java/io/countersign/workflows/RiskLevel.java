package io.countersign.workflows;

import java.util.Locale;

/** How much harm a wrong run does. The wire name is the constant in lower case. */
public enum RiskLevel {
    LOW,
    MEDIUM,
    HIGH,
    CRITICAL;

    /** The name used in JSON and in the database. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The constant of a wire name; an unknown one is a defect of the caller ({@link IllegalArgumentException}). */
    public static RiskLevel of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }
}
