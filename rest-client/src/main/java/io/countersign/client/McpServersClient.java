package io.countersign.client;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.ClientHeaderParam;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** MCP servers behind this one. */
@Path("/v1/mcp-servers")
@RegisterRestClient(configKey = "countersign")
@RegisterProvider(WireJson.class)
@RegisterProvider(RefusalMapper.class)
@ClientHeaderParam(name = "Authorization", value = "{io.countersign.client.Credentials.authorization}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public interface McpServersClient {

    /** All of them by name. */
    @GET
    Many<McpServer> list(
            @QueryParam("page") @Nullable Integer page, @QueryParam("page_size") @Nullable Integer pageSize);

    /** A new one: 201 holds a {@code One<McpServer>}, 202 a {@code One<Accepted>}. */
    @POST
    Response create(@HeaderParam("Idempotency-Key") @Nullable String idempotencyKey, McpServerFields fields);

    /** One server. */
    @GET
    @Path("{uuid}")
    One<McpServer> get(@PathParam("uuid") UUID uuid);

    /** Changes what is not null: 200 or 202. */
    @PATCH
    @Path("{uuid}")
    Response change(
            @PathParam("uuid") UUID uuid, @HeaderParam("If-Match") @Nullable String ifMatch, McpServerFields fields);

    /** Removes it. */
    @DELETE
    @Path("{uuid}")
    Response remove(@PathParam("uuid") UUID uuid);

    /** The tools that it listed last. */
    @GET
    @Path("{uuid}/tools")
    Many<McpTool> tools(
            @PathParam("uuid") UUID uuid,
            @QueryParam("page") @Nullable Integer page,
            @QueryParam("page_size") @Nullable Integer pageSize);

    /** Asks it for its tools now. */
    @POST
    @Path("{uuid}/refresh")
    Many<McpTool> refresh(@PathParam("uuid") UUID uuid);

    /** Accepts a tool as it is listed: 200 holds a {@code One<McpTool>}, 202 a {@code One<Accepted>}. */
    @POST
    @Path("{uuid}/tools/{name: .+}/accept")
    Response accept(
            @PathParam("uuid") UUID uuid,
            @PathParam("name") String name,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            McpToolAccept seen);
}
