package io.countersign.sandbox.worker;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A number of workers of one kind, kept ready: leased one at a time, replaced when spent or lost. */
public final class WorkerPool implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(WorkerPool.class.getName());
    private static final long START_AGAIN_MILLIS = 1_000;

    private final WorkerCommand command;
    private final boolean compiles;
    private final int size;
    private final ExecutorService starter;
    private final Deque<WorkerProcess> idle = new ArrayDeque<>();
    private final Set<WorkerProcess> busy = new HashSet<>();
    private int starting;
    private int waiting;
    private boolean closed;
    private String trouble = "";

    public WorkerPool(WorkerCommand command, boolean compiles, int size) {
        this.command = command;
        this.compiles = compiles;
        this.size = size;
        this.starter = Executors.newCachedThreadPool(r -> {
            Thread t = new Thread(r, "sandbox-pool");
            t.setDaemon(true);
            return t;
        });
        refill();
    }

    /**
     * Waits for a worker.
     *
     * @throws IOException if the pool is closed, or none came within the time
     */
    public synchronized WorkerProcess lease(long millis) throws IOException, InterruptedException {
        long until = System.nanoTime() + millis * 1_000_000;
        waiting++;
        try {
            while (true) {
                if (closed) {
                    throw new IOException("the sandbox is closed");
                }
                WorkerProcess next = idle.pollFirst();
                if (next != null && next.alive()) {
                    busy.add(next);
                    return next;
                }
                if (next != null) {
                    discard(next);
                    continue;
                }
                long left = (until - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    throw new IOException("no sandbox worker became free" + (trouble.isEmpty() ? "" : ": " + trouble));
                }
                wait(left);
            }
        } finally {
            waiting--;
        }
    }

    /** Takes a worker back, for use again or not. */
    public synchronized void giveBack(WorkerProcess worker, boolean good) {
        busy.remove(worker);
        if (good && !closed && worker.alive()) {
            idle.addFirst(worker);
            notify();
        } else {
            worker.kill();
            discard(worker);
        }
    }

    private void discard(WorkerProcess worker) {
        if (!closed) {
            starter.execute(worker::bury);
            refill();
        }
    }

    private synchronized void refill() {
        while (!closed && idle.size() + busy.size() + starting < size) {
            starting++;
            starter.execute(this::startOne);
        }
    }

    private void startOne() {
        WorkerProcess made = null;
        try {
            made = WorkerProcess.start(command, compiles);
        } catch (IOException | RuntimeException e) {
            complain(e);
            pauseBeforeAgain();
        }
        synchronized (this) {
            starting--;
            trouble = made == null ? "workers do not start" : "";
            if (made != null && !closed) {
                idle.addLast(made);
                notify();
                return;
            }
        }
        if (made != null) {
            made.kill();
            made.bury();
        }
        refill();
    }

    /** Once for each time of trouble, not each second of it. */
    private synchronized void complain(Exception e) {
        if (trouble.isEmpty()) {
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

    public int size() {
        return size;
    }

    public synchronized int idle() {
        return idle.size();
    }

    public synchronized int busy() {
        return busy.size();
    }

    public synchronized int waiting() {
        return waiting;
    }

    @Override
    public void close() {
        Set<WorkerProcess> all;
        synchronized (this) {
            closed = true;
            all = new HashSet<>(busy);
            all.addAll(idle);
            idle.clear();
            notifyAll();
        }
        all.forEach(WorkerProcess::kill);
        all.forEach(WorkerProcess::bury);
        starter.shutdown();
    }
}
