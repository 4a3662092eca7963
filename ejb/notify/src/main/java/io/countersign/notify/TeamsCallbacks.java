package io.countersign.notify;

import io.countersign.approvals.Approvals;
import io.countersign.approvals.Channel;
import io.countersign.approvals.RequestView;
import io.countersign.approvals.Verdict;
import io.countersign.audit.Audit;
import io.countersign.audit.AuditEntry;
import io.countersign.kernel.AnyCaller;
import io.countersign.kernel.ErrorCode;
import io.countersign.kernel.HmacSha256;
import io.countersign.kernel.Refusal;
import io.countersign.notify.delivery.NotifySettings;
import io.countersign.security.Credential;
import io.countersign.security.Directory;
import io.countersign.security.Person;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Receives decisions from Teams (an outgoing webhook or a flow). Without a callback secret the endpoint is 404. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class TeamsCallbacks {
    private static final String SCHEME = "HMAC ";
    private final NotifySettings settings;
    private final Approvals approvals;
    private final Directory directory;
    private final Audit audit;

    @Inject
    TeamsCallbacks(NotifySettings settings, Approvals approvals, Directory directory, Audit audit) {
        this.settings = settings;
        this.approvals = approvals;
        this.directory = directory;
        this.audit = audit;
    }

    /** For the container only. */
    @SuppressWarnings("NullAway")
    protected TeamsCallbacks() {
        this(null, null, null, null);
    }

    /**
     * Checks that the body comes from Teams.
     *
     * @param body the raw bytes
     * @param authorization {@code HMAC} and the base64 HMAC-SHA256 of the body under the secret
     * @throws Refusal NOT_FOUND without a secret, UNAUTHORIZED for a bad signature
     */
    @AnyCaller("the check of the signature")
    public void verify(byte[] body, @Nullable String authorization) {
        String secret = settings.teamsCallbackSecret();
        if (secret == null) {
            throw Refusal.of(ErrorCode.NOT_FOUND, "Not found");
        }
        if (authorization == null || !signed(body, authorization, secret)) {
            audit.recordAlone(AuditEntry.of(
                    "teams", "approval.callback_refused", "approval", null, Map.of("reason", "signature")));
            throw Refusal.unauthorized("The signature of this callback is not valid");
        }
    }

    /**
     * Takes the decision of a person whom Teams has identified.
     *
     * @param body the raw bytes that the decision was read from, checked as by {@link #verify}
     * @param digestSeen the arguments' digest that the card showed; without it, a revised request is not decided
     * @throws Refusal as {@link #verify}; FORBIDDEN when nobody of that user name is known; whatever deciding refuses
     */
    @AnyCaller("the signature gives the right, and the person whom Teams names decides")
    public RequestView decide(
            byte[] body,
            @Nullable String authorization,
            UUID request,
            String userName,
            Verdict verdict,
            @Nullable String comment,
            @Nullable String digestSeen) {
        verify(body, authorization);
        Person person = directory.byUserName(userName).orElseThrow(() -> {
            audit.recordAlone(AuditEntry.of(
                    "teams:" + userName,
                    "approval.decision_refused",
                    "approval",
                    request,
                    Map.of("channel", "teams", "reason", "unmapped")));
            return Refusal.forbidden("unmapped", "This Teams user is not a Countersign user");
        });
        return approvals.decideAs(
                person,
                request,
                verdict,
                comment,
                digestSeen,
                Channel.TEAMS,
                Credential.of(Credential.Kind.TEAMS, person.userName()));
    }

    private static boolean signed(byte[] body, String authorization, String secret) {
        if (!authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return false;
        }
        byte[] given = authorization.substring(SCHEME.length()).trim().getBytes(StandardCharsets.US_ASCII);
        // Teams hands its secrets out in base64 and signs with what they decode to; a secret of one's own is its text
        boolean plain = MessageDigest.isEqual(given, signature(secret.getBytes(StandardCharsets.UTF_8), body));
        byte[] decoded = decoded(secret);
        return plain || (decoded.length > 0 && MessageDigest.isEqual(given, signature(decoded, body)));
    }

    private static byte[] signature(byte[] key, byte[] body) {
        return Base64.getEncoder().encode(HmacSha256.of(key, body));
    }

    private static byte[] decoded(String secret) {
        try {
            return Base64.getDecoder().decode(secret);
        } catch (IllegalArgumentException notBase64) {
            return new byte[0];
        }
    }
}
