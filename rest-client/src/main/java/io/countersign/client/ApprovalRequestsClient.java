package io.countersign.client;

import jakarta.ws.rs.Consumes;
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

/** Requests and decisions. */
@Path("/v1/workflow-approvals")
@RegisterRestClient(configKey = "countersign")
@RegisterProvider(WireJson.class)
@RegisterProvider(RefusalMapper.class)
@ClientHeaderParam(name = "Authorization", value = "{io.countersign.client.Credentials.authorization}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public interface ApprovalRequestsClient {

    /** Requests that the caller may see. */
    @GET
    Many<ApprovalRequest> list(
            @QueryParam("status") @Nullable String status,
            @QueryParam("workflow_uuid") @Nullable UUID workflowUuid,
            @QueryParam("mine") @Nullable Boolean mine,
            @QueryParam("review") @Nullable String review,
            @QueryParam("page") @Nullable Integer page,
            @QueryParam("page_size") @Nullable Integer pageSize);

    /** One request, perhaps after waiting for its decision. */
    @GET
    @Path("{uuid}")
    One<ApprovalRequest> get(@PathParam("uuid") UUID uuid, @QueryParam("wait") @Nullable Integer wait);

    /** Agrees. */
    @POST
    @Path("{uuid}/approve")
    One<ApprovalRequest> approve(@PathParam("uuid") UUID uuid, Comment body);

    /** Objects. */
    @POST
    @Path("{uuid}/reject")
    One<ApprovalRequest> reject(@PathParam("uuid") UUID uuid, Rejection body);

    /** Withdraws. */
    @POST
    @Path("{uuid}/cancel")
    One<ApprovalRequest> cancel(@PathParam("uuid") UUID uuid, Reason body);

    /** Changes the inputs. */
    @POST
    @Path("{uuid}/revise")
    One<ApprovalRequest> revise(
            @PathParam("uuid") UUID uuid,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            Revision body);

    /** Reviews an emergency approval. */
    @POST
    @Path("{uuid}/review")
    One<ApprovalRequest> review(
            @PathParam("uuid") UUID uuid, @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey, Review body);
}
