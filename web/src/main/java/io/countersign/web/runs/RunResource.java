package io.countersign.web.runs;

import static io.countersign.kernel.FieldType.text;

import io.countersign.execution.Run;
import io.countersign.execution.Runs;
import io.countersign.kernel.JsonFields;
import io.countersign.security.Actor;
import io.countersign.security.CurrentUser;
import io.countersign.security.Scopes;
import io.countersign.web.Body;
import io.countersign.web.ExecutionOutcomeWait;
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
import java.util.UUID;

/** Runs: list, read, wait for, cancel. */
@Path("workflow-runs")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
public class RunResource {

    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(2);

    @Inject
    Runs runs;

    @Inject
    CurrentUser currentUser;

    @Inject
    ExecutionOutcomeWait outcome;

    /** A page of runs, newest first. */
    @GET
    @RequiresScope(Scopes.WORKFLOWS_READ)
    public Response list(@Context UriInfo uri) {
        return RunList.answer(runs, uri, null, currentUser.actor());
    }

    /** One run; with {@code ?wait=N} once it has ended or time is over. */
    @GET
    @Path("{uuid}")
    @RequiresScope({Scopes.WORKFLOWS_READ, Scopes.WORKFLOWS_EXECUTE})
    public void get(@PathParam("uuid") String uuid, @Context UriInfo uri, @Suspended AsyncResponse answer) {
        UUID id = Ids.inPath("run", uuid);
        Query query = Query.of(uri);
        Duration timeout = query.held();
        query.done();
        Actor viewer = currentUser.actor();
        Run now = runs.get(id, viewer);
        if (timeout.isZero() || now.status().terminal()) {
            answer.resume(ExecutionOutcomeWait.runAnswer(now));
        } else {
            outcome.resume(outcome.run(id, timeout, viewer).thenApply(ExecutionOutcomeWait::runAnswer), answer);
        }
    }

    /** Who asked, who agreed or an admin stops a run that is queued or running; the answer waits a moment for a running one to stop. */
    @POST
    @Path("{uuid}/cancel")
    @RequiresScope({Scopes.WORKFLOWS_EXECUTE, Scopes.APPROVALS_WRITE})
    public void cancel(@PathParam("uuid") String uuid, Body body, @Suspended AsyncResponse answer) {
        JsonFields form = body.form();
        String reason = form.read("reason", text(Runs.MAX_CANCEL_REASON));
        form.refuse();
        UUID id = Ids.inPath("run", uuid);
        Actor by = currentUser.actor();
        Run told = runs.askToStop(id, reason == null ? "cancelled by " + by.userName() : reason, by);
        if (told.status().terminal()) {
            answer.resume(ExecutionOutcomeWait.runAnswer(told));
        } else {
            outcome.resume(outcome.run(id, STOP_TIMEOUT, by).thenApply(ExecutionOutcomeWait::runAnswer), answer);
        }
    }
}
