package io.countersign.web.mcp;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.countersign.security.Actor;
import io.countersign.security.Authentication;
import io.countersign.security.Refusal;
import io.countersign.web.Bearer;
import io.countersign.web.Body;
import io.countersign.web.ErrorPage;
import io.countersign.web.EveryFailure;
import io.countersign.web.RateLimit;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.json.jackson2.JacksonMcpJsonMapper;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpStatelessSyncServer;
import io.modelcontextprotocol.server.transport.HttpServletStatelessServerTransport;
import io.modelcontextprotocol.spec.McpSchema;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Streamable HTTP at {@code /mcp}, without sessions, so that any node answers. The same bearer keys as REST; whoever calls
 * here is an agent, whatever the key, and the requester is the key's owner.
 */
@WebServlet(urlPatterns = McpEndpoint.PATH, loadOnStartup = 2, asyncSupported = true)
public class McpEndpoint extends HttpServlet {

    static final String PATH = "/mcp";
    static final String ACTOR = "io.countersign.web.mcp.actor";

    private static final long serialVersionUID = 1L;

    @Inject
    transient Authentication authentication;

    @Inject
    transient RateLimit rate;

    @Inject
    transient WorkflowTools tools;

    @Inject
    transient WorkflowResources resources;

    private transient @Nullable HttpServletStatelessServerTransport transport;
    private transient @Nullable McpStatelessSyncServer server;

    @Override
    public void init() {
        JacksonMcpJsonMapper json = new JacksonMcpJsonMapper(JsonMapper.builder()
                .addMixIn(Throwable.class, WithoutInside.class)
                .build());
        transport = HttpServletStatelessServerTransport.builder()
                .jsonMapper(json)
                .messageEndpoint(PATH)
                .maxRequestSize(Body.MAX_BYTES)
                .contextExtractor(request -> {
                    Object actor = request.getAttribute(ACTOR);
                    return actor == null ? McpTransportContext.EMPTY : McpTransportContext.create(Map.of(ACTOR, actor));
                })
                .build();
        server = McpServer.sync(transport)
                .serverInfo("countersign", "1")
                .instructions(
                        "Workflows act on the outside world; most of them wait for people to agree first. Find one with"
                                + " list_workflows, ask with execute_workflow and give your reason and confidence, then follow"
                                + " get_approval and get_run.")
                .jsonMapper(json)
                .jsonSchemaValidator(new FormsDecide())
                // handlers run on the request's own thread, where the container's services are
                .immediateExecution(true)
                .capabilities(McpSchema.ServerCapabilities.builder()
                        .tools(false)
                        .resources(false, false)
                        .build())
                .tools(tools.all())
                .resources(resources.lists())
                .resourceTemplates(resources.templates())
                .build();
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        try {
            Origins.requireOwn(request.getHeader("Origin"), request.getHeader("Host"));
            Actor caller = authentication.authenticate(Bearer.of(request.getHeader("Authorization")));
            rate.spend(caller);
            request.setAttribute(ACTOR, caller.asAgent());
        } catch (RuntimeException refused) {
            ErrorPage.send(response, EveryFailure.problem(refused));
            return;
        }
        if (transport == null) {
            throw new IllegalStateException("not initialised");
        }
        transport.service(new TakesBoth(request), response);
    }

    @Override
    public void destroy() {
        if (server != null) {
            server.close();
        }
    }

    /** The library insists on a header that plain HTTP clients do not send; every answer here is JSON anyway. */
    private static final class TakesBoth extends HttpServletRequestWrapper {
        TakesBoth(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getHeader(String name) {
            return "Accept".equalsIgnoreCase(name) ? "application/json, text/event-stream" : super.getHeader(name);
        }
    }

    /** The library writes some of its exceptions as they are; nobody outside shall see where they came from. */
    @JsonIgnoreProperties({"stackTrace", "cause", "suppressed", "localizedMessage"})
    private interface WithoutInside {}

    /** Who calls, in a handler. */
    static Actor actor(McpTransportContext context) {
        if (context.get(ACTOR) instanceof Actor actor) {
            return actor;
        }
        throw Refusal.unauthorized("Send a key or a token: Authorization: Bearer <key>.");
    }
}
