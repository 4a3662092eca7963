package io.countersign.execution;

import java.util.Locale;

/** What a run does. */
public enum RunKind {
    /** Executes a workflow. */
    WORKFLOW,
    /** Makes one call of a tool of an MCP server. */
    TOOL_CALL;

    /** The name outside. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
