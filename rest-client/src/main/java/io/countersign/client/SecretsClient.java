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
import org.eclipse.microprofile.rest.client.annotation.ClientHeaderParam;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** Who may be granted which secret of the server, and where it may be sent. */
@Path("/v1/secrets")
@RegisterRestClient(configKey = "countersign")
@RegisterProvider(WireJson.class)
@RegisterProvider(RefusalMapper.class)
@ClientHeaderParam(name = "Authorization", value = "{io.countersign.client.Credentials.authorization}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public interface SecretsClient {

    /** Every binding. */
    @GET
    Many<SecretBinding> list(
            @QueryParam("page") @Nullable Integer page, @QueryParam("page_size") @Nullable Integer pageSize);

    /** Binds a secret. */
    @POST
    One<SecretBinding> create(@HeaderParam("Idempotency-Key") @Nullable String idempotencyKey, SecretFields fields);

    /** One binding. */
    @GET
    @Path("{name}")
    One<SecretBinding> get(@PathParam("name") String name);

    /** Changes what is not null: 200 holds a {@code One<SecretBinding>}, 202 a {@code One<Accepted>}. */
    @PATCH
    @Path("{name}")
    Response change(
            @PathParam("name") String name, @HeaderParam("If-Match") @Nullable String ifMatch, SecretFields fields);

    /** Removes it: 204 or 202. */
    @DELETE
    @Path("{name}")
    Response remove(@PathParam("name") String name);
}
