package io.countersign.execution;

import java.util.UUID;

/**
 * The tool that a run calls.
 *
 * @param server the MCP server's id
 * @param name the server's name, a slash and the tool's own name
 */
public record CalledTool(UUID server, String name) {

    /** The server's name, by which a kill switch goes. */
    public String serverName() {
        return name.substring(0, name.indexOf('/'));
    }

    /** The tool's name at its server. */
    public String ownName() {
        return name.substring(name.indexOf('/') + 1);
    }
}
