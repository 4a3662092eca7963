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

/** API keys. */
@Path("/v1/api-keys")
@RegisterRestClient(configKey = "countersign")
@RegisterProvider(WireJson.class)
@RegisterProvider(RefusalMapper.class)
@ClientHeaderParam(name = "Authorization", value = "{io.countersign.client.Credentials.authorization}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public interface ApiKeysClient {

    /** All keys. */
    @GET
    Many<ApiKey> list(@QueryParam("page") @Nullable Integer page, @QueryParam("page_size") @Nullable Integer pageSize);

    /** A new one, with its secret this once; for a key with {@code admin} see {@link #claim}: then 202, and no key yet. */
    @POST
    One<ApiKey> create(@HeaderParam("Idempotency-Key") @Nullable String idempotencyKey, ApiKeyFields fields);

    /** The key that another admin has agreed to, for whoever asked for it; with its secret this once. */
    @POST
    @Path("claim")
    One<ApiKey> claim(@HeaderParam("Idempotency-Key") @Nullable String idempotencyKey, KeyClaim claim);

    /** One key. */
    @GET
    @Path("{uuid}")
    One<ApiKey> get(@PathParam("uuid") UUID uuid);

    /** Changes what is not null. */
    @PATCH
    @Path("{uuid}")
    One<ApiKey> change(
            @PathParam("uuid") UUID uuid, @HeaderParam("If-Match") @Nullable String ifMatch, ApiKeyPatch patch);

    /** Revokes it. */
    @DELETE
    @Path("{uuid}")
    void revoke(@PathParam("uuid") UUID uuid);
}
