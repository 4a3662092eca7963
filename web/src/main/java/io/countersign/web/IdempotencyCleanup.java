package io.countersign.web;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.concurrent.TimeUnit;

/**
 * Clears remembered answers whose day is over; a late run only leaves rows that no longer count. No EJB timer: an EJB
 * in this archive would bring the console's security domain into a web application that reads its own bearer tokens,
 * and the server refuses two domains for one class loader.
 */
@ApplicationScoped
@SuppressWarnings("NullAway.Init")
public class IdempotencyCleanup {
    private static final System.Logger LOG = System.getLogger(IdempotencyCleanup.class.getName());

    @Resource
    ManagedScheduledExecutorService executor;

    @Inject
    IdempotencyStore store;

    void begin(@Observes @Initialized(ApplicationScoped.class) Object started) {
        executor.scheduleAtFixedRate(this::forget, 41, 60, TimeUnit.MINUTES);
    }

    /** Once an hour; a failure must not end the schedule. */
    void forget() {
        try {
            store.forget();
        } catch (RuntimeException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "Old idempotency answers were not cleared; the next hour tries again",
                    e);
        }
    }
}
