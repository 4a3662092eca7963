package io.countersign.ui;

import io.countersign.approvals.Approvals;
import io.countersign.kernel.Refusal;
import io.countersign.security.Actor;
import io.countersign.security.WebSettings;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The pages that listen now: how many may, and that each is let go. */
@ApplicationScoped
class Feeds {

    private static final int BEAT_SECONDS = 15;
    private static final Duration PARTING = Duration.ofSeconds(1);
    private static final System.Logger LOG = System.getLogger(Feeds.class.getName());

    @Inject
    Approvals approvals;

    @Inject
    WebSettings settings;

    @Resource
    ManagedScheduledExecutorService clockwork;

    private final Map<Feed, AutoCloseable> open = new HashMap<>();
    private @Nullable ScheduledFuture<?> heart;

    /** For the container, which sets the fields. */
    @SuppressWarnings("NullAway.Init")
    Feeds() {}

    @PostConstruct
    void start() {
        heart = clockwork.scheduleAtFixedRate(this::beat, BEAT_SECONDS, BEAT_SECONDS, TimeUnit.SECONDS);
    }

    /**
     * One more that listens; empty when there are too many, of this person or of all. The page then looks by the clock.
     *
     * @throws Refusal FORBIDDEN for who may see no request at all
     */
    synchronized Optional<Feed> admit(Actor viewer) {
        long own = open.keySet().stream()
                .filter(feed -> feed.person().equals(viewer.person()))
                .count();
        if (open.size() >= settings.livePages() || own >= settings.livePagesPerPerson()) {
            return Optional.empty();
        }
        Feed feed = new Feed(viewer.person(), this::release);
        open.put(feed, approvals.follow(viewer, feed::changed));
        return Optional.of(feed);
    }

    private void release(Feed feed) {
        AutoCloseable following = remove(feed);
        if (following == null) {
            return;
        }
        try {
            following.close();
        } catch (Exception e) {
            LOG.log(System.Logger.Level.DEBUG, "a page that has left could not be forgotten", e);
        }
    }

    private synchronized @Nullable AutoCloseable remove(Feed feed) {
        return open.remove(feed);
    }

    private synchronized List<Feed> all() {
        return List.copyOf(open.keySet());
    }

    private void beat() {
        all().forEach(Feed::beat);
    }

    /** Lets everybody go, and waits a little until they have gone. */
    void stop() {
        if (heart != null) {
            heart.cancel(false);
        }
        List<Feed> last = all();
        last.forEach(Feed::end);
        long deadline = System.nanoTime() + PARTING.toNanos();
        last.forEach(feed -> feed.awaitGone(deadline - System.nanoTime()));
    }
}
