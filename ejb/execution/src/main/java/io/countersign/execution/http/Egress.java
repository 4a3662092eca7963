package io.countersign.execution.http;

import io.countersign.execution.EgressSettings;
import io.countersign.sandbox.CancelToken;
import io.countersign.sandbox.http.EgressPolicy;
import io.countersign.sandbox.http.RequestGuard;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/** Ways out of the server, each behind its rules. */
@ApplicationScoped
public class Egress {
    private final HttpSenderWithRetries sender;
    private final EgressSettings settings;

    @Inject
    public Egress(HttpSenderWithRetries sender, EgressSettings settings) {
        this.sender = sender;
        this.settings = settings;
    }

    /** For the container's proxy only. */
    @SuppressWarnings("NullAway")
    protected Egress() {
        this(null, null);
    }

    /** What the server allows, in words. */
    public String described() {
        return settings.described();
    }

    /** What a workflow may reach: what the server allows, narrowed by the workflow's own list. */
    public HttpExchange forWorkflow(List<String> allowedHosts, CancelToken cancel) {
        return guarded(policyOf(allowedHosts), cancel);
    }

    /** What the server allows, for calls of its own whose answers may be streams without an end. */
    public HttpExchange forServer(CancelToken cancel, BodyEnd end) {
        EgressPolicy policy = settings.policy();
        RequestGuard guard = new RequestGuard(policy);
        return call -> sender.send(guard.check(call), call, policy, cancel, end);
    }

    /** The rules of {@link #forWorkflow} alone. */
    public RequestGuard guardFor(List<String> allowedHosts) {
        return new RequestGuard(policyOf(allowedHosts));
    }

    /** The same, for mocks: what a script may never ask for is refused in a rehearsal too. */
    public RequestGuard guardForMocks(List<String> allowedHosts) {
        return new RequestGuard(policyOf(allowedHosts).forMocks());
    }

    /** No list, for providers that mocks stand in for. */
    public RequestGuard guardForConfigured() {
        return new RequestGuard(EgressPolicy.of("", true));
    }

    /** The one host of a service that the operator has configured, wherever it is. */
    public HttpExchange forConfigured(String baseUrl, CancelToken cancel) {
        String host = String.valueOf(URI.create(baseUrl).getHost()).toLowerCase(Locale.ROOT);
        return guarded(EgressPolicy.of(host, true), cancel);
    }

    private EgressPolicy policyOf(List<String> allowedHosts) {
        EgressPolicy server = settings.policy();
        return allowedHosts.isEmpty() ? server : server.forWorkflow(allowedHosts);
    }

    private HttpExchange guarded(EgressPolicy policy, CancelToken cancel) {
        RequestGuard guard = new RequestGuard(policy);
        return call -> sender.send(guard.check(call), call, policy, cancel);
    }
}
