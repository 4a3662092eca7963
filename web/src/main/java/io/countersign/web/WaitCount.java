package io.countersign.web;

import io.countersign.kernel.ErrorCode;
import io.countersign.kernel.Refusal;
import io.countersign.security.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * How many waits each caller has open on this node: REST, MCP and event streams together. A wait holds no thread, but memory and
 * a connection, so that one caller may not have any number of them.
 */
@ApplicationScoped
public class WaitCount {

    /** The waits that one key, or one signed-in person, may have open at the same time on one node. */
    public static final int MAX_PER_CALLER = 1000;

    private static final int RETRY_AFTER_SECONDS = 5;

    private final Map<String, Integer> open = new ConcurrentHashMap<>();
    private final int limit;

    public WaitCount() {
        this(MAX_PER_CALLER);
    }

    WaitCount(int limit) {
        this.limit = limit;
    }

    /** An open wait; closing it twice counts once. */
    @FunctionalInterface
    public interface Slot extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Counts a wait until its slot is closed.
     *
     * @throws Refusal RATE_LIMITED when the caller has too many open
     */
    public Slot enter(Actor by) {
        String caller = RateLimit.caller(by);
        open.compute(caller, (key, now) -> {
            int before = now == null ? 0 : now;
            if (before >= limit) {
                throw new Refusal(
                        ErrorCode.RATE_LIMITED,
                        "More than " + limit + " waits are open with one key; end some, or ask without waiting.",
                        Map.of("retry_after_seconds", RETRY_AFTER_SECONDS));
            }
            return before + 1;
        });
        AtomicBoolean closed = new AtomicBoolean();
        return () -> {
            if (closed.compareAndSet(false, true)) {
                open.computeIfPresent(caller, (key, now) -> now > 1 ? now - 1 : null);
            }
        };
    }

    /**
     * Counts a wait until its future ends.
     *
     * @return ends as the wait does, after the count; cancelling it cancels the wait
     */
    public <T> CompletableFuture<T> during(Actor by, Supplier<CompletableFuture<T>> begin) {
        Slot slot = enter(by);
        CompletableFuture<T> wait;
        try {
            wait = begin.get();
        } catch (RuntimeException failed) {
            slot.close();
            throw failed;
        }
        CompletableFuture<T> counted = wait.whenComplete((done, failure) -> slot.close());
        counted.whenComplete((done, failure) -> {
            // what is cancelled runs no step of its own any more
            slot.close();
            if (counted.isCancelled()) {
                wait.cancel(true);
            }
        });
        return counted;
    }

    /** How many waits the caller has open. */
    int open(Actor by) {
        return open.getOrDefault(RateLimit.caller(by), 0);
    }
}
