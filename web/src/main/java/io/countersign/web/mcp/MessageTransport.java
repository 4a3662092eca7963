package io.countersign.web.mcp;

import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.server.McpStatelessServerHandler;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpStatelessServerTransport;
import io.modelcontextprotocol.spec.ProtocolVersions;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Hands messages to the library's server, which knows the protocol, and keeps no thread while an answer is awaited. */
final class MessageTransport implements McpStatelessServerTransport {

    /** The versions of the protocol that are spoken here, the newest last. */
    static final List<String> VERSIONS =
            List.of(ProtocolVersions.MCP_2025_03_26, ProtocolVersions.MCP_2025_06_18, ProtocolVersions.MCP_2025_11_25);

    private static final System.Logger LOG = System.getLogger(MessageTransport.class.getName());

    private @Nullable McpStatelessServerHandler handler;

    @Override
    public void setMcpHandler(McpStatelessServerHandler mcpHandler) {
        handler = mcpHandler;
    }

    @Override
    public List<String> protocolVersions() {
        return VERSIONS;
    }

    @Override
    public Mono<Void> closeGracefully() {
        return Mono.empty();
    }

    /** The answer to a request; what went wrong inside stays inside. */
    CompletableFuture<McpSchema.JSONRPCResponse> answer(
            JsonRpcMessage message, Object id, McpTransportContext context) {
        McpSchema.JSONRPCRequest request =
                new McpSchema.JSONRPCRequest(McpSchema.JSONRPC_VERSION, message.method(), id, message.params());
        try {
            return handler()
                    .handleRequest(context, request)
                    .onErrorResume(failure -> Mono.just(failed(id, failure)))
                    .map(MessageTransport::withoutInside)
                    .toFuture();
        } catch (IllegalArgumentException unfit) {
            throw RpcFailure.invalidParams(id, "The params do not fit " + message.method() + ".");
        }
    }

    /** Takes note of a message that wants no answer. */
    void note(JsonRpcMessage message, McpTransportContext context) {
        McpSchema.JSONRPCNotification notification =
                new McpSchema.JSONRPCNotification(McpSchema.JSONRPC_VERSION, message.method(), message.params());
        handler().handleNotification(context, notification).subscribe(done -> {}, failure -> log(failure));
    }

    private McpStatelessServerHandler handler() {
        if (handler == null) {
            throw new IllegalStateException("not initialised");
        }
        return handler;
    }

    private static McpSchema.JSONRPCResponse failed(Object id, Throwable failure) {
        log(failure);
        return error(id, McpSchema.ErrorCodes.INTERNAL_ERROR, "");
    }

    private static void log(Throwable failure) {
        LOG.log(System.Logger.Level.ERROR, "an unexpected failure", failure);
    }

    /** The library tells the messages of its exceptions, and they may name classes. */
    private static McpSchema.JSONRPCResponse withoutInside(McpSchema.JSONRPCResponse response) {
        McpSchema.JSONRPCResponse.JSONRPCError error = response.error();
        if (error == null || error.code() != McpSchema.ErrorCodes.INTERNAL_ERROR) {
            return response;
        }
        LOG.log(System.Logger.Level.WARNING, "a message could not be served: {0}", error.message());
        return error(
                response.id(),
                McpSchema.ErrorCodes.INTERNAL_ERROR,
                "The message could not be served; the request id leads to the reason.");
    }

    private static McpSchema.JSONRPCResponse error(Object id, int code, String message) {
        return new McpSchema.JSONRPCResponse(
                McpSchema.JSONRPC_VERSION, id, null, new McpSchema.JSONRPCResponse.JSONRPCError(code, message));
    }
}
