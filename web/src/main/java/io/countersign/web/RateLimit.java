package io.countersign.web;

import io.countersign.kernel.ErrorCode;
import io.countersign.kernel.Refusal;
import io.countersign.security.Actor;
import io.countersign.security.WebSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * A bucket of requests for each key, refilled at a steady rate; it holds two seconds' worth. Each node counts for itself:
 * this protects a node from a caller gone wild, it is no accounting.
 */
@ApplicationScoped
public class RateLimit {

    private static final double BURST_SECONDS = 2.0;
    private static final int MAX_BUCKETS = 10_000;

    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();
    private final LongSupplier nanoTime;

    private final int perSecond;

    @Inject
    RateLimit(WebSettings settings) {
        this(System::nanoTime, settings.requestsPerSecond());
    }

    /** For the container's proxy only. */
    protected RateLimit() {
        this(System::nanoTime, 0);
    }

    /** @param perSecond requests a second for each key; 0 switches the limit off */
    RateLimit(LongSupplier nanoTime, int perSecond) {
        this.nanoTime = nanoTime;
        this.perSecond = perSecond;
    }

    /**
     * Counts a request of this caller.
     *
     * @throws Refusal RATE_LIMITED when the bucket is empty; details say after how many seconds to come back
     */
    public void spend(Actor actor) {
        if (perSecond <= 0) {
            return;
        }
        if (buckets.size() > MAX_BUCKETS) {
            buckets.clear();
        }
        String key = caller(actor);
        if (!buckets.computeIfAbsent(key, k -> new Bucket(nanoTime.getAsLong(), perSecond * BURST_SECONDS))
                .take(nanoTime.getAsLong(), perSecond)) {
            throw new Refusal(
                    ErrorCode.RATE_LIMITED,
                    "More than " + perSecond + " requests a second with one key.",
                    Map.of("retry_after_seconds", 1));
        }
    }

    /** Whom to count for: a key, or a person signed in. */
    public static String caller(Actor actor) {
        return actor.keyId() == null ? "user:" + actor.person() : "key:" + actor.keyId();
    }

    private static final class Bucket {

        private double left;
        private long at;

        Bucket(long at, double left) {
            this.at = at;
            this.left = left;
        }

        synchronized boolean take(long now, int perSecond) {
            left = Math.min(perSecond * BURST_SECONDS, left + Math.max(0, now - at) * 1e-9 * perSecond);
            at = now;
            if (left < 1) {
                return false;
            }
            left -= 1;
            return true;
        }
    }
}
