package io.countersign.web.mcp;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.countersign.gateway.GatewayCalls;
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
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Other MCP servers at {@code /mcp/servers/{name}}, without sessions. What a client is pointed at instead of the server itself:
 * the same tools, as far as an administrator has accepted them, and calls that people have to agree to wait here.
 */
@WebServlet(urlPatterns = "/mcp/servers/*", asyncSupported = true)
public class GatewayEndpoint extends HttpServlet {

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
    transient GatewayCalls calls;

    @Inject
    transient GatewayMessages messages;

    @Resource
    transient ManagedExecutorService threads;

    @Resource
    transient ManagedScheduledExecutorService clockwork;

    private final transient McpJsonMapper json = new JacksonMcpJsonMapper(JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build());

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Actor agent;
        String server = String.valueOf(request.getPathInfo()).replaceFirst("^/", "");
        try {
            Origins.requireOwn(
                    request.getHeader("Origin"),
                    request.getHeader("Host"),
                    request.getLocalAddr(),
                    settings.configuredBaseUrl());
            Actor recognised = authentication.authenticate(Bearer.of(request.getHeader("Authorization")));
            Actor through = recognised.through(recognised.credential().from(request.getRemoteAddr()));
            rate.spend(through);
            agent = through.asAgent();
            currentUser.become(agent);
            calls.serverNamed(server, agent);
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
            byte[] body = bytes(request);
            answer(server, JsonRpcMessage.parse(body), body, agent, request, response, reply);
        } catch (RpcFailure failure) {
            reply.refuse(failure);
        }
    }

    private static void requireVersion(@Nullable String version) {
        if (version != null && !MessageTransport.VERSIONS.contains(version)) {
            throw RpcFailure.invalidRequest("This version of the protocol is not spoken here; these are: "
                    + String.join(", ", MessageTransport.VERSIONS) + ".");
        }
    }

    private static byte[] bytes(HttpServletRequest request) throws IOException {
        try {
            return BodyReader.atMost(request.getInputStream(), Body.MAX_BYTES);
        } catch (Refusal tooLarge) {
            throw RpcFailure.tooLarge(tooLarge.getMessage());
        }
    }

    private void answer(
            String server,
            JsonRpcMessage message,
            byte[] body,
            Actor agent,
            HttpServletRequest request,
            HttpServletResponse response,
            McpReply reply)
            throws IOException {
        Object id = message.id();
        if (id == null) {
            response.setStatus(HttpServletResponse.SC_ACCEPTED);
            return;
        }
        String accept = request.getHeader("Accept");
        Object token = accept != null && accept.contains("text/event-stream") ? message.progressToken() : null;
        CompletableFuture<McpSchema.JSONRPCResponse> answer = messages.answer(
                server, message, id, new String(body, StandardCharsets.UTF_8), McpCaller.of(agent, token != null));
        if (answer.isDone()) {
            reply.send(200, answer.join());
            return;
        }
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
}
