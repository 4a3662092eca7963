package io.countersign.sandbox;

import io.countersign.sandbox.guard.Budget;
import io.countersign.sandbox.guard.Kill;
import io.countersign.sandbox.guard.ScriptThread;
import io.countersign.sandbox.outline.OutlineReader;
import io.countersign.sandbox.run.HostLink;
import io.countersign.sandbox.run.LoadedScript;
import io.countersign.sandbox.run.RunInput;
import io.countersign.sandbox.run.RunResult;
import io.countersign.sandbox.run.ScriptLoader;
import io.countersign.sandbox.run.ScriptRunner;
import io.countersign.sandbox.secrets.Masker;
import io.countersign.sandbox.source.Compilation;
import io.countersign.sandbox.source.ScriptCompiler;
import io.countersign.sandbox.weave.Weaver;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Runs scripts on threads of this JVM. What no checkpoint can end keeps its thread; the run ends for its caller even so. */
final class InProcessEngine implements Engine {
    static final long COMPILE_MILLIS = 15_000;
    private static final long OUTLINE_MILLIS = 8_000;
    private static final long GRACE_MILLIS = 150;
    /** Runs at once, which no worker limits here. */
    private static final int AT_ONCE = 16;

    private final CompilationCache cache = new CompilationCache();
    private final AtomicLong runs = new AtomicLong();
    private final AtomicLong kills = new AtomicLong();
    /** Calls hosts back that take longer than the run has. */
    private final ScheduledThreadPoolExecutor watch = new ScheduledThreadPoolExecutor(1, r -> {
        Thread t = new Thread(r, "script-watch");
        t.setDaemon(true);
        return t;
    });

    private final Semaphore agreed = new Semaphore(AT_ONCE, true);
    private final Semaphore tests;
    private final int testsAtOnce;
    private @Nullable ScriptCompiler compiler;

    InProcessEngine(SandboxOptions options) {
        this.testsAtOnce = options.testWorkers();
        this.tests = new Semaphore(testsAtOnce, true);
        watch.setRemoveOnCancelPolicy(true);
    }

    @Override
    public CheckReport check(String source) {
        CompiledSource compiled = compiled(source);
        return compiled.report(() -> outline(source, compiled.compilation()));
    }

    private CompiledSource compiled(String source) {
        return Objects.requireNonNull(cache.get(Tenant.CHECKS, source, () -> compile(source)));
    }

