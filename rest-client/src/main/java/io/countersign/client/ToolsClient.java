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

/** The catalogue of tools. */
@Path("/v1/tools")
@RegisterRestClient(configKey = "countersign")
@RegisterProvider(WireJson.class)
@RegisterProvider(RefusalMapper.class)
@ClientHeaderParam(name = "Authorization", value = "{io.countersign.client.Credentials.authorization}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public interface ToolsClient {

    /** All entries by name. */
    @GET
    Many<Tool> list(@QueryParam("page") @Nullable Integer page, @QueryParam("page_size") @Nullable Integer pageSize);

    /** A new one: 201 holds a {@code One<Tool>}, 202 a {@code One<Accepted>}. */
    @POST
    Response create(@HeaderParam("Idempotency-Key") @Nullable String idempotencyKey, ToolFields fields);

    /** One entry. */
    @GET
    @Path("{uuid}")
    One<Tool> get(@PathParam("uuid") UUID uuid);

    /** Changes what is not null: 200 or 202. */
    @PATCH
    @Path("{uuid}")
    Response change(@PathParam("uuid") UUID uuid, @HeaderParam("If-Match") @Nullable String ifMatch, ToolFields fields);

    /** Removes it: 204 or 202. */
    @DELETE
    @Path("{uuid}")
    Response remove(@PathParam("uuid") UUID uuid);
}
