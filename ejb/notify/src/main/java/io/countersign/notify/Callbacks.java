package io.countersign.notify;

import io.countersign.notify.slack.SlackSignature;
import io.countersign.security.DerivedSecrets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.UUID;

/** How a caller knows that the record posted to its {@code callback_url} is ours: each request has a secret of its own. */
@ApplicationScoped
public class Callbacks {
    public static final String TIMESTAMP = "X-Countersign-Timestamp";
    public static final String SIGNATURE = "X-Countersign-Signature";

    private final DerivedSecrets secrets;

    @Inject
    public Callbacks(DerivedSecrets secrets) {
        this.secrets = secrets;
    }

    /** For the container's proxy only. */
    @SuppressWarnings("NullAway")
    protected Callbacks() {
        this.secrets = null;
    }

    /** The secret to show once, in the answer to the asking. Called by the web module. */
    public String secretOf(UUID approvalRequest) {
        return secrets.of("callback:" + approvalRequest);
    }

    public String sign(UUID approvalRequest, String timestamp, byte[] body) {
        byte[] key = secretOf(approvalRequest).getBytes(StandardCharsets.UTF_8);
        byte[] start = (timestamp + ".").getBytes(StandardCharsets.UTF_8);
        return "v1=" + HexFormat.of().formatHex(SlackSignature.hmacSha256(key, start, body));
    }
}
