package io.countersign.security.apikey;

import io.countersign.security.ApiKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The human keys that are neither revoked nor expired, read at most every few seconds and after every change on this node. */
@ApplicationScoped
public class LiveKeys {

    private final KeyTable table;
    private final Clock clock;
    private final AtomicLong changes = new AtomicLong();
    private volatile @Nullable Read last;

    private record Read(List<ApiKey> keys, Instant until, long change) {}

    @Inject
    public LiveKeys(KeyTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    protected LiveKeys() {
        this.table = null;
        this.clock = null;
    }

    /** The same list again while nothing has changed. */
    public List<ApiKey> human() {
        Instant now = clock.instant();
        long change = changes.get();
        Read known = last;
        if (known == null || known.change() != change || !now.isBefore(known.until())) {
            List<ApiKey> keys = table.liveHumanKeys(now);
            if (known != null && keys.equals(known.keys())) {
                keys = known.keys();
            }
            known = new Read(keys, until(keys, now), change);
            last = known;
        }
        return known.keys();
    }

    /** The list holds until a key in it expires, and a few seconds at most: another node may have changed one. */
    private static Instant until(List<ApiKey> keys, Instant now) {
        Instant until = now.plus(ApiKeyAuthenticator.BELIEVED);
        for (ApiKey key : keys) {
            if (key.expiresAt() != null && key.expiresAt().isBefore(until)) {
                until = key.expiresAt();
            }
        }
        return until;
    }

    public void forget(@Observes(during = TransactionPhase.AFTER_COMPLETION) KeyChanged changed) {
        changes.incrementAndGet();
    }
}
