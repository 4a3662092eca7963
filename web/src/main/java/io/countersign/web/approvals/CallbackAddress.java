package io.countersign.web.approvals;

import io.countersign.execution.EgressSettings;
import io.countersign.kernel.Refusal;
import io.countersign.sandbox.HttpFailure;
import io.countersign.sandbox.http.EgressPolicy;
import io.countersign.sandbox.http.RequestGuard;
import io.countersign.sandbox.http.Target;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a caller may have the outcome posted: only where scripts may go too. */
public final class CallbackAddress {

    private CallbackAddress() {}

    /** @throws Refusal VALIDATION_ERROR naming callback_url, when nothing may be posted there */
    public static void require(String url) {
        String flaw = flaw(url);
        if (flaw != null) {
            throw Refusal.invalid("callback_url", flaw);
        }
    }

    /** Why the address is refused, or null when it is fine today; delivery checks again. */
    static @Nullable String flaw(String url) {
        return flaw(url, new EgressSettings().policy());
    }

    static @Nullable String flaw(String url, EgressPolicy policy) {
        try {
            Target target = new RequestGuard(policy).checkUrl(url);
            String host = URI.create(url).getHost();
            for (InetAddress address : InetAddress.getAllByName(host)) {
                Optional<String> refused = policy.refuseAddress(host, target.port(), address);
                if (refused.isPresent()) {
                    return refused.get();
                }
            }
            return null;
        } catch (HttpFailure refused) {
            return String.valueOf(refused.getMessage());
        } catch (UnknownHostException unknown) {
            // it may exist by the time it is needed; it is checked then
            return null;
        } catch (IllegalArgumentException malformed) {
            return "must be an absolute http or https URL";
        }
    }
}
