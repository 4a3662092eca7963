package io.countersign.gateway;

/** Whether people have to agree to a call of a tool. */
public enum CallMode {
    /** To every call. */
    ALWAYS,
    /** Calls pass through; they are recorded as runs. */
    NEVER;

    /** The name outside. */
    @Override
    public String toString() {
        return this == ALWAYS ? "always" : "never";
    }
}
