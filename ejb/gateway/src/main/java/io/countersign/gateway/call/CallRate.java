package io.countersign.gateway.call;

import io.countersign.kernel.ErrorCode;
import io.countersign.kernel.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** How many calls of a server come in a minute, on this node. */
@ApplicationScoped
public class CallRate {

    private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);

    private final Map<UUID, ArrayDeque<Long>> calls = new ConcurrentHashMap<>();
    private final LongSupplier nanos;

    CallRate() {
        this(System::nanoTime);
    }

    CallRate(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** @throws Refusal RATE_LIMITED with {@code retry_after} in seconds */
    public void spend(UUID server, int perMinute) {
        ArrayDeque<Long> last = calls.computeIfAbsent(server, key -> new ArrayDeque<>());
        synchronized (last) {
            long now = nanos.getAsLong();
            while (!last.isEmpty() && now - last.peekFirst() >= MINUTE) {
                last.removeFirst();
            }
            if (last.size() >= perMinute) {
                long wait = MINUTE - (now - last.peekFirst());
                long seconds = Math.max(1, TimeUnit.NANOSECONDS.toSeconds(wait + 999_999_999));
                throw new Refusal(
                        ErrorCode.RATE_LIMITED,
                        "More than " + perMinute + " calls of this server in a minute; try again in " + seconds + " s",
                        Map.of("retry_after", seconds));
            }
            last.addLast(now);
        }
    }
}
