package io.countersign.execution;

import io.countersign.execution.http.Egress;
import io.countersign.kernel.AnyCaller;
import io.countersign.kernel.Refusal;
import io.countersign.kernel.ServerOnly;
import io.countersign.sandbox.CancelToken;
import io.countersign.sandbox.HttpCall;
import io.countersign.sandbox.HttpFailure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Requests that the server itself sends to addresses of its callers' choice, under the server's egress rules. */
@ApplicationScoped
public class ServerHttpCalls {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int MAX_ANSWER = 64 * 1024;

    private final Egress egress;

    @Inject
    public ServerHttpCalls(Egress egress) {
        this.egress = egress;
    }

    /** For the container's proxy only. */
    @SuppressWarnings("NullAway")
    protected ServerHttpCalls() {
        this(null);
    }

    /** @throws Refusal VALIDATION_ERROR naming the field and the rule, when the address may not be called */
    @AnyCaller("judges an address that the caller gives, and sends nothing to it")
    public void check(String field, String url) {
        try {
            egress.guardFor(List.of()).check(call(url, Map.of(), new byte[0]));
        } catch (HttpFailure e) {
            throw Refusal.invalid(field, String.valueOf(e.getMessage()));
        }
    }

    /** Posts JSON and says how it went; redirects are not followed, and ten seconds are the longest wait. */
    @ServerOnly("notify, for callbacks that were asked for")
    public ServerHttpCall post(String url, Map<String, String> headers, byte[] json) {
        try {
            return new ServerHttpCall.Answered(egress.forWorkflow(List.of(), new CancelToken())
                    .send(call(url, headers, json))
                    .status());
        } catch (HttpFailure e) {
            return e.kind() == HttpFailure.Kind.REFUSED
                    ? new ServerHttpCall.Refused(e.getMessage())
                    : new ServerHttpCall.Unanswered(e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new ServerHttpCall.Unanswered("interrupted");
        }
    }

    private static HttpCall call(String url, Map<String, String> headers, byte[] json) {
        List<Map.Entry<String, String>> all = new ArrayList<>(headers.entrySet());
        all.add(Map.entry("Content-Type", "application/json; charset=utf-8"));
        return new HttpCall("POST", url, all, json, true, PATIENCE, MAX_ANSWER);
    }
}
