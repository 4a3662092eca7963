package io.countersign.web.workflows;

import io.countersign.security.CurrentUser;
import io.countersign.security.Scopes;
import io.countersign.web.Answer;
import io.countersign.web.Body;
import io.countersign.web.BodyFields;
import io.countersign.web.RequiresScope;
import io.countersign.workflows.Generation;
import io.countersign.workflows.IndicatorTypes;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** A script from a description in plain words; it has passed the check of a save, and is not saved. */
@Path("workflows")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
public class GenerateResource {

    private static final int MAX_DESCRIPTION = 10_000;

    @Inject
    Generation generation;

    @Inject
    CurrentUser currentUser;

    /** Has the model write it. */
    @POST
    @Path("generate")
    @RequiresScope(Scopes.WORKFLOWS_WRITE)
    public Response generate(Body body) {
        BodyFields form = body.form();
        String description = form.said("description", MAX_DESCRIPTION);
        String kind = form.word("kind", "script", "http_endpoint");
        List<String> types = form.texts("indicator_types");
        if (types != null && !IndicatorTypes.ALL.containsAll(types)) {
            form.error("indicator_types", "must be of " + String.join(", ", IndicatorTypes.ALL));
        }
        form.done();
        return Response.ok(Answer.one(
                        generation.generate(description, kind, types == null ? List.of() : types, currentUser.actor())))
                .build();
    }
}
