package io.countersign.gateway;

import java.util.Locale;

/** The status of a tool of an MCP server. Only accepted tools are listed and called. */
public enum ToolStatus {
    /** It appeared after the server was registered, and no administrator has accepted it. */
    NEW,
    /** It is as an administrator has accepted it. */
    ACCEPTED,
    /** It is another one than the administrator has accepted. */
    CHANGED,
    /** The server's definition hides it, or its name cannot be one of a tool here. */
    HIDDEN;

    /** The name outside. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
