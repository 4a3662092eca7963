package io.countersign.security;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What Keycloak last said, refreshed in the background when half a minute old and waited for when a minute old. While Keycloak is
 * away the last knowledge stands and nobody waits; it survives a restart in the database.
 */
@ApplicationScoped
class KnownPeople {

    static final Duration FRESH = Duration.ofSeconds(30);
    static final Duration OLDEST = Duration.ofSeconds(60);
    static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(5);
    private static final Logger LOG = Logger.getLogger(KnownPeople.class.getName());

    private final PeopleSource source;
    private final SnapshotTable table;
    private final Clock clock;
    private final ReentrantLock refreshing = new ReentrantLock();
    private final AtomicBoolean queued = new AtomicBoolean();
    private volatile @Nullable Snapshot last;
    private volatile @Nullable Instant failedAt;
    private boolean loaded;

    @Resource(lookup = "java:jboss/ee/concurrency/executor/default")
    private @Nullable ManagedExecutorService executor;

    @Inject
    KnownPeople(PeopleSource source, SnapshotTable table, Clock clock) {
        this.source = source;
        this.table = table;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    protected KnownPeople() {
        this.source = null;
        this.table = null;
        this.clock = null;
    }

    /** The newest knowledge there is; empty when Keycloak has never answered. */
    Optional<Snapshot> current() {
        if (!source.isConfigured()) {
            return Optional.empty();
        }
        Snapshot known = last;
        Instant now = clock.instant();
        if (known == null || (failedAt == null && !now.isBefore(known.asOf().plus(OLDEST)))) {
            refresh(false);
        } else if (!now.isBefore(known.asOf().plus(FRESH))) {
            refreshInBackground();
        }
        return Optional.ofNullable(last);
    }

    Knowledge knowledge() {
        current();
        return glimpse();
    }

    /** The knowledge as it is, without asking; an old one is renewed in the background. */
    Knowledge glimpse() {
        Snapshot known = last;
        if (source.isConfigured()
                && (known == null || !clock.instant().isBefore(known.asOf().plus(FRESH)))) {
            refreshInBackground();
        }
        return new Knowledge(source.isConfigured(), known == null ? null : known.asOf(), failedAt == null);
    }

    /** Asks Keycloak now, unless it has just failed or somebody else asks already and there is something to go by. */
    void refresh(boolean evenIfFresh) {
        if (isPausing()) {
            loadOnce();
            return;
        }
        Snapshot before = last;
        refreshing.lock();
        try {
            if (isPausing() || (!evenIfFresh && isNewerThan(before))) {
                return;
            }
            loadOnce();
            fetch();
        } finally {
            refreshing.unlock();
        }
    }

    /** Whether somebody else has asked while we waited for our turn. */
    private boolean isNewerThan(@Nullable Snapshot before) {
        Snapshot now = last;
        return now != null && (before == null || now.asOf().isAfter(before.asOf()));
    }

    private boolean isPausing() {
        Instant failed = failedAt;
        return failed != null && clock.instant().isBefore(failed.plus(PAUSE_AFTER_FAILURE));
    }

    private void fetch() {
        try {
            Snapshot fetched = source.fetch();
            last = fetched;
            if (failedAt != null) {
                LOG.info("Keycloak answers again");
            }
            failedAt = null;
            apart(() -> save(fetched));
        } catch (RuntimeException e) {
            if (failedAt == null) {
                LOG.log(
                        Level.WARNING,
                        "Keycloak does not tell who there is, the last knowledge stands: {0}",
                        e.toString());
            }
            failedAt = clock.instant();
        }
    }

    /** On another thread: whoever waits for the knowledge may hold a connection already and must not want a second one. */
    private void apart(Runnable work) {
        if (executor == null) {
            work.run();
            return;
        }
        try {
            executor.execute(work);
        } catch (RejectedExecutionException e) {
            LOG.log(Level.FINE, "No thread to keep the knowledge of people; the next refresh tries again", e);
        }
    }

    private void save(Snapshot fetched) {
        try {
            table.save(fetched);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "The knowledge of people was not kept for a restart: {0}", e.toString());
        }
    }

    private void loadOnce() {
        if (loaded || last != null) {
            return;
        }
        try {
            last = table.load().orElse(null);
            loaded = true;
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "The last knowledge of people cannot be read: {0}", e.toString());
        }
    }

    void refreshInBackground() {
        if (executor == null) {
            refresh(false);
            return;
        }
        if (queued.compareAndSet(false, true)) {
            try {
                executor.execute(() -> {
                    queued.set(false);
                    refresh(false);
                });
            } catch (RejectedExecutionException e) {
                queued.set(false);
            }
        }
    }
}
