package io.countersign.audit;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Seals soon after something was recorded, many rows at a time; readers seal first and so never miss a row. */
@ApplicationScoped
class Sealer {

    private static final Logger LOG = Logger.getLogger(Sealer.class.getName());
    private static final long SOON_MS = 200;

    private final Chain chain;
    private final AtomicBoolean awake = new AtomicBoolean();

    @Resource(lookup = "java:jboss/ee/concurrency/scheduler/default")
    private @Nullable ManagedScheduledExecutorService scheduler;

    @Inject
    Sealer(Chain chain) {
        this.chain = chain;
    }

    @SuppressWarnings("NullAway")
    protected Sealer() {
        this.chain = null;
    }

    /** Asks for a sealing within a fraction of a second. */
    void wake() {
        if (scheduler == null || !awake.compareAndSet(false, true)) {
            return;
        }
        try {
            scheduler.schedule(this::sealQuietly, SOON_MS, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            // shutting down: the next start seals what waits
            awake.set(false);
        }
    }

    private void sealQuietly() {
        awake.set(false);
        try {
            sealAll();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Audit rows wait to be sealed: {0}", e.getMessage());
        }
    }

    void sealAll() {
        boolean more = true;
        while (more) {
            more = chain.sealSome();
        }
    }
}
