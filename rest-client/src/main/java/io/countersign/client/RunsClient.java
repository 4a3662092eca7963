package io.countersign.client;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.ClientHeaderParam;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** Runs. */
@Path("/v1/workflow-runs")
@RegisterRestClient(configKey = "countersign")
@RegisterProvider(WireJson.class)
@RegisterProvider(RefusalMapper.class)
@ClientHeaderParam(name = "Authorization", value = "{io.countersign.client.Credentials.authorization}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public interface RunsClient {

    /** A page of runs, newest first; several statuses are separated by commas. */
    @GET
    Many<Run> list(
            @QueryParam("status") @Nullable String status,
            @QueryParam("workflow_uuid") @Nullable UUID workflowUuid,
            @QueryParam("from_time") @Nullable Instant fromTime,
            @QueryParam("to_time") @Nullable Instant toTime,
            @QueryParam("page") @Nullable Integer page,
            @QueryParam("page_size") @Nullable Integer pageSize);

    /** One run, perhaps after waiting for its end. */
    @GET
    @Path("{uuid}")
    One<Run> get(@PathParam("uuid") UUID uuid, @QueryParam("wait") @Nullable Integer wait);

    /** Stops it. */
    @POST
    @Path("{uuid}/cancel")
    One<Run> cancel(@PathParam("uuid") UUID uuid, Reason body);
}
