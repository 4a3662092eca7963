package io.countersign.execution.http;

import io.countersign.execution.ExecutionSettings;
import io.countersign.kernel.ErrorCode;
import io.countersign.kernel.Refusal;
import io.countersign.security.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** How many tests one key, or one person without a key, may have running at once on this node. */
@ApplicationScoped
public class TestPlaces {
    private static final int AGAIN_SECONDS = 5;

    private final Map<String, Integer> running = new HashMap<>();

    private final int most;

    @Inject
    TestPlaces(ExecutionSettings settings) {
        this(settings.testsPerKey());
    }

    /** For the container's proxy only. */
    protected TestPlaces() {
        this(1);
    }

    /** @param most tests at once, at least 1 */
    TestPlaces(int most) {
        this.most = most;
    }

    /**
     * Runs a test in one of the caller's places.
     *
     * @throws Refusal RATE_LIMITED if all of them are taken
     */
    public <T> T within(Actor by, Supplier<T> test) {
        String key = by.keyId() == null ? "person:" + by.person() : "key:" + by.keyId();
        enter(key);
        try {
            return test.get();
        } finally {
            leave(key);
        }
    }

    private synchronized void enter(String key) {
        int now = running.getOrDefault(key, 0);
        if (now >= most) {
            throw new Refusal(
                    ErrorCode.RATE_LIMITED,
                    now + (now == 1 ? " test" : " tests") + " of yours still running; no more run at once with one key."
                            + " Try again when one has ended",
                    Map.of("retry_after_seconds", AGAIN_SECONDS));
        }
        running.put(key, now + 1);
    }

    private synchronized void leave(String key) {
        running.computeIfPresent(key, (k, now) -> now == 1 ? null : now - 1);
    }
}
