package io.countersign.web.approvals;

import static io.countersign.approvals.ApprovalFields.COMMENT;
import static io.countersign.approvals.ApprovalFields.DIGEST;
import static io.countersign.approvals.ApprovalFields.STATED_COMMENT;
import static io.countersign.kernel.FieldType.anyObject;
import static io.countersign.kernel.FieldType.oneOf;

import io.countersign.approvals.Approvals;
import io.countersign.approvals.Channel;
import io.countersign.approvals.RequestQuery;
import io.countersign.approvals.RequestView;
import io.countersign.approvals.Revision;
import io.countersign.approvals.Status;
import io.countersign.approvals.Verdict;
import io.countersign.kernel.JsonFields;
import io.countersign.kernel.PageRequest;
import io.countersign.security.CurrentUser;
import io.countersign.security.Scopes;
import io.countersign.web.Answer;
import io.countersign.web.Body;
import io.countersign.web.Etag;
import io.countersign.web.ExecutionOutcomeWait;
import io.countersign.web.IdempotencyGuard;
import io.countersign.web.Ids;
import io.countersign.web.Query;
import io.countersign.web.RequiresScope;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Requests for approval, of workflows and tools alike: list, read, decide, cancel, revise, review. */
@Path("workflow-approvals")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
public class RequestResource {

    @Inject
    Approvals approvals;

    @Inject
    CurrentUser currentUser;

    @Inject
    ExecutionOutcomeWait outcome;

    @Inject
    IdempotencyGuard once;

    /** A page of the requests that the caller may see, newest first. */
    @GET
    @RequiresScope(
            value = {Scopes.APPROVALS_READ, Scopes.APPROVALS_WRITE, Scopes.WORKFLOWS_EXECUTE},
            orAsked = true)
    public Response list(@Context UriInfo uri) {
        Query query = Query.of(uri);
        RequestQuery wanted = new RequestQuery(
                query.words("status", Status.values()).stream()
                        .map(Status::parse)
                        .collect(Collectors.toSet()),
                query.uuid("workflow_uuid"),
                query.flag("mine"),
                "due".equals(query.word("review", "due")),
                query.flag("needs_me"),
                query.text("tool_name"));
        PageRequest page = query.page();
        query.done();
        return Response.ok(Answer.many(approvals.list(wanted, currentUser.actor(), page), page))
                .build();
    }

    /** One request; with {@code ?wait=N} once it is decided or time is over. */
    @GET
    @Path("{uuid}")
    @RequiresScope(
            value = {Scopes.APPROVALS_READ, Scopes.APPROVALS_WRITE, Scopes.WORKFLOWS_EXECUTE},
            orAsked = true)
    public void get(@PathParam("uuid") String uuid, @Context UriInfo uri, @Suspended AsyncResponse answer) {
        UUID id = id(uuid);
        Query query = Query.of(uri);
        Duration timeout = query.held();
        query.done();
        outcome.resume(outcome.decided(id, timeout, currentUser.actor()).thenApply(RequestResource::answer), answer);
    }

    /** The caller agrees. */
    @POST
    @Path("{uuid}/approve")
    @RequiresScope(value = Scopes.APPROVALS_WRITE, orAsked = true)
    public Response approve(
            @PathParam("uuid") String uuid, @HeaderParam("If-Match") @Nullable String ifMatch, Body body) {
        JsonFields form = body.form();
        String comment = form.read("comment", COMMENT);
        String digest = form.read("arguments_sha256", DIGEST);
        form.refuse();
        return decide(uuid, body, new DecisionBody(Verdict.APPROVE, comment, digest), ifMatch);
    }

    /** The caller objects, and says why. That a reason is needed is the rules' word: they first look whether it is all over. */
    @POST
    @Path("{uuid}/reject")
    @RequiresScope(value = Scopes.APPROVALS_WRITE, orAsked = true)
    public Response reject(
            @PathParam("uuid") String uuid, @HeaderParam("If-Match") @Nullable String ifMatch, Body body) {
        JsonFields form = body.form();
        String reason = form.read("reason", COMMENT);
        String digest = form.read("arguments_sha256", DIGEST);
        form.refuse();
        return decide(uuid, body, new DecisionBody(Verdict.REJECT, reason, digest), ifMatch);
    }

    /** The requester, or an admin, withdraws it. */
    @POST
    @Path("{uuid}/cancel")
    @RequiresScope({Scopes.WORKFLOWS_EXECUTE, Scopes.APPROVALS_WRITE})
    public Response cancel(
            @PathParam("uuid") String uuid, @HeaderParam("If-Match") @Nullable String ifMatch, Body body) {
        JsonFields form = body.form();
        String reason = form.need("reason", STATED_COMMENT, "");
        form.refuse();
        return answer(approvals.cancel(id(uuid), reason, Etag.wanted(ifMatch), currentUser.actor()));
    }

    /** Changes the inputs; earlier votes are dropped and the editor no longer counts. */
    @POST
    @Path("{uuid}/revise")
    @RequiresScope({Scopes.APPROVALS_WRITE, Scopes.WORKFLOWS_EXECUTE})
    public Response revise(
            @PathParam("uuid") String uuid, @HeaderParam("If-Match") @Nullable String ifMatch, Body body) {
        JsonFields form = body.form().notNull("indicator", "parameters");
        Map<String, Object> indicator = form.read("indicator", anyObject());
        Map<String, Object> parameters = form.read("parameters", anyObject());
        String comment = form.need("comment", STATED_COMMENT, "");
        if (indicator == null && parameters == null && !form.has("indicator") && !form.has("parameters")) {
            form.wrong("indicator", "give indicator or parameters to change");
        }
        form.refuse();
        return once.give(
                body,
                () -> answer(approvals.revise(
                        id(uuid),
                        new Revision(indicator, parameters, comment),
                        Etag.wanted(ifMatch),
                        currentUser.actor())));
    }

    /** Another person says whether an emergency approval was justified. */
    @POST
    @Path("{uuid}/review")
    @RequiresScope(value = Scopes.APPROVALS_WRITE, orAsked = true)
    public Response review(@PathParam("uuid") String uuid, Body body) {
        JsonFields form = body.form();
        String verdict = form.need("verdict", oneOf(List.of("justified", "unjustified")), "");
        String comment = form.need("comment", STATED_COMMENT, "");
        form.refuse();
        return once.give(
                body,
                () -> answer(approvals.review(id(uuid), "justified".equals(verdict), comment, currentUser.actor())));
    }

    private Response decide(String uuid, Body body, DecisionBody decision, @Nullable String ifMatch) {
        return once.give(
                body,
                () -> answer(approvals.decide(
                        id(uuid),
                        decision.verdict(),
                        decision.comment(),
                        decision.digestSeen(),
                        Etag.wanted(ifMatch),
                        currentUser.actor(),
                        Channel.REST)));
    }

    /** What a caller says, and on what they say that it is. */
    private record DecisionBody(
            Verdict verdict,
            @Nullable String comment,
            @Nullable String digestSeen) {}

    static Response answer(RequestView request) {
        return Etag.ok(request, request.etag());
    }

    private static UUID id(String uuid) {
        return Ids.inPath("approval request", uuid);
    }
}
