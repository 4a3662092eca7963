package io.countersign.notify;

import io.countersign.approvals.Approvals;
import io.countersign.kernel.HmacSha256;
import io.countersign.kernel.Refusal;
import io.countersign.kernel.ServerOnly;
import io.countersign.security.Actor;
import io.countersign.security.DerivedSecrets;
import io.countersign.security.Scopes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.UUID;

/** Secrets that sign what is posted to the {@code callback_url} of a request; each request has its own. */
@ApplicationScoped
public class Callbacks {
    public static final String TIMESTAMP = "X-Countersign-Timestamp";
    public static final String SIGNATURE = "X-Countersign-Signature";

    private final DerivedSecrets secrets;
    private final Approvals approvals;

    @Inject
    public Callbacks(DerivedSecrets secrets, Approvals approvals) {
        this.secrets = secrets;
        this.approvals = approvals;
    }

    /** For the container's proxy only. */
    @SuppressWarnings("NullAway")
    protected Callbacks() {
        this(null, null);
    }

    /** The secret to show once, in the answer to the asking: to who asked, and as NOT_FOUND to others. */
    public String secretOf(UUID approvalRequest, Actor by) {
        by.requireScope(Scopes.WORKFLOWS_EXECUTE);
        if (!approvals.show(approvalRequest).requester().equals(by.person())) {
            throw Refusal.notFound("approval request", approvalRequest);
        }
        return secret(approvalRequest);
    }

    private String secret(UUID approvalRequest) {
        return secrets.of("callback:" + approvalRequest);
    }

    @ServerOnly("notify, when it posts the outcome")
    public String sign(UUID approvalRequest, String timestamp, byte[] body) {
        byte[] key = secret(approvalRequest).getBytes(StandardCharsets.UTF_8);
        byte[] start = (timestamp + ".").getBytes(StandardCharsets.UTF_8);
        return "v1=" + HexFormat.of().formatHex(HmacSha256.of(key, start, body));
    }
}
