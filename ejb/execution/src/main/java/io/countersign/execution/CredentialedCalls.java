package io.countersign.execution;

import io.countersign.execution.http.BoundSecrets;
import io.countersign.execution.http.Egress;
import io.countersign.execution.http.HttpExchange;
import io.countersign.execution.http.ServerSecrets;
import io.countersign.kernel.ErrorCode;
import io.countersign.kernel.FieldError;
import io.countersign.kernel.Refusal;
import io.countersign.kernel.ServerOnly;
import io.countersign.sandbox.CancelToken;
import io.countersign.sandbox.HttpFailure;
import io.countersign.sandbox.http.EgressPolicy;
import io.countersign.sandbox.http.RequestGuard;
import io.countersign.sandbox.http.Target;
import io.countersign.sandbox.secrets.Masker;
import io.countersign.workflows.SecretBinding;
import io.countersign.workflows.SecretBindings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Requests of the server's own that carry secrets of the server: under the egress rules, and a secret only where its binding lets
 * it go. The values stay in here; whoever calls knows their names alone.
 */
@ApplicationScoped
@ServerOnly("gateway: its façades have checked the caller")
public class CredentialedCalls {

    /** Reads addresses; where requests may go is asked when they are sent. */
    private static final RequestGuard ADDRESSES = new RequestGuard(EgressPolicy.of("", true));

    private final Egress egress;
    private final ServerSecrets secrets;
    private final SecretBindings bindings;

    @Inject
    CredentialedCalls(Egress egress, ServerSecrets secrets, SecretBindings bindings) {
        this.egress = egress;
        this.secrets = secrets;
        this.bindings = bindings;
    }

    /** For the container's proxy only. */
    @SuppressWarnings("NullAway")
    protected CredentialedCalls() {
        this(null, null, null);
    }

    /** What keeps these credentials from being sent to that address for somebody of that organization, by field. */
    public List<FieldError> flaws(String field, HeaderSecrets headers, String url, @Nullable String organization) {
        List<FieldError> flaws = new ArrayList<>();
        Target target;
        try {
            target = ADDRESSES.checkUrl(url);
        } catch (HttpFailure unreadable) {
            // said of the address itself
            return flaws;
        }
        for (SecretBinding binding :
                bindings.bindings(new TreeSet<>(headers.names())).values()) {
            if (!binding.admitsServer(organization)) {
                flaws.add(new FieldError(field, binding.name() + " may not be granted to this server"));
            } else if (!binding.maySendTo(target)) {
                flaws.add(new FieldError(field, binding.name() + " may not be sent to the host of url"));
            }
        }
        return flaws;
    }

    /**
     * A way out with these credentials.
     *
     * @param enough when an answer has been read far enough
     * @throws Refusal NOT_CONFIGURED when a secret is not set on this server, FORBIDDEN when its binding does not admit the owner
     */
    public CredentialedHttp open(
            HeaderSecrets headers,
            @Nullable String organization,
            CancelToken cancel,
            Predicate<ByteArrayOutputStream> enough) {
        TreeSet<String> names = new TreeSet<>(headers.names());
        Map<String, SecretBinding> bound = bindings.bindings(names);
        Map<String, String> values = secrets.granted(names);
        for (String name : names) {
            SecretBinding binding = bound.get(name);
            if (binding != null && !binding.admitsServer(organization)) {
                throw Refusal.forbidden("secret", "The secret " + name + " may not be granted to this server");
            }
            if (!values.containsKey(name)) {
                throw Refusal.of(ErrorCode.NOT_CONFIGURED, "The secret " + name + " is not set on this server");
            }
        }
        HttpExchange exchange = BoundSecrets.forServer(values, bound).guarding(egress.forServer(cancel, enough::test));
        return new CredentialedHttp(exchange, headers.filled(values), Masker.of(values.values()));
    }
}
