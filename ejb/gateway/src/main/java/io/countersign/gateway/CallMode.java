package io.countersign.gateway;

/** Whether calls of a tool need approval. */
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
