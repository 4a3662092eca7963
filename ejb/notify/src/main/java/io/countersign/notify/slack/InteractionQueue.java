package io.countersign.notify.slack;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Where clicks that came over the socket are worked off, away from the thread that acknowledges them. If too many wait,
 * that thread lends a hand: nothing is lost, Slack just has to wait.
 */
final class InteractionQueue implements AutoCloseable {
    private static final int THREADS = 4;
    private static final int WAITING = 256;

    private final ThreadPoolExecutor pool;
    private final Consumer<String> work;

    InteractionQueue(ThreadFactory threads, Consumer<String> work) {
        this.pool = new ThreadPoolExecutor(
                THREADS,
                THREADS,
                1,
                TimeUnit.MINUTES,
                new ArrayBlockingQueue<>(WAITING),
                threads,
                new ThreadPoolExecutor.CallerRunsPolicy());
        this.pool.allowCoreThreadTimeOut(true);
        this.work = work;
    }

    void take(String click) {
        pool.execute(() -> work.accept(click));
    }

    /** Finishes what is in hand, for a few seconds at most. */
    @Override
    public void close() {
        pool.shutdown();
        try {
            if (!pool.awaitTermination(5, TimeUnit.SECONDS)) {
                pool.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
