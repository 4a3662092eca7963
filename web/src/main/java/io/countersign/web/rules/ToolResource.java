package io.countersign.web.rules;

import io.countersign.approvals.CatalogueChange;
import io.countersign.approvals.CatalogueDraft;
import io.countersign.approvals.CatalogueEntry;
import io.countersign.approvals.SubmissionResult;
import io.countersign.approvals.ToolCatalogue;
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

/** The catalogue of tools. Once there are two admins, the other one agrees to every change. */
@Path("tools")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
public class ToolResource {

    @Inject
    ToolCatalogue catalogue;

    @Inject
    CurrentUser currentUser;

    @Inject
    IdempotencyGuard once;

    /** All entries by name. */
    @GET
    @RequiresScope(Scopes.ADMIN)
    public Response list(@Context UriInfo uri) {
        Query query = Query.of(uri);
        PageRequest page = query.page();
        query.done();
        return Response.ok(Answer.many(catalogue.list(currentUser.actor(), page).map(ToolForm::wire), page))
                .build();
    }

    /** A new entry. */
    @POST
    @RequiresScope(Scopes.ADMIN)
    public Response create(Body body) {
        CatalogueDraft draft = ToolForm.read(body.form());
        return once.give(body, () -> changed(catalogue.create(draft, currentUser.actor()), Response.Status.CREATED));
    }

    /** One entry. */
    @GET
    @Path("{uuid}")
    @RequiresScope(Scopes.ADMIN)
    public Response get(@PathParam("uuid") String uuid) {
        CatalogueEntry entry = catalogue.get(id(uuid), currentUser.actor());
        return Etag.ok(ToolForm.wire(entry), entry.etag());
    }

    /** Changes the fields that are present. */
    @PATCH
    @Path("{uuid}")
    @RequiresScope(Scopes.ADMIN)
    public Response change(
            @PathParam("uuid") String uuid, @HeaderParam("If-Match") @Nullable String ifMatch, Body body) {
        CatalogueEntry now = catalogue.get(id(uuid), currentUser.actor());
        Map<String, Object> merged = new LinkedHashMap<>(ToolForm.writable(now));
        merged.putAll(body.fields());
        CatalogueDraft draft = ToolForm.read(new JsonFields(merged));
        // what the caller left out is kept as it was read here, and not as somebody else may be making it
        String tag = Etag.wanted(ifMatch);
        return changed(
                catalogue.update(now.uuid(), draft, tag == null ? now.etag() : tag, currentUser.actor()),
                Response.Status.OK);
    }

    /** Removes an entry. */
    @DELETE
    @Path("{uuid}")
    @RequiresScope(Scopes.ADMIN)
    public Response remove(@PathParam("uuid") String uuid) {
        CatalogueChange change = catalogue.delete(id(uuid), currentUser.actor());
        return change instanceof CatalogueChange.Pending
                ? changed(change, Response.Status.OK)
                : Response.noContent().build();
    }

    private static Response changed(CatalogueChange change, Response.Status done) {
        if (change instanceof CatalogueChange.Done now) {
            CatalogueEntry entry = now.entry();
            return Etag.tagged(Response.status(done), entry.etag())
                    .header("Location", Api.ROOT + "/tools/" + entry.uuid())
                    .entity(Answer.one(ToolForm.wire(entry)))
                    .build();
        }
        CatalogueChange.Pending pending = (CatalogueChange.Pending) change;
        return PendingAnswer.of(new SubmissionResult.Pending(
                pending.approvalRequestUuid(), pending.requestNumber(), pending.expiresAt()));
    }

    private static UUID id(String uuid) {
        return Ids.inPath("tool", uuid);
    }
}
