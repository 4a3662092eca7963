package io.countersign.workflows;

import io.countersign.kernel.FieldError;
import io.countersign.kernel.Refusal;
import io.countersign.sandbox.HttpFailure;
import io.countersign.sandbox.http.EgressPolicy;
import io.countersign.sandbox.http.RequestGuard;
import io.countersign.sandbox.http.Target;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Whether a workflow may be granted the secrets that it names, and may send them where its endpoint is. */
@ApplicationScoped
class SecretGrants {

    /** Reads addresses; where requests may go is asked when they are sent. */
    private static final RequestGuard ADDRESSES = new RequestGuard(EgressPolicy.of("", true));

    private final SecretBindingRepository store;

    @Inject
    SecretGrants(SecretBindingRepository store) {
        this.store = store;
    }

    /** For the container's proxy only. */
    @SuppressWarnings("NullAway")
    protected SecretGrants() {
        this(null);
    }

    /** 422 when a binding does not admit the edited workflow. */
    void require(Edit edit) {
        boolean concerned = edit.goesLive() || edit.changes().keySet().stream().anyMatch(PART::contains);
        List<String> granted = edit.after().texts("allowed_secrets");
        if (!concerned || granted.isEmpty()) {
            return;
        }
        Map<String, SecretBinding> bindings = store.bindings(granted);
        List<FieldError> errors = new ArrayList<>();
        bindings.values().stream()
                .filter(binding -> !binding.admits(edit.row().uuid, edit.after().textOrNull("organization_id")))
                .forEach(binding -> errors.add(
                        new FieldError("allowed_secrets", binding.name() + " may not be granted to this workflow")));
        Endpoint endpoint = edit.after().endpoint();
        if (endpoint != null) {
            endpoint.secretHeaders().forEach((header, secret) -> {
                SecretBinding binding = bindings.get(secret);
                if (binding != null && !maySend(binding, endpoint.url())) {
                    errors.add(new FieldError(
                            "endpoint.secret_headers." + header,
                            secret + " may not be sent to the host of endpoint.url"));
                }
            });
        }
        if (!errors.isEmpty()) {
            throw Refusal.invalid(errors);
        }
    }

    private static final List<String> PART = List.of("allowed_secrets", "endpoint", "organization_id");

    private static boolean maySend(SecretBinding binding, String url) {
        try {
            Target target = ADDRESSES.checkUrl(url);
            return binding.maySendTo(target);
        } catch (HttpFailure unreadable) {
            return false;
        }
    }
}
