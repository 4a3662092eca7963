package io.countersign.security.apikey;

import io.countersign.kernel.ErrorCode;
import io.countersign.kernel.Refusal;
import io.countersign.security.Actor;
import io.countersign.security.ApiKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Authenticates API keys. A result is cached for a few seconds, so that most requests need no query. */
@ApplicationScoped
public class ApiKeyAuthenticator {

    public static final Duration BELIEVED = Duration.ofSeconds(5);
    private static final Duration USE_NOTED_EVERY = Duration.ofMinutes(1);
    private static final int MOST = 10_000;
    private static final Pattern KEY = Pattern.compile("csk_[A-Za-z0-9_-]{20,200}");

    private final KeyTable table;
    private final KeyHasher hasher;
    private final Clock clock;
    private final Map<String, CachedActor> byHash = new ConcurrentHashMap<>();
    private final AtomicLong changes = new AtomicLong();

    /** A key as the database had it at a moment. */
    private record CachedActor(Actor actor, @Nullable Instant expiresAt, Instant asOf) {}

    @Inject
    public ApiKeyAuthenticator(KeyTable table, KeyHasher hasher, Clock clock) {
        this.table = table;
        this.hasher = hasher;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    protected ApiKeyAuthenticator() {
        this.table = null;
        this.hasher = null;
        this.clock = null;
    }

    /** @throws Refusal UNAUTHORIZED, KEY_EXPIRED */
    public Actor actor(String key) {
        if (!isWellFormed(key)) {
            throw unknown();
        }
        String hash = hasher.hash(key);
        Instant now = clock.instant();
        CachedActor known = byHash.get(hash);
        if (known == null || !now.isBefore(known.asOf().plus(BELIEVED))) {
            known = load(hash, now);
        }
        if (known.expiresAt() != null && !now.isBefore(known.expiresAt())) {
            throw Refusal.of(ErrorCode.KEY_EXPIRED, "This API key expired at " + known.expiresAt());
        }
        return known.actor();
    }

    public static boolean isWellFormed(String key) {
        return KEY.matcher(key).matches();
    }

    private static Refusal unknown() {
        return Refusal.unauthorized("This API key is not known or has been revoked");
    }

    private CachedActor load(String hash, Instant now) {
        long before = changes.get();
        byHash.remove(hash);
        ApiKeyRow row =
                table.byHash(hash).filter(found -> !found.isRevoked()).orElseThrow(ApiKeyAuthenticator::unknown);
        ApiKey key = row.view();
        CachedActor known = new CachedActor(row.actor(), key.expiresAt(), now);
        if (byHash.size() >= MOST) {
            byHash.clear();
        }
        byHash.put(hash, known);
        if (changes.get() != before) {
            // something changed between reading and remembering: what was read may be old
            byHash.remove(hash);
        }
        noteUse(key, now);
        return known;
    }

    private void noteUse(ApiKey key, Instant now) {
        if (key.lastUsedAt() == null || key.lastUsedAt().plus(USE_NOTED_EVERY).isBefore(now)) {
            table.touch(key.id(), now);
        }
    }

    public void forget(@Observes(during = TransactionPhase.AFTER_COMPLETION) KeyChanged changed) {
        changes.incrementAndGet();
        byHash.remove(changed.hash());
    }
}
