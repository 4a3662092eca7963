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
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.ClientHeaderParam;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** Who decides in whose name. */
@Path("/v1/delegations")
@RegisterRestClient(configKey = "countersign")
@RegisterProvider(WireJson.class)
@RegisterProvider(RefusalMapper.class)
@ClientHeaderParam(name = "Authorization", value = "{io.countersign.client.Credentials.authorization}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public interface DelegationsClient {

    /** Given and received. */
    @GET
    Many<Delegation> list(
            @QueryParam("page") @Nullable Integer page, @QueryParam("page_size") @Nullable Integer pageSize);

    /** A new one. */
    @POST
    One<Delegation> create(@HeaderParam("Idempotency-Key") @Nullable String idempotencyKey, DelegationFields fields);

    /** One delegation. */
    @GET
    @Path("{uuid}")
    One<Delegation> get(@PathParam("uuid") UUID uuid);

    /** Changes what is not null. */
    @PATCH
    @Path("{uuid}")
    One<Delegation> change(
            @PathParam("uuid") UUID uuid, @HeaderParam("If-Match") @Nullable String ifMatch, DelegationFields fields);

    /** Ends it. */
    @DELETE
    @Path("{uuid}")
    void end(@PathParam("uuid") UUID uuid);
}
