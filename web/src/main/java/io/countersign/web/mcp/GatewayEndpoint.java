package io.countersign.web.mcp;

import io.countersign.gateway.GatewayCalls;
import io.countersign.security.Actor;
import io.modelcontextprotocol.spec.McpSchema;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Other MCP servers at {@code /mcp/servers/{name}}. What a client is pointed at instead of the server itself: the same tools,
 * as far as an administrator has accepted them, and calls that people have to agree to wait here.
 */
@WebServlet(urlPatterns = "/mcp/servers/*", asyncSupported = true)
public class GatewayEndpoint extends McpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient GatewayCalls calls;

    @Inject
    transient GatewayMessages messages;

    @Override
    void admit(@Nullable String pathInfo, Actor agent) {
        calls.serverNamed(server(pathInfo), agent);
    }

    @Override
    CompletableFuture<McpSchema.JSONRPCResponse> answer(Received received, Object id, McpCaller caller) {
        return messages.answer(
                server(received.pathInfo()),
                received.message(),
                id,
                new String(received.body(), StandardCharsets.UTF_8),
                caller);
    }

    private static String server(@Nullable String pathInfo) {
        return String.valueOf(pathInfo).replaceFirst("^/", "");
    }
}
