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

/** The policies. */
@Path("/v1/approval-policies")
@RegisterRestClient(configKey = "countersign")
@RegisterProvider(WireJson.class)
@RegisterProvider(RefusalMapper.class)
@ClientHeaderParam(name = "Authorization", value = "{io.countersign.client.Credentials.authorization}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public interface PoliciesClient {

    /** All policies in their order. */
    @GET
    Many<Policy> list(@QueryParam("page") @Nullable Integer page, @QueryParam("page_size") @Nullable Integer pageSize);

    /** A new one: 201 holds a {@code One<Policy>}, 202 a {@code One<Accepted>}. */
    @POST
    Response create(@HeaderParam("Idempotency-Key") @Nullable String idempotencyKey, PolicyFields fields);

    /** One policy. */
    @GET
    @Path("{uuid}")
    One<Policy> get(@PathParam("uuid") UUID uuid);

    /** Changes what is not null: 200 or 202. */
    @PATCH
    @Path("{uuid}")
    Response change(
            @PathParam("uuid") UUID uuid, @HeaderParam("If-Match") @Nullable String ifMatch, PolicyFields fields);

    /** Removes it: 204 or 202. */
    @DELETE
    @Path("{uuid}")
    Response remove(@PathParam("uuid") UUID uuid);

    /** What a draft would have done. */
    @POST
    @Path("replay")
    One<Replay> replay(ReplayAsk body);

    /** The same for a stored policy, changed by the body. */
    @POST
    @Path("{uuid}/replay")
    One<Replay> replayStored(@PathParam("uuid") UUID uuid, ReplayAsk body);
}
