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

/** Agreement to any tool call. */
@Path("/v1/approvals")
@RegisterRestClient(configKey = "countersign")
@RegisterProvider(WireJson.class)
@RegisterProvider(RefusalMapper.class)
@ClientHeaderParam(name = "Authorization", value = "{io.countersign.client.Credentials.authorization}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public interface ToolApprovalsClient {

    /** Asks. */
    @POST
    One<Accepted> ask(@HeaderParam("Idempotency-Key") @Nullable String idempotencyKey, ToolAsk body);

    /** The request, perhaps after waiting for its decision. */
    @GET
    @Path("{uuid}")
    One<ApprovalRequest> get(@PathParam("uuid") UUID uuid, @QueryParam("wait") @Nullable Integer wait);
}
