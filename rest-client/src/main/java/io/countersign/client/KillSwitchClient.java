package io.countersign.client;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
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

/** The kill switch. */
@Path("/v1/kill-switch")
@RegisterRestClient(configKey = "countersign")
@RegisterProvider(WireJson.class)
@RegisterProvider(RefusalMapper.class)
@ClientHeaderParam(name = "Authorization", value = "{io.countersign.client.Credentials.authorization}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public interface KillSwitchClient {

    /** All stops. */
    @GET
    Many<KillSwitch> list(
            @QueryParam("page") @Nullable Integer page, @QueryParam("page_size") @Nullable Integer pageSize);

    /** Pulls it. */
    @POST
    One<KillSwitch> engage(@HeaderParam("Idempotency-Key") @Nullable String idempotencyKey, KillSwitchAsk body);

    /** Releases it. */
    @DELETE
    @Path("{uuid}")
    void release(@PathParam("uuid") UUID uuid);
}
