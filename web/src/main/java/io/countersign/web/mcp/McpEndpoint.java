package io.countersign.web.mcp;

import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpStatelessAsyncServer;
import io.modelcontextprotocol.spec.McpSchema;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Countersign's own tools at {@code /mcp}. */
@WebServlet(urlPatterns = McpEndpoint.PATH, loadOnStartup = 2, asyncSupported = true)
public class McpEndpoint extends McpServlet {

    static final String PATH = "/mcp";

    private static final long serialVersionUID = 1L;

    @Inject
    transient WorkflowTools tools;

    @Inject
    transient RequestTools requestTools;

    @Inject
    transient WorkflowResources resources;

    private final transient MessageTransport transport = new MessageTransport();
    private transient @Nullable McpStatelessAsyncServer server;

    @Override
    public void init() {
        server = McpServer.async(transport)
                .serverInfo("countersign", "1")
                .instructions(
                        "Workflows act on the outside world; most of them wait for people to agree first. Find one with"
                                + " list_workflows, ask with execute_workflow and give your reason and confidence, then follow"
                                + " get_approval and get_run.")
                .jsonMapper(json)
                .jsonSchemaValidator(new FormsDecide())
                .capabilities(McpSchema.ServerCapabilities.builder()
                        .tools(false)
                        .resources(false, false)
                        .prompts(false)
                        .build())
                .tools(tools.all())
                .tools(requestTools.all())
                .prompts(TriagePrompts.all())
                .resources(resources.lists())
                .resourceTemplates(resources.templates())
                .build();
    }

    @Override
    CompletableFuture<McpSchema.JSONRPCResponse> answer(Received received, Object id, McpCaller caller) {
        return transport.answer(received.message(), id, caller.context());
    }

    @Override
    void take(JsonRpcMessage notification, McpCaller caller) {
        transport.note(notification, caller.context());
    }

    @Override
    public void destroy() {
        if (server != null) {
            server.close();
        }
    }
}
