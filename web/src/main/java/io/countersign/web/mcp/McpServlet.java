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
import io.modelcontextprotocol.spec.McpSchema;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Streamable HTTP of the Model Context Protocol without sessions, so that any node answers. The same bearer keys as REST;
 * whoever calls is an agent, whatever the key, and the requester is the key's owner. An answer that has to wait holds no
 * thread, and {@code notifications/cancelled} ends the wait.
 */
abstract class McpServlet extends HttpServlet {

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
    transient OpenCalls openCalls;

    @Resource
    transient ManagedExecutorService threads;

    @Resource
    transient ManagedScheduledExecutorService clockwork;

    /** Numbers are read as they were written: people agree to what is stored. */
    final transient McpJsonMapper json = new JacksonMcpJsonMapper(JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build());

    /**
     * A message that was read.
     *
     * @param pathInfo the address below the servlet's; null: there is none
     * @param body the bytes of the message
     */
    record Received(@Nullable String pathInfo, JsonRpcMessage message, byte[] body) {}

    /** Refuses what nobody, or not this caller, may reach at this address; the message is not read then. */
    void admit(@Nullable String pathInfo, Actor agent) {}

    /** Answers a request. */
    abstract CompletableFuture<McpSchema.JSONRPCResponse> answer(Received received, Object id, McpCaller caller);

    /** Takes a notification other than {@code notifications/cancelled}. */
    void take(JsonRpcMessage notification, McpCaller caller) {}

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Actor agent;
        try {
            agent = authenticated(request);
            admit(request.getPathInfo(), agent);
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
            receive(request, agent, response, reply);
        } catch (RpcFailure failure) {
            reply.refuse(failure);
        }
    }

    private Actor authenticated(HttpServletRequest request) {
        Origins.requireOwn(
                request.getHeader("Origin"),
                request.getHeader("Host"),
                request.getLocalAddr(),
                settings.configuredBaseUrl());
        Actor recognised = authentication.authenticate(Bearer.of(request.getHeader("Authorization")));
        Actor caller = recognised.through(recognised.credential().from(request.getRemoteAddr()));
        rate.spend(caller);
        Actor agent = caller.asAgent();
        currentUser.become(agent);
        return agent;
    }

    /** A client that says nothing speaks the oldest version. */
    private static void requireVersion(@Nullable String version) {
        if (version != null && !MessageTransport.VERSIONS.contains(version)) {
            throw RpcFailure.invalidRequest("This version of the protocol is not spoken here; these are: "
                    + String.join(", ", MessageTransport.VERSIONS) + ".");
        }
    }

    private void receive(HttpServletRequest request, Actor agent, HttpServletResponse response, McpReply reply)
            throws IOException {
        byte[] body = bytes(request);
        JsonRpcMessage message = JsonRpcMessage.parse(body);
        Object id = message.id();
        Object token = takesEvents(request) ? message.progressToken() : null;
        McpCaller caller = McpCaller.of(agent, token != null).withIdempotencyKey(request.getHeader("Idempotency-Key"));
        if (id == null) {
            note(message, caller);
            response.setStatus(HttpServletResponse.SC_ACCEPTED);
            return;
        }
        CompletableFuture<McpSchema.JSONRPCResponse> answer =
                answer(new Received(request.getPathInfo(), message, body), id, caller);
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

    private static byte[] bytes(HttpServletRequest request) throws IOException {
        try {
            return BodyReader.atMost(request.getInputStream(), Body.MAX_BYTES);
        } catch (Refusal tooLarge) {
            throw RpcFailure.tooLarge(tooLarge.getMessage());
        }
    }

    private static boolean takesEvents(HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        return accept != null && accept.contains("text/event-stream");
    }

    private void note(JsonRpcMessage message, McpCaller caller) {
        if (message.method().equals("notifications/cancelled")) {
            openCalls.cancel(caller.agent(), message.cancelledRequest());
        } else if (!message.method().isEmpty()) {
            take(message, caller);
        }
    }
}
