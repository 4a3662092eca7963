package io.countersign.sandbox;

import io.countersign.sandbox.guard.Kill;
import io.countersign.sandbox.run.RunInput;
import io.countersign.sandbox.run.RunResult;
import io.countersign.sandbox.secrets.Masker;
import io.countersign.sandbox.source.Compilation;
import io.countersign.sandbox.source.ScriptCompiler;
import io.countersign.sandbox.worker.WireException;
import io.countersign.sandbox.worker.WorkerCommand;
import io.countersign.sandbox.worker.WorkerPool;
import io.countersign.sandbox.worker.WorkerProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Everything that touches a script happens in worker JVMs: one compiles, the others run. */
final class WorkerEngine implements Engine {
    /** A compilation may use so much processor time; the clock counts only when it is far beyond, for the machine may be busy. */
    private static final long COMPILE_CPU_MILLIS = 3_500;

    private static final long COMPILE_WALL_MILLIS = 40_000;
    private static final long OUTLINE_CPU_MILLIS = 1_500;
    private static final long OUTLINE_WALL_MILLIS = 8_000;
    private static final long COMPILE_LOOK_MILLIS = 250;
    private static final long LEASE_MILLIS = 60_000;
    private static final long GRACE_MILLIS = 120;
    /** Ends that may have left a class of the JDK half initialised: the next run must not find it. */
    private static final Set<String> HURTS = Set.of("LIMIT_ALLOCATION", "LIMIT_DEPTH");

    private final SandboxOptions options;
    private final WorkerPool compilers;
    private final WorkerPool runners;
    private final ScheduledThreadPoolExecutor watch = new ScheduledThreadPoolExecutor(1, r -> {
        Thread t = new Thread(r, "sandbox-watch");
        t.setDaemon(true);
        return t;
    });
    private final CompilationCache cache = new CompilationCache(this::compile);
    private final AtomicLong runs = new AtomicLong();
    private final AtomicLong kills = new AtomicLong();
    private final AtomicLong recycled = new AtomicLong();
    private final AtomicLong lost = new AtomicLong();

