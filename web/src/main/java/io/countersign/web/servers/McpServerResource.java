package io.countersign.web.servers;

import io.countersign.gateway.Gateway;
import io.countersign.gateway.McpServer;
import io.countersign.gateway.ServerChange;
import io.countersign.gateway.ServerListing;
import io.countersign.gateway.UpstreamTool;
import io.countersign.kernel.PageRequest;
import io.countersign.security.Actor;
import io.countersign.security.CurrentUser;
import io.countersign.security.Scopes;
import io.countersign.web.Answer;
import io.countersign.web.Api;
import io.countersign.web.Body;
import io.countersign.web.Etag;
import io.countersign.web.IdempotencyGuard;
import io.countersign.web.Ids;
import io.countersign.web.PendingAnswer;
import io.countersign.web.Query;
import io.countersign.web.RequiresScope;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Other MCP servers behind this one, and which of their tools may be called. */
@Path("mcp-servers")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
public class McpServerResource {

    @Inject
    Gateway gateway;

    @Inject
    CurrentUser currentUser;

    @Inject
    IdempotencyGuard once;

    /** Every server, by name. */
    @GET
    @RequiresScope(Scopes.ADMIN)
    public Response list(@Context UriInfo uri) {
        Query query = Query.of(uri);
        PageRequest page = query.page();
        query.done();
        return Response.ok(Answer.many(gateway.list(currentUser.actor(), page).map(McpServerForm::wire), page))
                .build();
    }

    /** A new server; the tools that it lists now are accepted with it. */
    @POST
    @RequiresScope(Scopes.ADMIN)
    public Response create(Body body) {
        Actor by = currentUser.actor();
        ServerListing listing = gateway.look(body.fields(), by);
        return once.give(body, () -> answer(gateway.create(body.fields(), listing, by), Response.Status.CREATED));
    }

    /** One server. */
    @GET
    @Path("{uuid}")
    @RequiresScope(Scopes.ADMIN)
    public Response get(@PathParam("uuid") String uuid) {
        McpServer server = gateway.get(id(uuid), currentUser.actor());
        return Etag.ok(McpServerForm.wire(server), server.etag());
    }

    /** Changes the fields that are present. */
    @PATCH
    @Path("{uuid}")
    @RequiresScope(Scopes.ADMIN)
    public Response change(
            @PathParam("uuid") String uuid, @HeaderParam("If-Match") @Nullable String ifMatch, Body body) {
        return answer(
                gateway.update(id(uuid), body.fields(), Etag.wanted(ifMatch), currentUser.actor()), Response.Status.OK);
    }

    /** Removes a server. */
    @DELETE
    @Path("{uuid}")
    @RequiresScope(Scopes.ADMIN)
    public Response remove(@PathParam("uuid") String uuid) {
        gateway.delete(id(uuid), currentUser.actor());
        return Response.noContent().build();
    }

    /** The tools that it listed last. */
    @GET
    @Path("{uuid}/tools")
    @RequiresScope(Scopes.ADMIN)
    public Response tools(@PathParam("uuid") String uuid, @Context UriInfo uri) {
        Query query = Query.of(uri);
        PageRequest page = query.page();
        query.done();
        return tools(gateway.tools(id(uuid), currentUser.actor()), page);
    }

    /** Asks the server for its tools now. */
    @POST
    @Path("{uuid}/refresh")
    @RequiresScope(Scopes.ADMIN)
    public Response refresh(@PathParam("uuid") String uuid, Body body) {
        body.form().refuse();
        return tools(gateway.refresh(id(uuid), currentUser.actor()), new PageRequest(1, PageRequest.MAX_SIZE));
    }

    /** Accepts a tool as it is listed. */
    @POST
    @Path("{uuid}/tools/{name: .+}/accept")
    @RequiresScope(Scopes.ADMIN)
    public Response accept(@PathParam("uuid") String uuid, @PathParam("name") String name, Body body) {
        return once.give(body, () -> {
            ServerChange<UpstreamTool> change = gateway.accept(id(uuid), name, body.fields(), currentUser.actor());
            return change instanceof ServerChange.Waiting<UpstreamTool> waiting
                    ? PendingAnswer.of(waiting.request())
                    : Response.ok(Answer.one(McpServerForm.wire(((ServerChange.Done<UpstreamTool>) change).now())))
                            .build();
        });
    }

    private static Response tools(List<UpstreamTool> tools, PageRequest page) {
        List<UpstreamTool> shown =
                tools.stream().skip(page.offset()).limit(page.size()).toList();
        return Response.ok(Answer.many(
                        new io.countersign.kernel.Page<>(shown, tools.size()).map(McpServerForm::wire), page))
                .build();
    }

    private static Response answer(ServerChange<McpServer> change, Response.Status done) {
        if (change instanceof ServerChange.Waiting<McpServer> waiting) {
            return PendingAnswer.of(waiting.request());
        }
        McpServer server = ((ServerChange.Done<McpServer>) change).now();
        return Etag.tagged(Response.status(done), server.etag())
                .header("Location", Api.ROOT + "/mcp-servers/" + server.uuid())
                .entity(Answer.one(McpServerForm.wire(server)))
                .build();
    }

    private static UUID id(String uuid) {
        return Ids.inPath("MCP server", uuid);
    }
}
