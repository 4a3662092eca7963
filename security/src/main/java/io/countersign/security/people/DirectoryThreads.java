package io.countersign.security.people;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The threads that talk to Keycloak: some that renew the snapshot, others that read pages for it, and others for look-ups of
 * single people, which never queue behind a snapshot. Callers of the directory never talk to Keycloak themselves.
 */
@ApplicationScoped
public class DirectoryThreads {

    /** So many calls of one refresh at a time. */
    static final int READS = 8;

    /** One for the refresh itself, one for what is done again and again meanwhile. */
    private static final int REFRESHING = 2;

    private static final int LOOK_UPS = 16;
    private static final int WAITING_LOOK_UPS = 2_000;
    private static final int IDLE_SECONDS = 60;

    @Resource(lookup = "java:jboss/ee/concurrency/factory/default")
    private @Nullable ManagedThreadFactory factory;

    private @Nullable ExecutorService reads;
    private @Nullable ExecutorService lookUps;
    private @Nullable ScheduledExecutorService refreshing;
    private boolean stopped;

    /** For the pages of a snapshot. */
    public synchronized Executor reads() {
        if (reads == null) {
            reads = pool(READS, Integer.MAX_VALUE);
        }
        return reads;
    }

    /**
     * For look-ups of single people.
     *
     * @throws RejectedExecutionException by {@code execute} when too many wait already
     */
    public synchronized Executor lookUps() {
        if (lookUps == null) {
            lookUps = pool(LOOK_UPS, WAITING_LOOK_UPS);
        }
        return lookUps;
    }

    /** Runs work that may take minutes. */
    public void refresh(Runnable work) {
        refreshing().execute(work);
    }

    /** Runs work again and again, until the server stops. */
    public void every(Duration pause, Runnable work) {
        refreshing().scheduleWithFixedDelay(work, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private synchronized ScheduledExecutorService refreshing() {
        if (refreshing == null) {
            refreshing = new ScheduledThreadPoolExecutor(REFRESHING, required());
        }
        return refreshing;
    }

    private ExecutorService pool(int threads, int waiting) {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                threads, threads, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(waiting), required());
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    private ManagedThreadFactory required() {
        if (factory == null || stopped) {
            throw new RejectedExecutionException("the server does not run");
        }
        return factory;
    }

    @PreDestroy
    synchronized void stop() {
        stopped = true;
        stop(reads);
        stop(lookUps);
        stop(refreshing);
    }

    private static void stop(@Nullable ExecutorService pool) {
        if (pool != null) {
            pool.shutdownNow();
        }
    }
}
