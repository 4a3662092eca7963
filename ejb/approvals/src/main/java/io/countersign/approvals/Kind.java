package io.countersign.approvals;

/** What a request asks to be allowed: a stored workflow, any tool call described by its caller, or a change of what protects. */
public enum Kind {
    WORKFLOW,
    TOOL,
    CHANGE;

    /** The name outside: lower case. */
    @Override
    public String toString() {
        return WireNames.of(this);
    }
}
