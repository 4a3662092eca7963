package io.countersign.sandbox.http;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.countersign.sandbox.HttpCall;
import io.countersign.sandbox.HttpFailure;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** An address or a header is refused, or it is what other readers of addresses take it to be. */
class AddressFuzzTest {
    private final RequestGuard guard = new RequestGuard(EgressPolicy.of(null, false));

    @FuzzTest(maxDuration = "10m")
    void whatPassesMeansTheSameToOthers(FuzzedDataProvider data) {
        String header = data.consumeString(40);
        String url = (data.consumeBoolean() ? "http://" : "https://") + data.consumeRemainingAsString();
        HttpCall call = new HttpCall(
                "GET", url, List.of(Map.entry("X-A", header)), new byte[0], false, Duration.ofSeconds(1), 1_000);
        try {
            Target target = guard.check(call);
            URI seen = URI.create(target.uri().toString());
            require(seen.getUserInfo() == null, url);
            require(host(seen).equalsIgnoreCase(target.host()), url);
            require(header.chars().noneMatch(c -> c == '\r' || c == '\n'), header);
            // 0.pool.ntp.org is a name like any other; numbers alone are an address
            require(!target.host().matches("(?i)localhost|(127|0|169\\.254)(\\.[0-9]+)+|\\[::1?\\]"), url);
        } catch (HttpFailure refused) {
            // as it should be
        }
    }

    /** java.net.URI knows no host with an underscore in it; it still agrees about the authority, port apart. */
    private static String host(URI seen) {
        if (seen.getHost() == null && String.valueOf(seen.getRawAuthority()).matches("[A-Za-z0-9_.-]+(:[0-9]{1,5})?")) {
            return seen.getRawAuthority().replaceFirst(":.*", "");
        }
        return String.valueOf(seen.getHost());
    }

    private static void require(boolean holds, String input) {
        if (!holds) {
            throw new AssertionError(input);
        }
    }
}
