package io.countersign.execution.http;

import io.countersign.sandbox.HttpCall;
import io.countersign.sandbox.HttpFailure;
import io.countersign.sandbox.HttpReply;
import io.countersign.sandbox.http.EgressPolicy;
import io.countersign.sandbox.http.RequestGuard;
import io.countersign.sandbox.http.Target;
import io.countersign.sandbox.secrets.Masker;
import io.countersign.workflows.SecretBinding;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The secrets of one run and what their bindings say: a value is sent only where it may be, and a script that is to get a handle
 * gets a token, which becomes the value here, in requests to the binding's hosts.
 */
public final class BoundSecrets {

    /** Reads addresses; where requests may go at all is asked when they are sent. */
    private static final RequestGuard ADDRESSES = new RequestGuard(EgressPolicy.of("", true));

    private record Bound(SecretBinding binding, @Nullable SecretToken token, Masker masker) {}

    private final Map<String, String> given = new LinkedHashMap<>();
    private final List<Bound> bound = new ArrayList<>();

    private BoundSecrets() {}

    /** For a script: tokens where the binding wants handles. */
    public static BoundSecrets forScript(Map<String, String> values, Map<String, SecretBinding> bindings) {
        return of(values, bindings, true);
    }

    /** For a call that the server makes itself: the values. */
    public static BoundSecrets forServer(Map<String, String> values, Map<String, SecretBinding> bindings) {
        return of(values, bindings, false);
    }

    private static BoundSecrets of(Map<String, String> values, Map<String, SecretBinding> bindings, boolean handles) {
        BoundSecrets secrets = new BoundSecrets();
        values.forEach((name, value) -> {
            SecretBinding binding = bindings.get(name);
            if (binding == null) {
                secrets.given.put(name, value);
                return;
            }
            SecretToken token = handles && binding.handle() ? SecretToken.of(value) : null;
            secrets.given.put(name, token == null ? value : token.text());
            secrets.bound.add(new Bound(binding, token, Masker.of(List.of(value))));
        });
        return secrets;
    }

    /** By name, what the run gets to see. */
    public Map<String, String> given() {
        return given;
    }

    /** The same way out, guarded by the bindings. */
    public HttpExchange guarding(HttpExchange exchange) {
        return bound.isEmpty() ? exchange : call -> send(exchange, call);
    }

    private HttpReply send(HttpExchange exchange, HttpCall call) throws HttpFailure, InterruptedException {
        Target target = ADDRESSES.checkUrl(call.url());
        HttpCall sent = call;
        for (Bound secret : bound) {
            if (secret.binding.maySendTo(target)) {
                sent = secret.token == null ? sent : secret.token.resolved(sent);
            } else if (holds(call, secret)) {
                throw new HttpFailure(
                        HttpFailure.Kind.REFUSED,
                        "request refused: the secret " + secret.binding.name() + " may not be sent to "
                                + target.host());
            }
        }
        try {
            return hidden(exchange.send(sent));
        } catch (HttpFailure failure) {
            throw new HttpFailure(failure.kind(), hidden(String.valueOf(failure.getMessage())));
        }
    }

    private static boolean holds(HttpCall call, Bound secret) {
        Masker masker = secret.masker;
        return masker.finds(call.url())
                || call.headers().stream()
                        .anyMatch(header -> masker.finds(header.getKey()) || masker.finds(header.getValue()))
                || masker.finds(new String(call.body(), StandardCharsets.UTF_8));
    }

    /** An answer may repeat what was sent: the values of handles never reach the script. */
    private HttpReply hidden(HttpReply reply) {
        HttpReply shown = reply;
        for (Bound secret : bound) {
            shown = secret.token == null ? shown : secret.token.hidden(shown);
        }
        return shown;
    }

    private String hidden(String message) {
        String shown = message;
        for (Bound secret : bound) {
            shown = secret.token == null ? shown : secret.token.hidden(shown);
        }
        return shown;
    }
}
