package io.countersign.security.people;

import io.countersign.security.DirectoryFreshness;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * What Keycloak last said about everybody with a role, always renewed in the background. While Keycloak is away or slow the last
 * knowledge stands; it survives a restart in the database. Nobody waits for it, but for the very first that there is.
 */
@ApplicationScoped
public class DirectoryCache {

    public static final Duration FRESH = Duration.ofSeconds(30);
    static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(5);
    /** A refresh that takes long is followed by a pause as long, so that Keycloak is not kept busy all the time. */
    static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    private static final System.Logger LOG = System.getLogger(DirectoryCache.class.getName());

    private final PeopleSource source;
    private final SnapshotTable table;
    private final DirectoryThreads threads;
    private final LookUps lookUps;
    private final Clock clock;
    private final AtomicBoolean queued = new AtomicBoolean();
    private final CompletableFuture<@Nullable Void> first = new CompletableFuture<>();
    private volatile @Nullable Snapshot last;
    private volatile @Nullable Instant failedAt;
    private volatile Instant dueAt = Instant.MIN;
    private volatile LookUps.@Nullable Deadline firstAwaitedUntil;
    private boolean loaded;

    @Inject
    public DirectoryCache(
            PeopleSource source, SnapshotTable table, DirectoryThreads threads, LookUps lookUps, Clock clock) {
        this.source = source;
        this.table = table;
        this.threads = threads;
        this.lookUps = lookUps;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    protected DirectoryCache() {
        this.source = null;
        this.table = null;
        this.threads = null;
        this.lookUps = null;
        this.clock = null;
    }

    /** The newest knowledge there is; empty when Keycloak has never answered. */
    public Optional<Snapshot> current() {
        if (!source.isConfigured()) {
            return Optional.empty();
        }
        refreshInBackground();
        if (last == null && !first.isDone()) {
            awaitFirst();
        }
        return Optional.ofNullable(last);
    }

    /** Counted from the first who wanted it: whoever comes later, while it still is not there, waits no more. */
    private void awaitFirst() {
        LookUps.Deadline until = firstAwaitedUntil;
        if (until == null) {
            until = lookUps.otherDeadline();
            firstAwaitedUntil = until;
        }
        until.await(first);
    }

    public DirectoryFreshness knowledge() {
        current();
        return glimpse();
    }

    /** The knowledge as it is; an old one is renewed in the background. */
    public DirectoryFreshness glimpse() {
        Snapshot known = last;
        refreshInBackground();
        return new DirectoryFreshness(source.isConfigured(), known == null ? null : known.asOf(), failedAt == null);
    }

    /** Sees to a refresh if one is due; returns at once. */
    void refreshInBackground() {
        if (!source.isConfigured() || !isDue() || !queued.compareAndSet(false, true)) {
            return;
        }
        try {
            threads.refresh(this::refreshIfDue);
        } catch (RejectedExecutionException e) {
            queued.set(false);
        }
    }

    private boolean isDue() {
        Instant failed = failedAt;
        Instant due = failed == null ? dueAt : failed.plus(PAUSE_AFTER_FAILURE);
        return !clock.instant().isBefore(due);
    }

    private void refreshIfDue() {
        try {
            if (isDue()) {
                loadOnce();
                fetch();
            }
        } finally {
            first.complete(null);
            queued.set(false);
        }
    }

    private void fetch() {
        Instant begun = clock.instant();
        try {
            Snapshot fetched = source.fetch();
            last = fetched;
            if (failedAt != null) {
                LOG.log(System.Logger.Level.INFO, "Keycloak answers again");
            }
            dueAt = nextAfter(begun);
            failedAt = null;
            save(fetched);
        } catch (RuntimeException e) {
            if (failedAt == null) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        "Keycloak does not tell who there is, the last knowledge stands: {0}",
                        e.toString());
            }
            failedAt = clock.instant();
        }
    }

    private Instant nextAfter(Instant begun) {
        Instant ended = clock.instant();
        Duration took = Duration.between(begun, ended);
        Instant rested = ended.plus(took.compareTo(LONGEST_PAUSE) < 0 ? took : LONGEST_PAUSE);
        Instant old = begun.plus(FRESH);
        return rested.isAfter(old) ? rested : old;
    }

    private void save(Snapshot fetched) {
        try {
            table.save(fetched);
        } catch (RuntimeException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "The knowledge of people was not kept for a restart: {0}",
                    e.toString());
        }
    }

    private void loadOnce() {
        if (loaded || last != null) {
            return;
        }
        try {
            last = table.load().orElse(null);
            loaded = true;
            if (last != null) {
                first.complete(null);
            }
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "The last knowledge of people cannot be read: {0}", e.toString());
        }
    }
}