    private static Outline outline(String source, Compilation compiled) {
        CompletableFuture<Outline> done = new CompletableFuture<>();
        ScriptThread reader =
                new ScriptThread(() -> done.complete(OutlineReader.read(source, compiled.classes())), "script-outline");
        reader.start();
        try {
            return done.get(OUTLINE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            RunawayThread.stop(reader);
            return Outline.UNKNOWN;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Outline.UNKNOWN;
        }
    }

    private synchronized Compilation compile(String source) {
        if (compiler == null) {
            compiler = new ScriptCompiler();
        }
        ScriptCompiler used = compiler;
        CompletableFuture<Compilation> done = new CompletableFuture<>();
        new ScriptThread(() -> done.complete(used.compile(source)), "script-compiler").start();
        try {
            return done.get(COMPILE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            compiler = null;
            return Compilation.refused(List.of(ScriptCompiler.tooCostly()));
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            compiler = null;
            return Compilation.refused(List.of(new Finding(1, 1, "INTERRUPTED", "the check was interrupted")));
        }
    }

    /** Tests are limited apart from runs here, too: one that nothing ends keeps its thread, and no run's. */
    @Override
    public Optional<Lease> lease(Tenant tenant, String source, Duration atMost) throws InterruptedException {
        compiled(source);
        Semaphore places = tenant.purpose() == Tenant.Purpose.TEST ? tests : agreed;
        return places.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)
                ? Optional.of(new Place(tenant, places))
                : Optional.empty();
    }

    private final class Place implements Lease {
        private final Tenant tenant;
        private final Semaphore places;

        Place(Tenant tenant, Semaphore places) {
            this.tenant = tenant;
            this.places = places;
        }

        @Override
        public Tenant tenant() {
            return tenant;
        }

        @Override
        public RunOutcome run(RunSpec spec, Host host) {
            return InProcessEngine.this.run(spec, host);
        }

        @Override
        public void close() {
            places.release();
        }
    }

    private RunOutcome run(RunSpec spec, Host host) {
        CompiledSource compiled = compiled(spec.source());
        if (!compiled.clean()) {
            return new RunOutcome.Rejected(compiled.findings());
        }
        Limits limits = spec.limits().within(Limits.MAXIMUM);
        Masker masker = Masker.of(spec.secrets().values());
        RunClock clock = new RunClock(limits.wallMillis());
        HostBridge bridge = new HostBridge(host, limits, masker, clock);
        runs.incrementAndGet();
        RunInput input = new RunInput(
                spec.runId(),
                spec.indicator(),
                spec.alert(),
                spec.parameters(),
                spec.secrets(),
                spec.integrations(),
                limits);
        LoadedScript woven = compiled.woven(Weaver::weave);
        return new Attempt(new ScriptLoader(woven), input, clock, bridge, spec.cancel())
                .outcome(new OutcomeResolver(limits, masker));
    }

    /** One run: its thread asks through a queue, the caller answers. */
    private final class Attempt implements HostLink {
        private final BlockingQueue<Runnable> questions = new ArrayBlockingQueue<>(64);
        private final RunClock clock;
        private final HostBridge bridge;
        private final CancelToken cancel;
        private final RunInput input;
        private final ScriptThread thread;
        private volatile @Nullable RunResult result;
        private volatile @Nullable Budget budget;

        Attempt(ScriptLoader loader, RunInput input, RunClock clock, HostBridge bridge, CancelToken cancel) {
            this.clock = clock;
            this.bridge = bridge;
            this.cancel = cancel;
            this.input = input;
            ScriptRunner runner = new ScriptRunner(loader, input, this);
            this.thread = new ScriptThread(() -> result = runner.run(b -> budget = b), "script-run-" + input.runId());
        }

        RunOutcome outcome(OutcomeResolver endings) {
            Runnable onCancel = this::cancelled;
            long most = input.limits().wallMillis() + GRACE_MILLIS;
            ScheduledFuture<?> end = watch.schedule(clock::end, most, TimeUnit.MILLISECONDS);
            cancel.onCancel(onCancel);
            try {
                thread.start();
                serve();
            } finally {
                cancel.forget(onCancel);
                end.cancel(false);
            }
            if (result != null) {
                return endings.of(result, bridge.ended(), clock.late());
            }
            kills.incrementAndGet();
            RunawayThread.stop(thread);
            String code = cancel.cancelled() ? Kill.CANCELLED : Kill.TIME;
            return endings.ended(
                    code, "", 0, new RunOutcome.Spent(input.limits().wallMillis(), 0, 0));
        }

        private void cancelled() {
            clock.cancel();
            if (budget != null) {
                budget.cancel();
            }
            thread.interrupt();
        }

        private void serve() {
            long until = System.nanoTime() + (input.limits().wallMillis() + GRACE_MILLIS) * 1_000_000;
            boolean shortened = false;
            while (thread.isAlive() && System.nanoTime() - until < 0) {
                try {
                    Runnable question = questions.poll(5, TimeUnit.MILLISECONDS);
                    if (question != null) {
                        question.run();
                    }
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    cancel.cancel();
                }
                if (cancel.cancelled() && !shortened) {
                    shortened = true;
                    until = System.nanoTime() + GRACE_MILLIS * 1_000_000;
                    cancelled();
                }
            }
        }

        @Override
        public HttpReply http(Ask ask) throws HttpFailure {
            return answered(() -> bridge.http(ask));
        }

        @Override
        public void log(long epochMillis, String level, String message, Map<String, Object> fields) {
            try {
                answered(() -> {
                    bridge.log(epochMillis, level, message, fields);
                    return Optional.empty();
                });
            } catch (HttpFailure e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public IntegrationReply integration(String name, String operation, Map<String, Object> args)
                throws HttpFailure {
            return answered(() -> bridge.integration(name, operation, args));
        }

        private <T> T answered(Answer<T> question) throws HttpFailure {
            CompletableFuture<T> answer = new CompletableFuture<>();
            Runnable ask = () -> {
                try {
                    answer.complete(question.give());
                } catch (HttpFailure | RuntimeException e) {
                    answer.completeExceptionally(e);
                }
            };
            try {
                questions.put(ask);
                return answer.get();
            } catch (InterruptedException e) {
                throw new Ended(cancel.cancelled() ? Kill.CANCELLED : Kill.TIME, "the run ended");
            } catch (ExecutionException e) {
                if (e.getCause() instanceof HttpFailure failure) {
                    throw failure;
                }
                throw (RuntimeException) e.getCause();
            }
        }
    }

    private interface Answer<T> {
        T give() throws HttpFailure;
    }

    @Override
    public PoolStatus status() {
        return new PoolStatus(
                "in_process",
                runs.get(),
                kills.get(),
                0,
                Map.of(),
                List.of(pool(PoolStatus.RUN, agreed, AT_ONCE), pool(PoolStatus.TEST, tests, testsAtOnce)));
    }

    private static PoolStatus.Pool pool(String name, Semaphore places, int size) {
        int free = places.availablePermits();
        return new PoolStatus.Pool(name, size, free, size - free, places.getQueueLength());
    }

    @Override
    public Set<Layer> layers() {
        return Set.of();
    }

    @Override
    public void close() {
        watch.shutdownNow();
    }
}
