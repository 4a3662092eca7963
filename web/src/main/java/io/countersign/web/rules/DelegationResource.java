package io.countersign.web.rules;

import static io.countersign.approvals.ApprovalFields.NAME;
import static io.countersign.approvals.ApprovalFields.NAMES;
import static io.countersign.approvals.ApprovalFields.REASON;
import static io.countersign.kernel.FieldType.time;

import io.countersign.approvals.Delegation;
import io.countersign.approvals.DelegationDraft;
import io.countersign.approvals.Delegations;
import io.countersign.kernel.JsonFields;
import io.countersign.kernel.PageRequest;
import io.countersign.security.CurrentUser;
import io.countersign.security.Scopes;
import io.countersign.web.Answer;
import io.countersign.web.Api;
import io.countersign.web.Body;
import io.countersign.web.Etag;
import io.countersign.web.IdempotencyGuard;
import io.countersign.web.Ids;
import io.countersign.web.Query;
import io.countersign.web.RequiresScope;
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
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Out of office: who decides in whose name, and until when. */
@Path("delegations")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
public class DelegationResource {

    @Inject
    Delegations delegations;

    @Inject
    CurrentUser currentUser;

    @Inject
    IdempotencyGuard once;

    /** The caller's own, given and received. */
    @GET
    @RequiresScope(Scopes.APPROVALS_WRITE)
    public Response list(@Context UriInfo uri) {
        Query query = Query.of(uri);
        PageRequest page = query.page();
        query.done();
        return Response.ok(Answer.many(delegations.list(currentUser.actor(), page), page))
                .build();
    }

    /** A new one, from the caller to somebody else. */
    @POST
    @RequiresScope(Scopes.APPROVALS_WRITE)
    public Response create(Body body) {
        DelegationDraft draft = read(body, null);
        return once.give(body, () -> {
            Delegation made = delegations.create(draft, currentUser.actor());
            return Etag.tagged(Response.status(Response.Status.CREATED), made.etag())
                    .header("Location", Api.ROOT + "/delegations/" + made.uuid())
                    .entity(Answer.one(made))
                    .build();
        });
    }

    /** One of the caller's own. */
    @GET
    @Path("{uuid}")
    @RequiresScope(Scopes.APPROVALS_WRITE)
    public Response get(@PathParam("uuid") String uuid) {
        return answer(delegations.get(id(uuid), currentUser.actor()));
    }

    /** Changes the fields that are present. */
    @PATCH
    @Path("{uuid}")
    @RequiresScope(Scopes.APPROVALS_WRITE)
    public Response change(
            @PathParam("uuid") String uuid, @HeaderParam("If-Match") @Nullable String ifMatch, Body body) {
        Delegation now = delegations.get(id(uuid), currentUser.actor());
        // what the caller left out is kept as it was read here, and not as somebody else may be making it
        String tag = Etag.wanted(ifMatch);
        return answer(
                delegations.update(now.uuid(), read(body, now), tag == null ? now.etag() : tag, currentUser.actor()));
    }

    /** Ends it. */
    @DELETE
    @Path("{uuid}")
    @RequiresScope(Scopes.APPROVALS_WRITE)
    public Response end(@PathParam("uuid") String uuid) {
        delegations.delete(id(uuid), currentUser.actor());
        return Response.noContent().build();
    }

    /** The draft in the body; what is absent keeps the value that it has now, if there is one. */
    private static DelegationDraft read(Body body, @Nullable Delegation now) {
        JsonFields form = body.form();
        DelegationDraft draft = now == null
                ? new DelegationDraft(
                        form.need("to", NAME, ""),
                        form.read("roles", NAMES, List.of()),
                        form.need("from_time", time(), Instant.EPOCH),
                        form.need("to_time", time(), Instant.EPOCH),
                        form.need("reason", REASON, ""))
                : new DelegationDraft(
                        form.notNull("to", "from_time", "to_time", "reason").read("to", NAME, now.to()),
                        form.read("roles", NAMES, now.roles()),
                        form.read("from_time", time(), now.fromTime()),
                        form.read("to_time", time(), now.toTime()),
                        form.read("reason", REASON, now.reason()));
        form.refuse();
        return draft;
    }

    private static Response answer(Delegation delegation) {
        return Etag.ok(delegation, delegation.etag());
    }

    private static UUID id(String uuid) {
        return Ids.inPath("delegation", uuid);
    }
}
