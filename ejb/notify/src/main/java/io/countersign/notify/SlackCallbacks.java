package io.countersign.notify;

import io.countersign.audit.Audit;
import io.countersign.audit.AuditEntry;
import io.countersign.kernel.AnyCaller;
import io.countersign.kernel.ErrorCode;
import io.countersign.kernel.Refusal;
import io.countersign.notify.delivery.NotifySettings;
import io.countersign.notify.slack.SlackDecisions;
import io.countersign.notify.slack.SlackSignature;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Receives interactions from Slack. Without a signing secret the endpoint is 404. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SlackCallbacks {
    private final NotifySettings settings;
    private final SlackDecisions decisions;
    private final Audit audit;
    private final Clock clock;

    @Inject
    public SlackCallbacks(NotifySettings settings, SlackDecisions decisions, Audit audit, Clock clock) {
        this.settings = settings;
        this.decisions = decisions;
        this.audit = audit;
        this.clock = clock;
    }

    /** For the container only. */
    @SuppressWarnings("NullAway")
    protected SlackCallbacks() {
        this(null, null, null, null);
    }

    /**
     * Takes one interaction. Called by the web module with the body exactly as it came.
     *
     * @param body the raw bytes, form-encoded with one field {@code payload}
     * @param timestamp the header {@code X-Slack-Request-Timestamp}
     * @param signature the header {@code X-Slack-Signature}
     * @return the JSON to answer with status 200, or empty for an empty 200; a refusal of the click is such a JSON too,
     *     an ephemeral message for the clicker alone
     * @throws Refusal NOT_FOUND without a signing secret, UNAUTHORIZED for a bad or old signature
     */
    @AnyCaller("Slack's signature gives the right, and the person behind the account decides")
    public Optional<String> receive(byte[] body, @Nullable String timestamp, @Nullable String signature) {
        String secret = settings.slackSigningSecret();
        if (secret == null) {
            throw Refusal.of(ErrorCode.NOT_FOUND, "Not found");
        }
        if (!new SlackSignature(secret).accepts(body, timestamp, signature, clock.instant())) {
            audit.recordAlone(AuditEntry.of(
                    "slack", "approval.callback_refused", "approval", null, Map.of("reason", "signature")));
            throw Refusal.unauthorized("The signature of this callback is not valid, or older than five minutes");
        }
        return decisions.take(payload(new String(body, StandardCharsets.UTF_8)));
    }

    private static String payload(String form) {
        for (String pair : form.split("&")) {
            if (pair.startsWith("payload=")) {
                try {
                    return URLDecoder.decode(pair.substring("payload=".length()), StandardCharsets.UTF_8);
                } catch (IllegalArgumentException notEncoded) {
                    return "";
                }
            }
        }
        return form;
    }
}
