package io.countersign.web.workflows;

import static io.countersign.kernel.FieldType.text;

import io.countersign.approvals.RiskLevel;
import io.countersign.kernel.ErrorCode;
import io.countersign.kernel.JsonFields;
import io.countersign.kernel.PageRequest;
import io.countersign.kernel.Refusal;
import io.countersign.sandbox.Sandbox;
import io.countersign.security.CurrentUser;
import io.countersign.security.Scopes;
import io.countersign.web.Answer;
import io.countersign.web.Body;
import io.countersign.web.Etag;
import io.countersign.web.IdempotencyGuard;
import io.countersign.web.Ids;
import io.countersign.web.Query;
import io.countersign.web.RequiresScope;
import io.countersign.workflows.IndicatorTypes;
import io.countersign.workflows.NewWorkflow;
import io.countersign.workflows.Workflow;
import io.countersign.workflows.WorkflowKind;
import io.countersign.workflows.WorkflowPatch;
import io.countersign.workflows.WorkflowQuery;
import io.countersign.workflows.WorkflowState;
import io.countersign.workflows.Workflows;
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
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Workflows: list, create, read, change, archive, check. */
@Path("workflows")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
public class WorkflowResource {

    @Inject
    Workflows workflows;

    @Inject
    CurrentUser currentUser;

    @Inject
    IdempotencyGuard once;

    /** A page of workflows, without their code. */
    @GET
    @RequiresScope(Scopes.WORKFLOWS_READ)
    public Response list(@Context UriInfo uri) {
        Query query = Query.of(uri);
        WorkflowQuery wanted = new WorkflowQuery(
                query.word("state", WorkflowState.values()),
                query.words("risk_level", RiskLevel.values()),
                query.word("kind", WorkflowKind.values()),
                query.word("indicator_type", IndicatorTypes.ALL.toArray(String[]::new)),
                query.text("tag"),
                query.text("q"),
                query.word("sort_by", "name", "state", "risk_level", "updated_at", "created_at"),
                query.word("sort_order", "asc", "desc"));
        PageRequest page = query.page();
        query.done();
        return Response.ok(Answer.many(
                        workflows.list(wanted, currentUser.actor(), page).map(WorkflowView::listed), page))
                .build();
    }

    /** A new workflow. */
    @POST
    @RequiresScope(Scopes.WORKFLOWS_WRITE)
    public Response create(Body body) {
        refuseHugeCode(body.form().read("code", text()));
        return once.give(
                body,
                () -> SavedAnswer.of(
                        workflows.create(new NewWorkflow(body.fields()), currentUser.actor()),
                        Response.Status.CREATED));
    }

    /** One workflow, archived or not. */
    @GET
    @Path("{uuid}")
    @RequiresScope(Scopes.WORKFLOWS_READ)
    public Response get(@PathParam("uuid") String uuid) {
        return answer(workflows.get(Ids.inPath("workflow", uuid), currentUser.actor()));
    }

    /** A change of the fields that are present. */
    @PATCH
    @Path("{uuid}")
    @RequiresScope(Scopes.WORKFLOWS_WRITE)
    public Response change(
            @PathParam("uuid") String uuid, @HeaderParam("If-Match") @Nullable String ifMatch, Body body) {
        refuseHugeCode(body.form().read("code", text()));
        return SavedAnswer.of(
                workflows.update(
                        Ids.inPath("workflow", uuid),
                        new WorkflowPatch(body.fields()),
                        Etag.wanted(ifMatch),
                        currentUser.actor()),
                Response.Status.OK);
    }

    /** Archives: history stays readable, nothing runs any more. */
    @DELETE
    @Path("{uuid}")
    @RequiresScope(Scopes.WORKFLOWS_WRITE)
    public Response archive(@PathParam("uuid") String uuid, @HeaderParam("If-Match") @Nullable String ifMatch) {
        workflows.archive(Ids.inPath("workflow", uuid), Etag.wanted(ifMatch), currentUser.actor());
        return Response.noContent().build();
    }

    /** The save-time check alone. */
    @POST
    @Path("validate")
    @RequiresScope({Scopes.WORKFLOWS_READ, Scopes.WORKFLOWS_WRITE})
    public Response validate(Body body) {
        refuseHugeCode(body.form().read("code", text()));
        JsonFields form = body.form();
        String code = form.need("code", text(), "");
        form.refuse();
        return Response.ok(Answer.one(workflows.validate(code, currentUser.actor())))
                .build();
    }

    private static Response answer(Workflow workflow) {
        return Etag.ok(workflow, workflow.etag());
    }

    private static void refuseHugeCode(@Nullable String code) {
        if (code != null && code.getBytes(StandardCharsets.UTF_8).length > Sandbox.MAX_SOURCE_BYTES) {
            throw new Refusal(
                    ErrorCode.PAYLOAD_TOO_LARGE,
                    "code is at most 256 KiB.",
                    Map.of("field", "code", "limit_bytes", Sandbox.MAX_SOURCE_BYTES));
        }
    }
}
