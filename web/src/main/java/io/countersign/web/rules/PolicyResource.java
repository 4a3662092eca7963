package io.countersign.web.rules;

import static io.countersign.kernel.FieldType.anyObject;
import static io.countersign.kernel.FieldType.integer;
import static io.countersign.kernel.FieldType.object;

import io.countersign.approvals.Policies;
import io.countersign.approvals.Policy;
import io.countersign.approvals.PolicyChange;
import io.countersign.approvals.PolicyDraft;
import io.countersign.approvals.PolicyFields;
import io.countersign.approvals.SubmissionResult;
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
import io.countersign.web.PendingAnswer;
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
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The policies: who has to agree to what. Once there are two admins, the other one agrees to every change. */
@Path("approval-policies")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
public class PolicyResource {

    @Inject
    Policies policies;

    @Inject
    CurrentUser currentUser;

    @Inject
    IdempotencyGuard once;

    /** All policies in the order in which they are tried. */
    @GET
    @RequiresScope(Scopes.ADMIN)
    public Response list(@Context UriInfo uri) {
        Query query = Query.of(uri);
        PageRequest page = query.page();
        query.done();
        return Response.ok(Answer.many(policies.list(currentUser.actor(), page).map(PolicyForm::wire), page))
                .build();
    }

    /** A new policy. */
    @POST
    @RequiresScope(Scopes.ADMIN)
    public Response create(Body body) {
        PolicyDraft draft = PolicyForm.read(body.form());
        return once.give(body, () -> changed(policies.create(draft, currentUser.actor()), Response.Status.CREATED));
    }

    /** One policy. */
    @GET
    @Path("{uuid}")
    @RequiresScope(Scopes.ADMIN)
    public Response get(@PathParam("uuid") String uuid) {
        Policy policy = policies.get(id(uuid), currentUser.actor());
        return Etag.ok(PolicyForm.wire(policy), policy.etag());
    }

    /** Changes the fields that are present; {@code when} and {@code then} are replaced whole. */
    @PATCH
    @Path("{uuid}")
    @RequiresScope(Scopes.ADMIN)
    public Response change(
            @PathParam("uuid") String uuid, @HeaderParam("If-Match") @Nullable String ifMatch, Body body) {
        Policy now = policies.get(id(uuid), currentUser.actor());
        Map<String, Object> merged = new LinkedHashMap<>(PolicyForm.writable(now));
        merged.putAll(body.fields());
        PolicyDraft draft = PolicyForm.read(new JsonFields(merged));
        // what the caller left out is kept as it was read here, and not as somebody else may be making it
        String tag = Etag.wanted(ifMatch);
        return changed(
                policies.update(now.uuid(), draft, tag == null ? now.etag() : tag, currentUser.actor()),
                Response.Status.OK);
    }

    /** Removes a policy. */
    @DELETE
    @Path("{uuid}")
    @RequiresScope(Scopes.ADMIN)
    public Response remove(@PathParam("uuid") String uuid) {
        PolicyChange change = policies.delete(id(uuid), currentUser.actor());
        return change instanceof PolicyChange.Pending
                ? changed(change, Response.Status.OK)
                : Response.noContent().build();
    }

    /** What a draft, under {@code policy} or as the body itself, would have done with the last requests; changes nothing. */
    @POST
    @Path("replay")
    @RequiresScope(Scopes.ADMIN)
    public Response replay(Body body) {
        JsonFields form = body.form();
        boolean plain = form.has("kind") && !form.has("policy");
        PolicyDraft draft = plain ? PolicyFields.read(form) : form.need("policy", object(PolicyFields::read));
        return replayed(form, draft);
    }

    /** What a stored policy, changed by what the body holds, would have done with the last requests. */
    @POST
    @Path("{uuid}/replay")
    @RequiresScope(Scopes.ADMIN)
    public Response replayStored(@PathParam("uuid") String uuid, Body body) {
        Policy now = policies.get(id(uuid), currentUser.actor());
        Map<String, Object> merged = new LinkedHashMap<>(PolicyForm.writable(now));
        JsonFields form = body.form();
        Map<String, Object> changes = form.read("policy", anyObject());
        if (changes != null) {
            merged.putAll(changes);
        }
        return replayed(form, PolicyForm.read(new JsonFields(merged)));
    }

    private Response replayed(JsonFields form, @Nullable PolicyDraft draft) {
        int last = form.read("last", integer(1, Policies.MAX_REPLAY), 100);
        form.refuse();
        if (draft == null) {
            throw new IllegalStateException("a form without errors has its required parts");
        }
        return Response.ok(Answer.one(policies.replay(draft, last, currentUser.actor())))
                .build();
    }

    private static Response changed(PolicyChange change, Response.Status done) {
        if (change instanceof PolicyChange.Done now) {
            Policy policy = now.policy();
            return Etag.tagged(Response.status(done), policy.etag())
                    .header("Location", Api.ROOT + "/approval-policies/" + policy.uuid())
                    .entity(Answer.one(PolicyForm.wire(policy)))
                    .build();
        }
        PolicyChange.Pending pending = (PolicyChange.Pending) change;
        return PendingAnswer.of(new SubmissionResult.Pending(
                pending.approvalRequestUuid(), pending.requestNumber(), pending.expiresAt()));
    }

    private static UUID id(String uuid) {
        return Ids.inPath("policy", uuid);
    }
}
