package io.countersign.approvals;

/** The way by which a decision came in. The rules are the same for all of them. */
public enum Channel {
    REST,
    CONSOLE,
    TOKEN,
    SLACK,
    TEAMS,
    /** A policy rule decided; never a person. */
    POLICY,
    /** The Java API on the platform. */
    JAVA;

    /** The name outside: lower case. */
    @Override
    public String toString() {
        return WireNames.of(this);
    }
}
