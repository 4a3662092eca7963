package io.countersign.sandbox;

import io.countersign.sandbox.source.Compilation;
import io.countersign.sandbox.source.ScriptCompiler;
import io.countersign.sandbox.worker.WorkerCommand;
import io.countersign.sandbox.worker.WorkerPool;
import io.countersign.sandbox.worker.WorkerProcess;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * The workers that compile. What runs is compiled by one of its own organization that compiles nothing else, so that no
 * source that somebody merely wants to save or test delays or touches what was agreed to.
 */
final class CompileWorkers implements AutoCloseable {
    /** A compilation may use so much processor time; the clock counts only when it is far beyond, for the machine may be busy. */
    private static final long COMPILE_CPU_MILLIS = 3_500;

    private static final long COMPILE_WALL_MILLIS = 40_000;
    private static final long OUTLINE_CPU_MILLIS = 1_500;
    private static final long OUTLINE_WALL_MILLIS = 8_000;
    private static final long LOOK_MILLIS = 250;
    private static final WorkerPool.Size ONE = new WorkerPool.Size(1, 1, 0);

    private final ScheduledExecutorService watch;
    private final WorkerPool<WorkerProcess> checks;
    private final WorkerPool<WorkerProcess> runs;
    private final CompilationCache cache = new CompilationCache();
    private final LongAdder forRuns = new LongAdder();

    CompileWorkers(WorkerCommand command, ScheduledExecutorService watch) {
        this.watch = watch;
        this.checks = WorkerPool.of(PoolStatus.CHECK, command, true, ONE);
        this.runs = WorkerPool.of(PoolStatus.COMPILE, command, true, ONE);
    }

    List<WorkerPool<WorkerProcess>> pools() {
        return List.of(runs, checks);
    }

    long compiledForRuns() {
        return forRuns.sum();
    }

    /** The source compiled for that tenant, null if no worker came free within the time. */
    @Nullable
    CompiledSource compiled(Tenant tenant, String source, long millis) throws InterruptedException {
        Tenant owner = tenant.purpose() == Tenant.Purpose.RUN
                ? new Tenant(Tenant.Purpose.RUN, tenant.organizationId(), false)
                : Tenant.CHECKS;
        try {
            return cache.get(owner, source, () -> compile(owner, source, millis));
        } catch (Interrupted e) {
            throw new InterruptedException();
        }
    }

    private @Nullable Compilation compile(Tenant owner, String source, long millis) {
        if (source.length() > Sandbox.MAX_SOURCE_BYTES) {
            return Compilation.refused(List.of(new Finding(
                    1,
                    1,
                    "SOURCE_TOO_LARGE",
                    "the source is larger than 256 KiB; split the work into several workflows")));
        }
        WorkerPool<WorkerProcess> pool = owner.purpose() == Tenant.Purpose.RUN ? runs : checks;
        Optional<WorkerProcess> leased = lease(pool, owner, millis);
        if (leased.isEmpty()) {
            return null;
        }
        WorkerProcess worker = leased.get();
        if (pool == runs) {
            forRuns.increment();
        }
        ScheduledFuture<?> kill = watchCpu(worker, COMPILE_CPU_MILLIS, COMPILE_WALL_MILLIS);
        boolean good = false;
        try {
            Compilation compiled = worker.compile(source);
            good = compiled.findings().stream().noneMatch(f -> f.code().equals("COMPILE_TOO_COSTLY"));
            return compiled;
        } catch (IOException e) {
            return Compilation.refused(List.of(ScriptCompiler.tooCostly()));
        } finally {
            kill.cancel(false);
            pool.giveBack(worker, good ? null : EndOfUse.KILLED);
        }
    }

    /** An outline helps readers; without one they have the code, so nothing that goes wrong here is an error. */
    Outline outline(String source, Compilation compiled) {
        Optional<WorkerProcess> leased;
        try {
            leased = lease(checks, Tenant.CHECKS, OUTLINE_WALL_MILLIS);
        } catch (Interrupted e) {
            Thread.currentThread().interrupt();
            return Outline.UNKNOWN;
        }
        if (leased.isEmpty()) {
            return Outline.UNKNOWN;
        }
        WorkerProcess worker = leased.get();
        ScheduledFuture<?> kill = watchCpu(worker, OUTLINE_CPU_MILLIS, OUTLINE_WALL_MILLIS);
        boolean good = false;
        try {
            Outline outline = worker.outline(source, compiled);
            good = true;
            return outline;
        } catch (IOException e) {
            return Outline.UNKNOWN;
        } finally {
            kill.cancel(false);
            checks.giveBack(worker, good ? null : EndOfUse.KILLED);
        }
    }

    private static Optional<WorkerProcess> lease(WorkerPool<WorkerProcess> pool, Tenant owner, long millis) {
        try {
            return pool.lease(owner, millis);
        } catch (InterruptedException e) {
            throw new Interrupted(e);
        }
    }

    /** An interruption on its way through the cache. */
    private static final class Interrupted extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Interrupted(InterruptedException cause) {
            super(cause);
        }
    }

    private ScheduledFuture<?> watchCpu(WorkerProcess worker, long mostCpu, long mostWall) {
        long cpu = worker.cpuMillis();
        long started = System.nanoTime();
        return watch.scheduleWithFixedDelay(
                () -> {
                    long wall = (System.nanoTime() - started) / 1_000_000;
                    boolean spent = cpu < 0 ? wall > mostCpu : worker.cpuMillis() - cpu > mostCpu;
                    if (spent || wall > mostWall) {
                        worker.kill();
                    }
                },
                LOOK_MILLIS,
                LOOK_MILLIS,
                TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        checks.close();
        runs.close();
    }
}
