package io.countersign.sandbox.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.countersign.sandbox.EndOfUse;
import io.countersign.sandbox.PoolStatus;
import io.countersign.sandbox.Tenant;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorkerPoolTest {
    private static final long SOON = 20_000;
    private static final Tenant ONE = Tenant.run("one", false);
    private static final Tenant OTHER = Tenant.run("other", false);
    private static final Tenant DEDICATED = Tenant.run("one", true);

    private final List<Fake> started = new ArrayList<>();
    private final List<AutoCloseable> open = new ArrayList<>();

    private static final class Fake implements PooledWorker {
        private volatile boolean alive = true;

        @Override
        public boolean alive() {
            return alive;
        }

        @Override
        public void kill() {
            alive = false;
        }

        @Override
        public void bury() {}
    }

    private WorkerPool<Fake> pool(int most, int ready, int spare) {
        WorkerPool<Fake> pool = new WorkerPool<>(PoolStatus.RUN, this::start, new WorkerPool.Size(most, ready, spare));
        open.add(pool);
        return pool;
    }

    private synchronized Fake start() {
        Fake made = new Fake();
        started.add(made);
        return made;
    }

    private synchronized int startedSoFar() {
        return started.size();
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : open) {
            each.close();
        }
    }

    private static Fake leased(WorkerPool<Fake> pool, Tenant tenant) throws InterruptedException {
        return pool.lease(tenant, SOON).orElseThrow();
    }

    @Test
    void aUsedWorkerIsLeasedToItsTenantAgain() throws InterruptedException {
        WorkerPool<Fake> pool = pool(2, 2, 1);
        Fake first = leased(pool, ONE);
        pool.giveBack(first, null);
        assertSame(first, leased(pool, ONE));
    }

    @Test
    void aUsedWorkerIsNeverLeasedToAnotherTenant() throws InterruptedException {
        WorkerPool<Fake> pool = pool(1, 1, 1);
        Fake first = leased(pool, ONE);
        pool.giveBack(first, null);
        for (Tenant tenant : List.of(OTHER, Tenant.test("one"), Tenant.run(null, false), DEDICATED)) {
            Fake next = leased(pool, tenant);
            assertNotSame(first, next, tenant.toString());
            pool.giveBack(next, EndOfUse.RUNS);
        }
    }

    @Test
    void theWorkerThatWasIdleLongestEndsForANewTenant() throws InterruptedException {
        WorkerPool<Fake> pool = pool(2, 0, 0);
        Fake one = leased(pool, ONE);
        Fake other = leased(pool, OTHER);
        pool.giveBack(one, null);
        pool.giveBack(other, null);
        Fake third = leased(pool, Tenant.run("third", false));
        assertFalse(one.alive);
        assertTrue(other.alive);
        assertEquals(1, pool.ended().get(EndOfUse.TENANT));
        pool.giveBack(third, null);
        assertSame(other, leased(pool, OTHER));
    }

    @Test
    void aDedicatedLeaseAlwaysGetsAnUnusedWorker() throws InterruptedException {
        WorkerPool<Fake> pool = pool(2, 2, 1);
        Fake used = leased(pool, ONE);
        pool.giveBack(used, null);
        Fake first = leased(pool, DEDICATED);
        assertNotSame(used, first);
        pool.giveBack(first, EndOfUse.DEDICATED);
        assertFalse(first.alive);
        Fake second = leased(pool, DEDICATED);
        assertNotSame(used, second);
        assertNotSame(first, second);
    }

    @Test
    void aDedicatedWorkerIsNotLeasedAgainEvenIfItIsGivenBackAsGood() throws InterruptedException {
        WorkerPool<Fake> pool = pool(1, 1, 1);
        Fake first = leased(pool, DEDICATED);
        pool.giveBack(first, null);
        assertNotSame(first, leased(pool, DEDICATED));
    }

    @Test
    void anUnusedWorkerStaysReadyBesideTheUsedOnes() throws InterruptedException {
        WorkerPool<Fake> pool = pool(2, 2, 1);
        Fake one = leased(pool, ONE);
        Fake other = leased(pool, OTHER);
        pool.giveBack(one, null);
        pool.giveBack(other, null);
        Fake third = leased(pool, Tenant.run("third", false));
        assertTrue(one.alive && other.alive && third.alive, "the spare one was taken, so that none had to end");
    }

    @Test
    void noMoreAreLeasedThanThereArePlaces() throws InterruptedException {
        WorkerPool<Fake> pool = pool(2, 2, 1);
        Fake first = leased(pool, ONE);
        leased(pool, OTHER);
        assertEquals(Optional.empty(), pool.lease(ONE, 50));
        assertEquals(0, pool.status().waiting());
        pool.giveBack(first, null);
        assertSame(first, leased(pool, ONE));
    }

    @Test
    void whoWaitsIsServedInTurn() throws Exception {
        WorkerPool<Fake> pool = pool(1, 1, 0);
        Fake first = leased(pool, ONE);
        CompletableFuture<Fake> other = waiting(pool, OTHER, 1);
        CompletableFuture<Fake> again = waiting(pool, ONE, 2);
        pool.giveBack(first, null);
        Fake fresh = other.get(SOON, TimeUnit.MILLISECONDS);
        assertFalse(again.isDone(), "the tenant whose worker came back was second in the line");
        pool.giveBack(fresh, null);
        again.get(SOON, TimeUnit.MILLISECONDS);
    }

    private static CompletableFuture<Fake> waiting(WorkerPool<Fake> pool, Tenant tenant, int waiters)
            throws InterruptedException {
        CompletableFuture<Fake> given = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                given.complete(leased(pool, tenant));
            } catch (InterruptedException e) {
                given.completeExceptionally(e);
            }
        });
        thread.setDaemon(true);
        thread.start();
        while (pool.status().waiting() < waiters) {
            Thread.sleep(1);
        }
        return given;
    }

    @Test
    void whoExchangesAWorkerComesBeforeAllOthers() throws Exception {
        WorkerPool<Fake> pool = pool(1, 1, 1);
        Fake first = leased(pool, ONE);
        CompletableFuture<Fake> other = waiting(pool, OTHER, 1);
        Fake second = pool.exchange(first, EndOfUse.KILLED, ONE, SOON).orElseThrow();
        assertNotSame(first, second);
        assertFalse(other.isDone());
        pool.giveBack(second, null);
        other.get(SOON, TimeUnit.MILLISECONDS);
    }

    @Test
    void whoIsInterruptedWhileWaitingTakesNoWorkerAway() throws Exception {
        WorkerPool<Fake> pool = pool(1, 1, 0);
        Fake first = leased(pool, ONE);
        CountDownLatch ended = new CountDownLatch(1);
        Thread waiting = new Thread(() -> {
            try {
                pool.lease(ONE, SOON);
            } catch (InterruptedException e) {
                ended.countDown();
            }
        });
        waiting.start();
        while (pool.status().waiting() == 0) {
            Thread.sleep(1);
        }
        waiting.interrupt();
        assertTrue(ended.await(SOON, TimeUnit.MILLISECONDS));
        pool.giveBack(first, null);
        assertSame(first, leased(pool, ONE));
    }

    @Test
    void aWorkerThatDiedWhileIdleIsReplaced() throws InterruptedException {
        WorkerPool<Fake> pool = pool(1, 1, 0);
        Fake first = leased(pool, ONE);
        pool.giveBack(first, null);
        first.alive = false;
        assertNotSame(first, leased(pool, ONE));
        assertEquals(1, pool.ended().get(EndOfUse.LOST));
    }

    @Test
    void aPoolThatKeepsNoneReadyStartsTheFirstForWhoComesFirst() throws InterruptedException {
        WorkerPool<Fake> pool = pool(2, 0, 0);
        assertEquals(0, startedSoFar());
        leased(pool, ONE);
        assertEquals(1, startedSoFar());
    }

    @Test
    void workersThatDoNotStartAreTriedAgain() throws InterruptedException {
        List<Fake> made = new ArrayList<>();
        WorkerPool<Fake> pool = new WorkerPool<>(
                PoolStatus.RUN,
                () -> {
                    synchronized (made) {
                        made.add(new Fake());
                        if (made.size() == 1) {
                            throw new IOException("not today");
                        }
                        return made.get(made.size() - 1);
                    }
                },
                new WorkerPool.Size(1, 1, 0));
        open.add(pool);
        assertTrue(leased(pool, ONE).alive());
    }

    @Test
    void aClosedPoolEndsItsWorkersAndAnswersAtOnce() throws InterruptedException {
        WorkerPool<Fake> pool = pool(2, 2, 0);
        Fake busy = leased(pool, ONE);
        Fake idle = leased(pool, ONE);
        pool.giveBack(idle, null);
        pool.close();
        assertFalse(busy.alive || idle.alive);
        assertEquals(Optional.empty(), pool.lease(ONE, SOON));
    }
}
