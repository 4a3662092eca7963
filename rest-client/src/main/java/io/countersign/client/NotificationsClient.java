package io.countersign.client;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
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

/** What was told to whom. */
@Path("/v1/notifications")
@RegisterRestClient(configKey = "countersign")
@RegisterProvider(WireJson.class)
@RegisterProvider(RefusalMapper.class)
@ClientHeaderParam(name = "Authorization", value = "{io.countersign.client.Credentials.authorization}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public interface NotificationsClient {

    /** A page; state dead lists the dead letters. */
    @GET
    Many<Notification> list(
            @QueryParam("state") @Nullable String state,
            @QueryParam("notifier") @Nullable String notifier,
            @QueryParam("approval_request_uuid") @Nullable UUID approvalRequestUuid,
            @QueryParam("page") @Nullable Integer page,
            @QueryParam("page_size") @Nullable Integer pageSize);

    /** One notification. */
    @GET
    @Path("{uuid}")
    One<Notification> get(@PathParam("uuid") UUID uuid);

    /** Tries a dead letter again. */
    @POST
    @Path("{uuid}/replay")
    One<Notification> replay(@PathParam("uuid") UUID uuid);
}
