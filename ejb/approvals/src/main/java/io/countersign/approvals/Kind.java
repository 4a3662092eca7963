package io.countersign.approvals;

/**
 * What a request is for: a run of a stored workflow, a tool call described by its caller, or a change of a protected
 * setting.
 */
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
