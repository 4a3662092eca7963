package io.countersign.web.runs;

import io.countersign.execution.Runs;
import io.countersign.security.Actor;
import io.countersign.security.CurrentUser;
import io.countersign.security.Scopes;
import io.countersign.web.Ids;
import io.countersign.web.RequiresScope;
import io.countersign.workflows.Workflows;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;

/** The runs of one workflow. */
@Path("workflows")
@RequestScoped
public class RunsOfWorkflowResource {

    @Inject
    Runs runs;

    @Inject
    Workflows workflows;

    @Inject
    CurrentUser currentUser;

    /** A page of them, newest first. */
    @GET
    @Path("{uuid}/runs")
    @RequiresScope(Scopes.WORKFLOWS_READ)
    public Response list(@PathParam("uuid") String uuid, @Context UriInfo uri) {
        UUID workflow = Ids.inPath("workflow", uuid);
        Actor viewer = currentUser.actor();
        workflows.get(workflow, viewer);
        return RunList.answer(runs, uri, workflow, viewer);
    }
}
