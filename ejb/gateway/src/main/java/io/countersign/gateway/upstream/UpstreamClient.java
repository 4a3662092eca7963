package io.countersign.gateway.upstream;

import io.countersign.execution.CredentialedCalls;
import io.countersign.execution.HeaderSecrets;
import io.countersign.gateway.upstream.UpstreamFailure.Kind;
import io.countersign.kernel.Refusal;
import io.countersign.sandbox.CancelToken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Speaks Streamable HTTP with the servers behind, under the egress rules, with their credentials and with no header of a caller's. */
@ApplicationScoped
public class UpstreamClient {

    private final CredentialedCalls calls;

    @Inject
    UpstreamClient(CredentialedCalls calls) {
        this.calls = calls;
    }

    /** For the container's proxy only. */
    @SuppressWarnings("NullAway")
    protected UpstreamClient() {
        this(null);
    }

    /** Opens a session; whatever happens in it is over after that time. */
    public UpstreamSession open(
            String url, HeaderSecrets credentials, @Nullable String organization, Duration atMost, CancelToken cancel)
            throws UpstreamFailure, InterruptedException {
        AtomicLong awaited = new AtomicLong(-1);
        UpstreamSession session;
        try {
            session = new UpstreamSession(
                    calls.open(
                            credentials, organization, cancel, soFar -> EventStream.holdsAnswer(soFar, awaited.get())),
                    url,
                    atMost,
                    awaited);
        } catch (Refusal withoutCredentials) {
            throw new UpstreamFailure(Kind.NOT_SENT, withoutCredentials.getMessage());
        }
        try {
            session.open();
        } catch (UpstreamFailure failure) {
            throw new UpstreamFailure(
                    failure.kind() == Kind.LOST || failure.kind() == Kind.TIMED_OUT ? Kind.NOT_SENT : failure.kind(),
                    "No session with the server: " + failure.getMessage());
        }
        return session;
    }

    /** Every tool that a server lists. */
    public List<Map<String, Object>> tools(
            String url, HeaderSecrets credentials, @Nullable String organization, Duration atMost)
            throws UpstreamFailure, InterruptedException {
        try (UpstreamSession session = open(url, credentials, organization, atMost, new CancelToken())) {
            return session.tools();
        }
    }
}
