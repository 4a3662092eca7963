package io.countersign.web.runs;

import io.countersign.execution.Run;
import io.countersign.execution.Runs;
import io.countersign.security.Actor;
import io.countersign.security.CurrentUser;
import io.countersign.security.Scopes;
import io.countersign.web.Ids;
import io.countersign.web.RequiresScope;
import io.countersign.web.WaitCount;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** What happens to a run, as it happens: server-sent events until the run has ended. */
@Path("workflow-runs")
@RequestScoped
public class RunEventResource {

    @Inject
    Runs runs;

    @Inject
    CurrentUser currentUser;

    @Inject
    WaitCount waits;

    @Resource
    ManagedExecutorService threads;

    @Resource
    ManagedScheduledExecutorService clockwork;

    /** First what has happened so far, then what happens; the last event is {@code result}. */
    @GET
    @Path("{uuid}/events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RequiresScope({Scopes.WORKFLOWS_READ, Scopes.WORKFLOWS_EXECUTE})
    public void follow(@PathParam("uuid") String uuid, @Context SseEventSink sink, @Context Sse sse) {
        UUID id = Ids.inPath("run", uuid);
        Actor viewer = currentUser.actor();
        Run now = runs.get(id, viewer);
        RunFeed feed = new RunFeed(sink, sse, threads);
        if (now.status().terminal()) {
            feed.tell(now);
            return;
        }
        feed.closes(waits.enter(viewer));
        feed.closes(runs.subscribe(id, viewer, feed::happened));
        // read again: what happened before the subscription is in the row by now
        Run then = runs.get(id, viewer);
        if (then.status().terminal()) {
            feed.tell(then);
        } else {
            // asked for first: an end that is known by now is reported on this thread, whose writes come first
            CompletableFuture<Run> end = runs.finished(id, RunFeed.LONGEST, viewer);
            feed.begin(then);
            feed.beats(clockwork);
            feed.endsWith(end);
        }
    }
}
