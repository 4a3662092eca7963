package io.countersign.web.operations;

import static io.countersign.approvals.ApprovalFields.COMMENT;
import static io.countersign.approvals.ApprovalFields.DIGEST;
import static io.countersign.approvals.ApprovalFields.NAME;
import static io.countersign.kernel.FieldType.constant;
import static io.countersign.kernel.FieldType.uuid;

import io.countersign.approvals.Verdict;
import io.countersign.kernel.JsonFields;
import io.countersign.notify.SlackCallbacks;
import io.countersign.notify.TeamsCallbacks;
import io.countersign.web.Answer;
import io.countersign.web.Body;
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
        JsonFields form = BodyReader.parse(raw).form();
        UUID request = form.need("approval_request_uuid", uuid());
        String user = form.need("user", NAME, "");
        Verdict decision = form.need("decision", constant(Verdict.values()));
        String comment = form.read("comment", COMMENT);
        if (decision == Verdict.REJECT && (comment == null || comment.isBlank())) {
            form.wrong("comment", "is required to reject");
        }
        String digest = form.read("arguments_sha256", DIGEST);
        form.refuse();
        if (request == null || decision == null) {
            throw new IllegalStateException("a form without errors has its required parts");
        }
        return Response.ok(Answer.one(teams.decide(raw, authorization, request, user, decision, comment, digest)))
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
