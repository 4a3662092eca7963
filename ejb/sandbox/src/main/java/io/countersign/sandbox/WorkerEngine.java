package io.countersign.sandbox;

import io.countersign.sandbox.worker.WorkerCommand;
import io.countersign.sandbox.worker.WorkerPool;
import io.countersign.sandbox.worker.WorkerProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything that touches a script happens in worker JVMs. Agreed runs, tests and checks have pools of their own: none of
 * them waits for another's worker, and none gets a worker that another has used.
 */
final class WorkerEngine implements Engine {
    private static final Duration CHECK_TIMEOUT = Duration.ofMinutes(1);

    private final SandboxOptions options;
    private final WorkerCommand command;
    private final CompileWorkers compilers;
    private final WorkerPool<WorkerProcess> agreed;
    private final WorkerPool<WorkerProcess> tests;
    private final ScheduledThreadPoolExecutor watch = new ScheduledThreadPoolExecutor(1, r -> {
        Thread t = new Thread(r, "sandbox-watch");
        t.setDaemon(true);
        return t;
    });
    private final AtomicLong runs = new AtomicLong();
    private final AtomicLong kills = new AtomicLong();
    private final AtomicLong lost = new AtomicLong();

    WorkerEngine(SandboxOptions options) {
        this.options = options;
        watch.setRemoveOnCancelPolicy(true);
        try {
            this.command = new WorkerCommand(options);
            this.compilers = new CompileWorkers(command, watch);
            int most = options.workers();
            this.agreed = WorkerPool.of(PoolStatus.RUN, command, false, new WorkerPool.Size(most, most, 1));
            // nobody is kept waiting for a test but who asked for it, so none is started before
            this.tests =
                    WorkerPool.of(PoolStatus.TEST, command, false, new WorkerPool.Size(options.testWorkers(), 0, 0));
            if (options.archives() != null) {
                Thread maker = new Thread(command::makeArchives, "sandbox-archives");
                maker.setDaemon(true);
                maker.start();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public CheckReport check(String source) {
        try {
            CompiledSource compiled = compilers.compiled(Tenant.CHECKS, source, CHECK_TIMEOUT.toMillis());
            if (compiled == null) {
                throw new UncheckedIOException(new IOException("no sandbox worker for checks became free"));
            }
            return compiled.report(() -> compilers.outline(source, compiled.compilation()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new CheckReport(
                    List.of(new Finding(1, 1, "INTERRUPTED", "the check was interrupted")), null, Outline.UNKNOWN);
        }
    }

    @Nullable
    CompiledSource compiled(Tenant tenant, String source, long millis) throws InterruptedException {
        return compilers.compiled(tenant, source, millis);
    }

    /** Compiles first, for a worker that waits for a compiler is of no use to anybody. */
    @Override
    public Optional<Lease> lease(Tenant tenant, String source, Duration atMost) throws InterruptedException {
        long until = System.nanoTime() + atMost.toNanos();
        if (compiled(tenant, source, atMost.toMillis()) == null) {
            return Optional.empty();
        }
        WorkerPool<WorkerProcess> pool = tenant.purpose() == Tenant.Purpose.RUN ? agreed : tests;
        return pool.lease(tenant, TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime()))
                .map(worker -> new WorkerLease(this, pool, tenant, worker));
    }

    /** Sources that were compiled to be run, so far. */
    long compiledForRuns() {
        return compilers.compiledForRuns();
    }

    ScheduledExecutorService watch() {
        return watch;
    }

    int recycleAfterRuns() {
        return options.recycleAfterRuns();
    }

    void ran() {
        runs.incrementAndGet();
    }

    void killed() {
        kills.incrementAndGet();
    }

    void lost() {
        lost.incrementAndGet();
    }

    static String key(String source) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(source.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public PoolStatus status() {
        Map<EndOfUse, Long> ended = new EnumMap<>(EndOfUse.class);
        pools().forEach(pool -> pool.ended().forEach((why, count) -> ended.merge(why, count, Long::sum)));
        return new PoolStatus(
                "worker",
                runs.get(),
                kills.get(),
                lost.get(),
                ended,
                pools().map(WorkerPool::status).toList());
    }

    private Stream<WorkerPool<WorkerProcess>> pools() {
        return Stream.concat(Stream.of(agreed, tests), compilers.pools().stream());
    }

    @Override
    public Set<Layer> layers() {
        return command.layers();
    }

    @Override
    public void close() {
        watch.shutdownNow();
        compilers.close();
        tests.close();
        agreed.close();
        command.close();
    }
}
