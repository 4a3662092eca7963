package io.countersign.approvals;

/** What a request asks to be allowed: a stored workflow, or any tool call described by its caller. */
public enum Kind {
    WORKFLOW,
    TOOL;

    /** The name outside: lower case. */
    @Override
    public String toString() {
        return Wire.of(this);
    }
}
