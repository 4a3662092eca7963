package io.countersign.web.operations;

import io.countersign.approvals.RuleLimits;
import io.countersign.approvals.Verdict;
import io.countersign.notify.SlackCallbacks;
import io.countersign.notify.TeamsCallbacks;
import io.countersign.web.Answer;
import io.countersign.web.Body;
import io.countersign.web.BodyFields;
import io.countersign.web.BodyReader;
import io.countersign.web.JsonMapping;
import io.countersign.web.PublicEndpoint;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where chat systems post what people click; they prove themselves by a signature over the raw body. */
@Path("approvals")
@RequestScoped
@Consumes(MediaType.WILDCARD)
@PublicEndpoint
public class CallbackResource {

    private static final int MAX_NAME = 200;

    @Inject
    SlackCallbacks slack;

    @Inject
    TeamsCallbacks teams;

    /** A decision from Teams: who, which request, what. */
    @POST
    @Path("callback/teams")
    public Response teams(@HeaderParam("Authorization") @Nullable String authorization, InputStream body)
            throws IOException {
        byte[] raw = BodyReader.atMost(body, Body.MAX_BYTES);
        teams.verify(raw, authorization);
        BodyFields form = BodyReader.parse(raw).form().require("approval_request_uuid", "decision");
        UUID request = form.uuid("approval_request_uuid");
        String user = form.said("user", MAX_NAME);
        String decision = form.word("decision", "approve", "reject");
        String comment = form.text("comment", RuleLimits.MAX_COMMENT);
        if ("reject".equals(decision) && (comment == null || comment.isBlank())) {
            form.error("comment", "is required to reject");
        }
        String digest = form.text("arguments_sha256", 64);
        form.done();
        if (request == null || decision == null) {
            throw new IllegalStateException("a form without errors has its required parts");
        }
        return Response.ok(Answer.one(teams.decide(request, user, Verdict.parse(decision), comment, digest)))
                .build();
    }

    /** A click in Slack. */
    @POST
    @Path("callback/slack")
    public Response slack(
            @HeaderParam("X-Slack-Request-Timestamp") @Nullable String timestamp,
            @HeaderParam("X-Slack-Signature") @Nullable String signature,
            InputStream body)
            throws IOException {
        byte[] raw = BodyReader.atMost(body, Body.MAX_BYTES);
        return slack.receive(raw, timestamp, signature)
                .map(json -> Response.ok(json, JsonMapping.TYPE).build())
                .orElseGet(() -> Response.ok().build());
    }
}
