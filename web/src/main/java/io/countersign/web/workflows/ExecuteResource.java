package io.countersign.web.workflows;

import io.countersign.execution.DryRunRequest;
import io.countersign.execution.ExecuteRequest;
import io.countersign.execution.ExecuteResult;
import io.countersign.execution.Runs;
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
import io.countersign.web.Prefer;
import io.countersign.web.RequiresScope;
import io.countersign.web.approvals.CallbackAddress;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Asking for an execution, and rehearsing one. */
@Path("workflows")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
public class ExecuteResource {

    @Inject
    Runs runs;

    @Inject
    CurrentUser currentUser;

    @Inject
    IdempotencyGuard once;

    @Inject
    ExecutionOutcomeWait outcome;

    @Inject
    Callbacks callbacks;

    /** Asks for an execution; with {@code Prefer: wait=N} the answer waits for its end, without holding a thread. */
    @POST
    @Path("{uuid}/execute")
    @RequiresScope(Scopes.WORKFLOWS_EXECUTE)
    public void execute(
            @PathParam("uuid") String uuid,
            @HeaderParam("Prefer") @Nullable String prefer,
            Body body,
            @Suspended AsyncResponse answer) {
        UUID workflow = Ids.inPath("workflow", uuid);
        Actor by = currentUser.actor();
        Duration timeout = Prefer.wait(prefer);
        runs.makeReady(workflow, by);
        boolean callsBack = body.form().filled("callback_url");
        IdempotencyGuard.Claim claim = once.claim(body, callsBack, () -> requested(workflow, body, by));
        if (claim.settled() || timeout.isZero()) {
            answer.resume(claim.settle(claim.answer()));
        } else {
            outcome.await(claim.answer(), timeout, by, claim::settle, answer);
        }
    }

    /** Runs it against mocks; no byte leaves the machine. Drafts too. */
    @POST
    @Path("{uuid}/test")
    @RequiresScope({Scopes.WORKFLOWS_WRITE, Scopes.WORKFLOWS_EXECUTE, Scopes.APPROVALS_WRITE})
    public Response test(@PathParam("uuid") String uuid, Body body) {
        return Response.ok(Answer.one(
                        runs.test(Ids.inPath("workflow", uuid), DryRunRequest.of(body.fields()), currentUser.actor())))
                .build();
    }

    private Response requested(UUID workflow, Body body, Actor by) {
        ExecuteRequest request = ExecuteRequest.of(body.fields());
        if (request.callbackUrl() == null) {
            return accepted(runs.request(workflow, request, by), Map.of());
        }
        CallbackAddress.require(request.callbackUrl());
        ExecuteResult requested = runs.request(workflow, request, by);
        return accepted(requested, Map.of("callback_secret", callbacks.secretOf(approval(requested, by), by)));
    }

    /** The request that the callback will tell of, even where a policy has agreed to it at once. */
    private UUID approval(ExecuteResult requested, Actor by) {
        return requested instanceof ExecuteResult.PendingApproval pending
                ? pending.approvalRequestUuid()
                : Objects.requireNonNull(runs.get(((ExecuteResult.Queued) requested).runUuid(), by)
                        .approvalRequestUuid());
    }

    private static Response accepted(ExecuteResult requested, Map<String, String> more) {
        Map<String, Object> data = new LinkedHashMap<>(more);
        String location;
        if (requested instanceof ExecuteResult.Queued queued) {
            data.put("run_uuid", queued.runUuid());
            data.put("status", "queued");
            location = Api.ROOT + "/workflow-runs/" + queued.runUuid();
        } else {
            ExecuteResult.PendingApproval pending = (ExecuteResult.PendingApproval) requested;
            data.put("status", "pending_approval");
            data.put("approval_request_uuid", pending.approvalRequestUuid());
            data.put("request_id", pending.requestNumber());
            data.put("expires_at", pending.expiresAt());
            data.put("run_uuid", null);
            location = Api.ROOT + "/workflow-approvals/" + pending.approvalRequestUuid();
        }
        return Response.accepted(Answer.one(data)).header("Location", location).build();
    }
}
