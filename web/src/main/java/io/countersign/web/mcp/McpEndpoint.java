package io.countersign.web.mcp;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.countersign.kernel.Refusal;
import io.countersign.security.Actor;
import io.countersign.security.Authentication;
import io.countersign.security.CurrentUser;
import io.countersign.security.WebSettings;
import io.countersign.web.Bearer;
import io.countersign.web.Body;
import io.countersign.web.BodyReader;
import io.countersign.web.ErrorBody;
import io.countersign.web.ErrorPage;
import io.countersign.web.RateLimit;
import io.countersign.web.ThrowableMapper;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.jackson2.JacksonMcpJsonMapper;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpStatelessAsyncServer;
import io.modelcontextprotocol.spec.McpSchema;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Streamable HTTP at {@code /mcp}, without sessions, so that any node answers. The same bearer keys as REST; whoever calls
 * here is an agent, whatever the key, and the requester is the key's owner. An answer that has to wait holds no thread.
 */
@WebServlet(urlPatterns = McpEndpoint.PATH, loadOnStartup = 2, asyncSupported = true)
public class McpEndpoint extends HttpServlet {

    static final String PATH = "/mcp";

    private static final long serialVersionUID = 1L;

    @Inject
    transient Authentication authentication;

    @Inject
    transient CurrentUser currentUser;

    @Inject
    transient RateLimit rate;

    @Inject
    transient WebSettings settings;

    @Inject
    transient WorkflowTools tools;

    @Inject
    transient RequestTools requestTools;

    @Inject
    transient WorkflowResources resources;

    @Inject
    transient OpenCalls openCalls;

    @Resource
    transient ManagedExecutorService threads;

    @Resource
    transient ManagedScheduledExecutorService clockwork;

    private final transient MessageTransport transport = new MessageTransport();
    private final transient McpJsonMapper json = new JacksonMcpJsonMapper(JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build());
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
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Actor agent;
        try {
            Origins.requireOwn(
                    request.getHeader("Origin"),
                    request.getHeader("Host"),
                    request.getLocalAddr(),
                    settings.configuredBaseUrl());
            Actor recognised = authentication.authenticate(Bearer.of(request.getHeader("Authorization")));
            agent = recognised.through(recognised.credential().from(request.getRemoteAddr()));
            rate.spend(agent);
            currentUser.become(agent.asAgent());
        } catch (RuntimeException refused) {
            ErrorPage.send(response, ThrowableMapper.problem(refused));
            return;
        }
        if (!request.getMethod().equals("POST")) {
            response.setHeader("Allow", "POST");
            ErrorPage.send(response, ErrorBody.forStatus(405));
            return;
        }
        McpReply reply = new McpReply(response, json);
        try {
            requireVersion(request.getHeader("MCP-Protocol-Version"));
            answer(message(request), agent.asAgent(), request, response, reply);
        } catch (RpcFailure failure) {
            reply.refuse(failure);
        }
    }

    /** A client that says nothing speaks the oldest version. */
    private static void requireVersion(@Nullable String version) {
        if (version != null && !MessageTransport.VERSIONS.contains(version)) {
            throw RpcFailure.invalidRequest("This version of the protocol is not spoken here; these are: "
                    + String.join(", ", MessageTransport.VERSIONS) + ".");
        }
    }

    private static JsonRpcMessage message(HttpServletRequest request) throws IOException {
        try {
            return JsonRpcMessage.parse(BodyReader.atMost(request.getInputStream(), Body.MAX_BYTES));
        } catch (Refusal tooLarge) {
            throw RpcFailure.tooLarge(tooLarge.getMessage());
        }
    }

    private void answer(
            JsonRpcMessage message,
            Actor agent,
            HttpServletRequest request,
            HttpServletResponse response,
            McpReply reply)
            throws IOException {
        Object id = message.id();
        Object token = takesEvents(request) ? message.progressToken() : null;
        McpCaller caller = McpCaller.of(agent, token != null).withIdempotencyKey(request.getHeader("Idempotency-Key"));
        if (id == null) {
            if (!message.method().isEmpty()) {
                note(message, caller);
            }
            response.setStatus(HttpServletResponse.SC_ACCEPTED);
            return;
        }
        CompletableFuture<McpSchema.JSONRPCResponse> answer = transport.answer(message, id, caller.context());
        if (answer.isDone()) {
            reply.send(200, answer.join());
            return;
        }
        openCalls.add(caller, id, answer);
        AsyncContext held = request.startAsync();
        // whoever waits has an end of their own
        held.setTimeout(0);
        McpReply.Waits waits = new McpReply.Waits(threads, clockwork);
        if (token == null) {
            reply.sendLater(answer, held, waits);
        } else {
            reply.streamLater(answer, token, held, waits);
        }
    }

    private void note(JsonRpcMessage message, McpCaller caller) {
        if (message.method().equals("notifications/cancelled")) {
            openCalls.cancel(caller.agent(), message.cancelledRequest());
        } else {
            transport.note(message, caller.context());
        }
    }

    private static boolean takesEvents(HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        return accept != null && accept.contains("text/event-stream");
    }

    @Override
    public void destroy() {
        if (server != null) {
            server.close();
        }
    }
}
