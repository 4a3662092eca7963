package io.countersign.web.operations;

import io.countersign.approvals.RequestStatistics;
import io.countersign.execution.RunSummary;
import io.countersign.execution.Runs;
import io.countersign.security.Actor;
import io.countersign.security.CurrentUser;
import io.countersign.security.Scopes;
import io.countersign.web.Answer;
import io.countersign.web.RequiresScope;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;

/** Numbers for people; those for machines are on the management port. */
@Path("metrics")
@RequestScoped
public class MetricsResource {

    @Inject
    Runs runs;

    @Inject
    RequestStatistics statistics;

    @Inject
    CurrentUser currentUser;

    /** How much ran, how well, what it saved, and how people answer. */
    @GET
    @Path("summary")
    @RequiresScope({Scopes.WORKFLOWS_READ, Scopes.APPROVALS_READ, Scopes.AUDIT_READ})
    public Response summary() {
        Actor viewer = currentUser.actor();
        RunSummary summary = runs.summary(viewer);
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("runs", Map.of("total", summary.total(), "success_rate", summary.successRate()));
        data.put("time_saved_minutes", summary.timeSavedMinutes());
        data.put("top_workflows", summary.topWorkflows());
        data.put("approvals", statistics.figures(viewer));
        return Response.ok(Answer.one(data)).build();
    }
}