    WorkerEngine(SandboxOptions options) {
        this.options = options;
        watch.setRemoveOnCancelPolicy(true);
        try {
            WorkerCommand command = new WorkerCommand(options);
            this.compilers = new WorkerPool(command, true, 1);
            this.runners = new WorkerPool(command, false, Math.max(1, options.workers()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public CheckReport check(String source) {
        CompiledSource compiled = cache.get(source);
        return compiled.report(() -> outline(source, compiled.compilation()));
    }

    /** An outline helps readers; without one they have the code, so nothing that goes wrong here is an error. */
    private Outline outline(String source, Compilation compiled) {
        try {
            WorkerProcess worker = compilers.lease(OUTLINE_WALL_MILLIS);
            ScheduledFuture<?> kill = watchCpu(worker, OUTLINE_CPU_MILLIS, OUTLINE_WALL_MILLIS);
            boolean good = false;
            try {
                Outline outline = worker.outline(source, compiled);
                good = true;
                return outline;
            } finally {
                kill.cancel(false);
                compilers.giveBack(worker, good);
            }
        } catch (IOException e) {
            return Outline.UNKNOWN;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Outline.UNKNOWN;
        }
    }

    private Compilation compile(String source) {
        if (source.length() > 256 * 1024) {
            return Compilation.refused(List.of(new Finding(
                    1,
                    1,
                    "SOURCE_TOO_LARGE",
                    "the source is larger than 256 KiB; split the work into several workflows")));
        }
        try {
            WorkerProcess worker = compilers.lease(LEASE_MILLIS);
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
                compilers.giveBack(worker, good);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Compilation.refused(List.of(new Finding(1, 1, "INTERRUPTED", "the check was interrupted")));
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
                COMPILE_LOOK_MILLIS,
                COMPILE_LOOK_MILLIS,
                TimeUnit.MILLISECONDS);
    }

    @Override
    public Outcome run(RunSpec spec, Host host) {
        Limits limits = spec.limits().within(Limits.MAXIMUM);
        Masker masker = Masker.of(spec.secrets().values());
        try {
            CompiledSource compiled = cache.get(spec.source());
            if (!compiled.clean()) {
                return new Outcome.Rejected(compiled.findings());
            }
            runs.incrementAndGet();
            WorkerProcess worker = runners.lease(LEASE_MILLIS);
            return new Lease(worker, compiled, spec, limits).run(host, masker);
        } catch (IOException | UncheckedIOException e) {
            return new Outcome.Errored("no sandbox worker: " + e.getMessage(), Outcome.Spent.NOTHING);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome.Cancelled(Outcome.Spent.NOTHING);
        }
    }

    /** A worker for the length of a run, under watch. */
    private final class Lease {
        private final WorkerProcess worker;
        private final CompiledSource script;
        private final RunSpec spec;
        private final Limits limits;
        private final RunClock clock;
        private final Runnable onCancel = this::cancelled;
        private final long started = System.nanoTime();
        private volatile @Nullable String forced;

        Lease(WorkerProcess worker, CompiledSource script, RunSpec spec, Limits limits) {
            this.worker = worker;
            this.script = script;
            this.spec = spec;
            this.limits = limits;
            this.clock = new RunClock(limits.wallMillis());
        }

        Outcome run(Host host, Masker masker) {
            HostBridge bridge = new HostBridge(host, limits, masker, clock);
            Endings endings = new Endings(limits, masker);
            ScheduledFuture<?> kill =
                    watch.schedule(() -> force(Kill.TIME), limits.wallMillis() + GRACE_MILLIS, TimeUnit.MILLISECONDS);
            spec.cancel().onCancel(onCancel);
            boolean good = false;
            try {
                RunInput input = new RunInput(
                        spec.runId(),
                        spec.indicator(),
                        spec.alert(),
                        spec.parameters(),
                        spec.secrets(),
                        spec.integrations(),
                        limits);
                RunResult result = worker.run(script.key(), script.compilation(), input, bridge);
                good = result.kind() != RunResult.Kind.BROKEN
                        && !HURTS.contains(result.code())
                        && worker.runs() < options.recycleAfterRuns();
                recycled.addAndGet(good ? 0 : 1);
                return endings.of(result, bridge.ended());
            } catch (IOException e) {
                return lost(e, endings, bridge);
            } finally {
                spec.cancel().forget(onCancel);
                kill.cancel(false);
                runners.giveBack(worker, good && forced == null);
            }
        }

        private Outcome lost(IOException e, Endings endings, HostBridge bridge) {
            Outcome.Spent spent = new Outcome.Spent((System.nanoTime() - started) / 1_000_000, 0, 0);
            if (forced != null) {
                kills.incrementAndGet();
                return endings.ended(forced, "", 0, spent);
            }
            lost.incrementAndGet();
            if (bridge.ended() != null) {
                return endings.ended(bridge.ended().code(), bridge.ended().reason(), 0, spent);
            }
            if (!(e instanceof WireException) && worker.diedOfMemory()) {
                return endings.ended("LIMIT_ALLOCATION", "the script needs more memory than there is", 0, spent);
            }
            return new Outcome.Errored("the sandbox worker was lost", spent);
        }

        private void cancelled() {
            clock.cancel();
            force(Kill.CANCELLED);
        }

        private void force(String code) {
            forced = code;
            clock.end();
            worker.kill();
        }
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
        return new PoolStatus(
                "worker",
                runners.size(),
                runners.idle(),
                runners.busy(),
                runs.get(),
                kills.get(),
                recycled.get(),
                lost.get(),
                runners.waiting());
    }

    @Override
    public void close() {
        watch.shutdownNow();
        compilers.close();
        runners.close();
    }
}
