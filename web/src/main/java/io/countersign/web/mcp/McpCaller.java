package io.countersign.web.mcp;

import io.countersign.kernel.Refusal;
import io.countersign.security.Actor;
import io.modelcontextprotocol.common.McpTransportContext;
import java.time.Duration;
import java.util.Map;

/**
 * Who calls a tool, and how long they may be kept waiting.
 *
 * @param longestWait short for who is told nothing in between, since clients give up after a minute or sooner
 */
record McpCaller(Actor agent, Duration longestWait) {

    private static final String KEY = "io.countersign.web.mcp.caller";
    private static final Duration SILENT = Duration.ofSeconds(15);
    private static final Duration TOLD = Duration.ofSeconds(50);

    static McpCaller of(Actor agent, boolean toldOfProgress) {
        return new McpCaller(agent, toldOfProgress ? TOLD : SILENT);
    }

    McpTransportContext context() {
        return McpTransportContext.create(Map.of(KEY, this));
    }

    static McpCaller in(McpTransportContext context) {
        if (context.get(KEY) instanceof McpCaller caller) {
            return caller;
        }
        throw Refusal.unauthorized("Send a key or a token: Authorization: Bearer <key>.");
    }

    /** As long as they want to wait and may. */
    Duration patience(Duration wanted) {
        return wanted.compareTo(longestWait) < 0 ? wanted : longestWait;
    }
}
