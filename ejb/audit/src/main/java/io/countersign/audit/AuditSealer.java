package io.countersign.audit;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Seals soon after something was recorded, many rows at a time; readers seal first and so never miss a row. It has a thread of
 * its own, because the server refuses a scheduled task aloud when it comes due during a stop. Nothing interrupts that thread:
 * an interrupt within a commit would close the embedded database's file.
 */
@ApplicationScoped
class AuditSealer {

    private static final System.Logger LOG = System.getLogger(AuditSealer.class.getName());
    private static final long SOON_MS = 200;
    private static final long STOP_MS = 5_000;

    private final Chain chain;
    private final AtomicBoolean awake = new AtomicBoolean();
    private final Semaphore wanted = new Semaphore(0);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private @Nullable Thread thread;

    @Resource(lookup = "java:jboss/ee/concurrency/factory/default")
    @Nullable
    ManagedThreadFactory threads;

    @Inject
    AuditSealer(Chain chain) {
        this.chain = chain;
    }

    @SuppressWarnings("NullAway")
    protected AuditSealer() {
        this.chain = null;
    }

    /** Asks for a sealing within a fraction of a second. */
    void wake() {
        if (awake.compareAndSet(false, true)) {
            start();
            wanted.release();
        }
    }

    private synchronized void start() {
        if (thread == null && threads != null && !isStopped()) {
            thread = threads.newThread(this::work);
            thread.start();
        }
    }

    private void work() {
        try {
            while (!isStopped()) {
                wanted.acquire();
                if (!stopped.await(SOON_MS, TimeUnit.MILLISECONDS)) {
                    awake.set(false);
                    sealQuietly();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void sealQuietly() {
        try {
            sealAll();
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "Audit rows wait to be sealed: {0}", e.getMessage());
        }
    }

    void sealAll() {
        boolean more = true;
        while (more) {
            more = chain.sealSome();
        }
    }

    /** A sealing under way comes to its end; what waits is sealed after the next start. */
    @PreDestroy
    void stop() {
        stopped.countDown();
        wanted.release();
        Thread last = last();
        if (last != null) {
            try {
                last.join(STOP_MS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private synchronized @Nullable Thread last() {
        return thread;
    }

    private boolean isStopped() {
        return stopped.getCount() == 0;
    }
}
