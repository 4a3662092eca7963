package io.countersign.approvals.view;

import io.countersign.approvals.RequestView;
import io.countersign.approvals.request.RequestRepository;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waiting for a request to end, with or without a thread. */
@Dependent
public class DecisionWait {

    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final DecisionWaiters waiters;
    private final RequestRepository requests;
    private final RequestViews views;
    private final Clock clock;

    @Inject
    public DecisionWait(DecisionWaiters waiters, RequestRepository requests, RequestViews views, Clock clock) {
        this.waiters = waiters;
        this.requests = requests;
        this.views = views;
        this.clock = clock;
    }

    public Optional<RequestView> await(UUID id, Duration atMost) {
        CountDownLatch ended = new CountDownLatch(1);
        AutoCloseable waiter = whenDecided(id, ended::countDown);
        try {
            long millis = Math.min(atMost.toMillis(), LONGEST.toMillis());
            ended.await(Math.max(0, millis), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            close(waiter);
        }
        return requests.find(id).map(row -> views.whole(row, clock.instant()));
    }

    /** Registers first and looks second, so that an end in between is not missed. */
    public AutoCloseable whenDecided(UUID id, Runnable callback) {
        AutoCloseable waiter = waiters.add(id, callback);
        if (requests.find(id).filter(row -> row.status.terminal()).isPresent()) {
            waiters.wake(id);
        }
        return waiter;
    }

    private static void close(AutoCloseable waiter) {
        try {
            waiter.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
