package io.countersign.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.enterprise.concurrent.ManagedThreadFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AuditSealerTest {

    private final Sealings chain = new Sealings();
    private final Threads threads = new Threads();
    private final AuditSealer sealer = new AuditSealer(chain);

    AuditSealerTest() {
        sealer.threads = threads;
    }

    /** Counts sealings, and holds them up if told so. */
    private static final class Sealings extends Chain {
        final AtomicInteger begun = new AtomicInteger();
        final Semaphore ended = new Semaphore(0);
        CountDownLatch hold = new CountDownLatch(0);
        RuntimeException failure;

        @Override
        boolean sealSome() {
            begun.incrementAndGet();
            try {
                hold.await();
            } catch (InterruptedException e) {
                throw new AssertionError("a sealing was interrupted", e);
            }
            ended.release();
            if (failure != null) {
                throw failure;
            }
            return false;
        }
    }

    private static final class Threads implements ManagedThreadFactory {
        final List<Thread> made = new ArrayList<>();

        @Override
        public Thread newThread(Runnable work) {
            Thread thread = new Thread(work);
            made.add(thread);
            return thread;
        }

        @Override
        public ForkJoinWorkerThread newThread(ForkJoinPool pool) {
            throw new UnsupportedOperationException();
        }
    }

    private void sealed() throws InterruptedException {
        assertTrue(chain.ended.tryAcquire(20, TimeUnit.SECONDS));
    }

    @Test
    void oneThreadSealsSoonAfterEachWakeAndLivesThroughAFailure() throws Exception {
        chain.failure = new IllegalStateException("the database is away");
        sealer.wake();
        sealed();
        chain.failure = null;
        sealer.wake();
        sealed();
        sealer.stop();
        assertEquals(1, threads.made.size());
    }

    @Test
    void manyWakesAreOneSealing() throws Exception {
        for (int i = 0; i < 100; i++) {
            sealer.wake();
        }
        sealed();
        sealer.stop();
        assertEquals(1, chain.begun.get());
    }

    @Test
    void nothingIsSealedOnceTheServerStops() throws Exception {
        sealer.wake();
        sealer.stop();
        sealer.wake();
        threads.made.get(0).join();
        assertEquals(0, chain.begun.get());
        assertEquals(1, threads.made.size());
    }

    @Test
    void aStopLetsASealingUnderWayComeToItsEnd() throws Exception {
        chain.hold = new CountDownLatch(1);
        sealer.wake();
        while (chain.begun.get() == 0) {
            Thread.onSpinWait();
        }
        Thread stopping = new Thread(sealer::stop);
        stopping.start();
        chain.hold.countDown();
        stopping.join();
        sealed();
        assertFalse(threads.made.get(0).isAlive());
    }
}
