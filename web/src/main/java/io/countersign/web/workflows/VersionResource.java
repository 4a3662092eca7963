package io.countersign.web.workflows;

import static io.countersign.kernel.FieldType.integer;

import io.countersign.kernel.JsonFields;
import io.countersign.kernel.Page;
import io.countersign.kernel.PageRequest;
import io.countersign.kernel.Refusal;
import io.countersign.security.CurrentUser;
import io.countersign.security.Scopes;
import io.countersign.web.Answer;
import io.countersign.web.Body;
import io.countersign.web.Etag;
import io.countersign.web.IdempotencyGuard;
import io.countersign.web.Ids;
import io.countersign.web.Query;
import io.countersign.web.RequiresScope;
import io.countersign.workflows.Version;
import io.countersign.workflows.Workflows;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The versions of a workflow's code: list, read, compare, bring back. */
@Path("workflows")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
public class VersionResource {

    @Inject
    Workflows workflows;

    @Inject
    CurrentUser currentUser;

    @Inject
    IdempotencyGuard once;

    /** Every version, newest first as the domain orders them, without the source. */
    @GET
    @Path("{uuid}/versions")
    @RequiresScope(Scopes.WORKFLOWS_READ)
    public Response list(@PathParam("uuid") String uuid, @Context UriInfo uri) {
        Query query = Query.of(uri);
        PageRequest page = query.page();
        query.done();
        List<Version> all = workflows.versions(Ids.inPath("workflow", uuid), currentUser.actor());
        List<Map<String, Object>> shown = all.stream()
                .skip(page.offset())
                .limit(page.size())
                .map(WorkflowView::listed)
                .toList();
        return Response.ok(Answer.many(new Page<>(shown, all.size()), page)).build();
    }

    /** One version with its source. */
    @GET
    @Path("{uuid}/versions/{n}")
    @RequiresScope(Scopes.WORKFLOWS_READ)
    public Response get(@PathParam("uuid") String uuid, @PathParam("n") String n) {
        return Response.ok(Answer.one(workflows.version(Ids.inPath("workflow", uuid), number(n), currentUser.actor())))
                .build();
    }

    /** What differs between two versions, as a unified diff; by default against the one before. */
    @GET
    @Path("{uuid}/versions/{n}/diff")
    @RequiresScope(Scopes.WORKFLOWS_READ)
    public Response diff(@PathParam("uuid") String uuid, @PathParam("n") String n, @Context UriInfo uri) {
        int version = number(n);
        Query query = Query.of(uri);
        int against = query.integer("against", Math.max(1, version - 1), 1, Integer.MAX_VALUE);
        query.done();
        String diff = workflows.diff(Ids.inPath("workflow", uuid), version, against, currentUser.actor());
        return Response.ok(Answer.one(Map.of("version", version, "against", against, "diff", diff)))
                .build();
    }

    /** Makes a new version with the code of an old one. */
    @POST
    @Path("{uuid}/restore")
    @RequiresScope(Scopes.WORKFLOWS_WRITE)
    public Response restore(
            @PathParam("uuid") String uuid, @HeaderParam("If-Match") @Nullable String ifMatch, Body body) {
        JsonFields form = body.form();
        int version = form.need("version", integer(1, Integer.MAX_VALUE), 1);
        form.refuse();
        return once.give(
                body,
                () -> SavedAnswer.of(
                        workflows.restore(
                                Ids.inPath("workflow", uuid), version, Etag.wanted(ifMatch), currentUser.actor()),
                        Response.Status.OK));
    }

    private static int number(String text) {
        try {
            int number = Integer.parseInt(text);
            if (number >= 1) {
                return number;
            }
        } catch (NumberFormatException e) {
            // falls through: such a version cannot exist
        }
        throw Refusal.notFound("version", text.length() > 20 ? text.substring(0, 20) : text);
    }
}
