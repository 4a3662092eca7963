package io.countersign.web.operations;

import io.countersign.execution.KillSwitch;
import io.countersign.execution.KillSwitches;
import io.countersign.kernel.PageRequest;
import io.countersign.security.Actor;
import io.countersign.security.CurrentUser;
import io.countersign.security.Scopes;
import io.countersign.web.Answer;
import io.countersign.web.Api;
import io.countersign.web.Body;
import io.countersign.web.IdempotencyGuard;
import io.countersign.web.Ids;
import io.countersign.web.Query;
import io.countersign.web.RequiresScope;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** The kill switch: pull it, see it, release it. */
@Path("kill-switch")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
public class KillSwitchResource {

    @Inject
    KillSwitches switches;

    @Inject
    CurrentUser currentUser;

    @Inject
    IdempotencyGuard once;

    /** All that were ever pulled, newest first. */
    @GET
    @RequiresScope(Scopes.ADMIN)
    public Response list(@Context UriInfo uri) {
        Query query = Query.of(uri);
        PageRequest page = query.page();
        query.done();
        return Response.ok(Answer.many(switches.list(currentUser.actor(), page), page))
                .build();
    }

    /** Pulls it: what matches stops, and nothing new of it begins. {@code meta.warning} says when nothing is known to match. */
    @POST
    @RequiresScope(Scopes.ADMIN)
    public Response engage(Body body) {
        return once.give(body, () -> {
            Actor by = currentUser.actor();
            KillSwitch pulled = switches.engage(body.fields(), by);
            return Response.status(Response.Status.CREATED)
                    .header("Location", Api.ROOT + "/kill-switch/" + pulled.uuid())
                    .entity(Answer.one(pulled, switches.doubt(pulled, by)))
                    .build();
        });
    }

    /** Releases it. */
    @DELETE
    @Path("{uuid}")
    @RequiresScope(Scopes.ADMIN)
    public Response release(@PathParam("uuid") String uuid) {
        switches.release(Ids.inPath("kill switch", uuid), currentUser.actor());
        return Response.noContent().build();
    }
}
