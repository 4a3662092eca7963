package io.countersign.sandbox.worker;

import io.countersign.sandbox.EndOfUse;
import io.countersign.sandbox.PoolStatus;
import io.countersign.sandbox.Tenant;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A number of workers of one kind, leased one at a time and in turn. A worker that has been used is leased to its tenant
 * alone; others get an unused one, and where there is no room for that, the one that was idle longest ends for it.
 *
 * @param <W> the workers
 */
public final class WorkerPool<W extends PooledWorker> implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(WorkerPool.class.getName());
    private static final long START_AGAIN_MILLIS = 1_000;

    /** Starts a worker and waits until it is ready. */
    interface Starter<W> {
        W start() throws IOException;
    }

    /**
     * How large a pool is.
     *
     * @param most leases at once
     * @param ready workers that are there before anybody asks
     * @param spare unused workers that are there beside the used ones, so that a new tenant need not wait for a start
     */
    public record Size(int most, int ready, int spare) {}

    private final String name;
    private final Starter<W> command;
    private final Size size;
    private final ExecutorService starter;
    /** The latest used first. */
    private final Deque<W> idle = new ArrayDeque<>();

    private final Map<W, Tenant> tenants = new IdentityHashMap<>();
    private final List<Waiter<W>> waiters = new ArrayList<>();
    private final Map<EndOfUse, Long> ended = new EnumMap<>(EndOfUse.class);
    private int busy;
    private int starting;
    private boolean closed;
    private String trouble = "";

    private record Waiter<W>(Tenant tenant, CompletableFuture<W> given) {}

    WorkerPool(String name, Starter<W> command, Size size) {
        this.name = name;
        this.command = command;
        this.size = size;
        this.starter = Executors.newCachedThreadPool(r -> {
            Thread t = new Thread(r, "sandbox-pool-" + name);
            t.setDaemon(true);
            return t;
        });
        synchronized (this) {
            refill();
        }
    }

    /** A pool of worker JVMs. */
    public static WorkerPool<WorkerProcess> of(String name, WorkerCommand command, boolean compiles, Size size) {
        return new WorkerPool<>(name, () -> WorkerProcess.start(command, compiles), size);
    }

    /**
     * Waits for a worker.
     *
     * @return empty if none came within the time
     */
    public Optional<W> lease(Tenant tenant, long millis) throws InterruptedException {
        Waiter<W> waiter = new Waiter<>(tenant, new CompletableFuture<>());
        synchronized (this) {
            if (closed) {
                return Optional.empty();
            }
            W ready = waiters.isEmpty() && busy < size.most() ? pick(tenant) : null;
            if (ready != null) {
                take(ready, tenant);
                refill();
                return Optional.of(ready);
            }
            waiters.add(waiter);
            assign();
        }
        return await(waiter, millis);
    }

    /** Gives a worker back that cannot be used again, and waits for another one in its place, before all others. */
    public Optional<W> exchange(W worker, EndOfUse why, Tenant tenant, long millis) throws InterruptedException {
        Waiter<W> waiter = new Waiter<>(tenant, new CompletableFuture<>());
        synchronized (this) {
            if (!closed) {
                waiters.add(0, waiter);
            }
            giveBack(worker, why);
            if (closed) {
                return Optional.empty();
            }
        }
        return await(waiter, millis);
    }

    private Optional<W> await(Waiter<W> waiter, long millis) throws InterruptedException {
        try {
            return Optional.ofNullable(waiter.given().get(Math.max(0, millis), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            synchronized (this) {
                waiters.remove(waiter);
                return Optional.ofNullable(waiter.given().getNow(null));
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            synchronized (this) {
                waiters.remove(waiter);
                W given = waiter.given().getNow(null);
                if (given != null) {
                    giveBack(given, null);
                }
            }
            throw e;
        }
    }

    /** Takes a worker back, for use again unless there is a reason against it. */
    public synchronized void giveBack(W worker, @Nullable EndOfUse why) {
        busy--;
        if (why == null && worker.alive() && !closed) {
            idle.addFirst(worker);
        } else {
            end(worker, why == null ? EndOfUse.LOST : why);
        }
        assign();
    }

    /**
     * Serves who waits, in turn, as far as there are workers and places; then sees to it that there will be more. Whoever has
     * to wait for a start keeps a place free: no later one takes it.
     */
    private void assign() {
        Iterator<Waiter<W>> each = waiters.iterator();
        int kept = 0;
        while (each.hasNext() && busy + kept < size.most() && !closed) {
            Waiter<W> waiter = each.next();
            W worker = pick(waiter.tenant());
            if (worker == null) {
                kept++;
            } else {
                each.remove();
                take(worker, waiter.tenant());
                waiter.given().complete(worker);
            }
        }
        refill();
    }

    private void take(W worker, Tenant tenant) {
        idle.remove(worker);
        tenants.put(worker, tenant);
        busy++;
    }

    private @Nullable W pick(Tenant tenant) {
        Iterator<W> each = idle.iterator();
        while (each.hasNext()) {
            W worker = each.next();
            if (!worker.alive()) {
                each.remove();
                end(worker, EndOfUse.LOST);
            }
        }
        W unused = null;
        for (W worker : idle) {
            Tenant usedBy = tenants.get(worker);
            if (usedBy != null && usedBy.equals(tenant) && !tenant.dedicated()) {
                return worker;
            }
            if (usedBy == null && unused == null) {
                unused = worker;
            }
        }
        return unused;
    }

    private void refill() {
        if (closed) {
            return;
        }
        int unused = starting
                + (int) idle.stream().filter(w -> !tenants.containsKey(w)).count();
        int wanted = Math.min(waiters.size(), size.most() - busy);
        while (unused < wanted) {
            if (total() >= size.most() + size.spare() && !endLongestIdle()) {
                break;
            }
            startAnother();
            unused++;
        }
        while (total() < size.ready() || unused < size.spare() && total() < size.most() + size.spare()) {
            startAnother();
            unused++;
        }
    }

    private int total() {
        return idle.size() + busy + starting;
    }

    private boolean endLongestIdle() {
        Iterator<W> oldest = idle.descendingIterator();
        while (oldest.hasNext()) {
            W worker = oldest.next();
            if (tenants.containsKey(worker)) {
                oldest.remove();
                end(worker, EndOfUse.TENANT);
                return true;
            }
        }
        return false;
    }

    private void end(W worker, EndOfUse why) {
        tenants.remove(worker);
        ended.merge(why, 1L, Long::sum);
        worker.kill();
        if (!closed) {
            starter.execute(worker::bury);
        }
    }

    private void startAnother() {
        starting++;
        starter.execute(this::startOne);
    }

    private void startOne() {
        W made = null;
        try {
            made = command.start();
        } catch (IOException | RuntimeException e) {
            complain(e);
            pauseBeforeAgain();
        }
        synchronized (this) {
            starting--;
            trouble = made == null ? "workers do not start" : "";
            if (made != null && !closed) {
                idle.addLast(made);
            }
            assign();
        }
        if (made != null && closed()) {
            made.kill();
            made.bury();
        }
    }

    private synchronized boolean closed() {
        return closed;
    }

    /** Once for each time of trouble, not each second of it. */
    private synchronized void complain(Exception e) {
        if (trouble.isEmpty() && !closed) {
            LOG.log(System.Logger.Level.WARNING, "A sandbox worker did not start: {0}", e.getMessage());
        }
    }

    private static void pauseBeforeAgain() {
        try {
            Thread.sleep(START_AGAIN_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** How it stands. */
    public synchronized PoolStatus.Pool status() {
        return new PoolStatus.Pool(name, size.most(), idle.size(), busy, waiters.size());
    }

    /** How many workers ended, by reason. */
    public synchronized Map<EndOfUse, Long> ended() {
        return Map.copyOf(ended);
    }

    @Override
    public void close() {
        List<W> all;
        synchronized (this) {
            closed = true;
            all = new ArrayList<>(tenants.keySet());
            idle.stream().filter(w -> !tenants.containsKey(w)).forEach(all::add);
            idle.clear();
            waiters.forEach(w -> w.given().complete(null));
            waiters.clear();
        }
        all.forEach(PooledWorker::kill);
        all.forEach(PooledWorker::bury);
        starter.shutdown();
    }
}
