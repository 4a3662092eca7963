package io.countersign.web.approvals;

import io.countersign.approvals.ApprovalRequestSpec;
import io.countersign.approvals.Approvals;
import io.countersign.approvals.SubmissionResult;
import io.countersign.execution.ServerHttpCalls;
import io.countersign.notify.Callbacks;
import io.countersign.security.Actor;
import io.countersign.security.CurrentUser;
import io.countersign.security.Scopes;
import io.countersign.web.Answer;
import io.countersign.web.Api;
import io.countersign.web.Body;
import io.countersign.web.ExecutionOutcomeWait;
import io.countersign.web.IdempotencyGuard;
import io.countersign.web.Ids;
import io.countersign.web.Query;
import io.countersign.web.RequiresScope;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
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
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Asking for agreement to any tool call, and waiting for it. */
@Path("approvals")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
public class ToolRequestResource {

    @Inject
    Approvals approvals;

    @Inject
    ServerHttpCalls callouts;

    @Inject
    Callbacks callbacks;

    @Inject
    CurrentUser currentUser;

    @Inject
    IdempotencyGuard once;

    @Inject
    ExecutionOutcomeWait outcome;

    /** Asks. */
    @POST
    @RequiresScope(Scopes.WORKFLOWS_EXECUTE)
    public Response ask(Body body) {
        Actor by = currentUser.actor();
        return once.giveSecret(body, () -> ask(ToolRequestBody.read(body, by), by));
    }

    /** The request; with {@code ?wait=N} once it is decided or time is over. */
    @GET
    @Path("{uuid}")
    @RequiresScope(
            value = {Scopes.APPROVALS_READ, Scopes.APPROVALS_WRITE, Scopes.WORKFLOWS_EXECUTE},
            orAsked = true)
    public void get(@PathParam("uuid") String uuid, @Context UriInfo uri, @Suspended AsyncResponse answer) {
        UUID id = Ids.inPath("approval request", uuid);
        Query query = Query.of(uri);
        Duration timeout = query.held();
        query.done();
        outcome.resume(outcome.decided(id, timeout, currentUser.actor()).thenApply(RequestResource::answer), answer);
    }

    private Response ask(ApprovalRequestSpec wish, Actor by) {
        if (wish.callbackUrl() == null) {
            return accepted(approvals.ask(wish), Map.of());
        }
        callouts.check("callback_url", wish.callbackUrl());
        SubmissionResult asked = approvals.ask(wish);
        return accepted(asked, Map.of("callback_secret", callbacks.secretOf(asked.id(), by)));
    }

    private static Response accepted(SubmissionResult asked, Map<String, String> more) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>(more);
        data.put("status", asked instanceof SubmissionResult.Pending ? "pending_approval" : "approved");
        data.put("approval_request_uuid", asked.id());
        data.put("request_id", asked.requestNumber());
        if (asked instanceof SubmissionResult.Pending pending) {
            data.put("expires_at", pending.expiresAt());
        } else if (asked instanceof SubmissionResult.AutoApproved approved) {
            data.put("policy", approved.policy());
        }
        return Response.accepted(Answer.one(data))
                .header("Location", Api.ROOT + "/approvals/" + asked.id())
                .build();
    }
}
