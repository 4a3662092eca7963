package io.countersign.web.secrets;

import io.countersign.kernel.PageRequest;
import io.countersign.security.CurrentUser;
import io.countersign.security.Scopes;
import io.countersign.web.Answer;
import io.countersign.web.Api;
import io.countersign.web.Body;
import io.countersign.web.Etag;
import io.countersign.web.IdempotencyGuard;
import io.countersign.web.PendingAnswer;
import io.countersign.web.Query;
import io.countersign.web.RequiresScope;
import io.countersign.workflows.SecretBinding;
import io.countersign.workflows.SecretBindings;
import io.countersign.workflows.SecretChange;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jspecify.annotations.Nullable;

/** Who may be granted which secret of the server, and where it may be sent: names, never values. */
@Path("secrets")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
public class SecretResource {

    @Inject
    SecretBindings secrets;

    @Inject
    CurrentUser currentUser;

    @Inject
    IdempotencyGuard once;

    /** Every binding, by name. */
    @GET
    @RequiresScope(Scopes.ADMIN)
    public Response list(@Context UriInfo uri) {
        Query query = Query.of(uri);
        PageRequest page = query.page();
        query.done();
        return Response.ok(Answer.many(secrets.list(currentUser.actor(), page), page))
                .build();
    }

    /** A binding for a secret that has none. */
    @POST
    @RequiresScope(Scopes.ADMIN)
    public Response create(Body body) {
        return once.give(body, () -> {
            SecretBinding made = secrets.create(body.fields(), currentUser.actor());
            return Etag.tagged(Response.status(Response.Status.CREATED), made.etag())
                    .header("Location", Api.ROOT + "/secrets/" + made.name())
                    .entity(Answer.one(made))
                    .build();
        });
    }

    /** One binding. */
    @GET
    @Path("{name}")
    @RequiresScope(Scopes.ADMIN)
    public Response get(@PathParam("name") String name) {
        SecretBinding binding = secrets.get(name, currentUser.actor());
        return Etag.ok(binding, binding.etag());
    }

    /** Changes the fields that are present; what lets the secret go further waits for another admin. */
    @PATCH
    @Path("{name}")
    @RequiresScope(Scopes.ADMIN)
    public Response change(
            @PathParam("name") String name, @HeaderParam("If-Match") @Nullable String ifMatch, Body body) {
        SecretChange change = secrets.update(name, body.fields(), Etag.wanted(ifMatch), currentUser.actor());
        if (change instanceof SecretChange.Done now) {
            return Etag.ok(now.binding(), now.binding().etag());
        }
        return PendingAnswer.of(((SecretChange.Pending) change).request());
    }

    /** Removes it, once another admin agrees where there is one. */
    @DELETE
    @Path("{name}")
    @RequiresScope(Scopes.ADMIN)
    public Response remove(@PathParam("name") String name) {
        SecretChange change = secrets.delete(name, currentUser.actor());
        return change instanceof SecretChange.Pending pending
                ? PendingAnswer.of(pending.request())
                : Response.noContent().build();
    }
}
