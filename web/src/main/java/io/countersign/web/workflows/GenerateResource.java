package io.countersign.web.workflows;

import io.countersign.security.CurrentUser;
import io.countersign.security.Scopes;
import io.countersign.web.Answer;
import io.countersign.web.Body;
import io.countersign.web.RequiresScope;
import io.countersign.workflows.Generation;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** A script from a description in plain words; it has passed the check of a save, and is not saved. */
@Path("workflows")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
public class GenerateResource {

    @Inject
    Generation generation;

    @Inject
    CurrentUser currentUser;

    /** Has the model write it. */
    @POST
    @Path("generate")
    @RequiresScope(Scopes.WORKFLOWS_WRITE)
    public Response generate(Body body) {
        return Response.ok(Answer.one(generation.generate(body.fields(), currentUser.actor())))
                .build();
    }
}
