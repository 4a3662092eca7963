package io.countersign.web.operations;

import io.countersign.notify.SlackCallbacks;
import io.countersign.web.Body;
import io.countersign.web.BodyReader;
import io.countersign.web.Json;
import io.countersign.web.Open;
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
import org.jspecify.annotations.Nullable;

/** Where chat systems post what people click; they prove themselves by a signature over the raw body. */
@Path("approvals")
@RequestScoped
@Consumes(MediaType.WILDCARD)
@Open
public class CallbackResource {

    @Inject
    SlackCallbacks slack;

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
                .map(json -> Response.ok(json, Json.TYPE).build())
                .orElseGet(() -> Response.ok().build());
    }
}
