package io.countersign.sandbox;

import io.countersign.sandbox.guard.Kill;
import io.countersign.sandbox.run.LoadedScript;
import io.countersign.sandbox.run.RunInput;
import io.countersign.sandbox.run.ScriptLoader;
import io.countersign.sandbox.secrets.Masker;
import io.countersign.sandbox.weave.Weaver;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Runs scripts on threads of this JVM. What no checkpoint can end keeps its thread; the run ends for its caller even so. */
final class InProcessEngine implements Engine {
    private final InProcessCompiler compiler = new InProcessCompiler();
    private final AtomicLong runs = new AtomicLong();
    private final AtomicLong kills = new AtomicLong();
    /** Calls hosts back that take longer than the run has. */
    private final ScheduledThreadPoolExecutor watch = new ScheduledThreadPoolExecutor(1, r -> {
        Thread t = new Thread(r, "script-watch");
        t.setDaemon(true);
        return t;
    });

    private final SandboxOptions options;
    private final Semaphore agreed;
    private final Semaphore tests;

    InProcessEngine(SandboxOptions options) {
        this.options = options;
        this.agreed = new Semaphore(options.workers(), true);
        this.tests = new Semaphore(options.testWorkers(), true);
        watch.setRemoveOnCancelPolicy(true);
    }

    @Override
    public CheckReport check(String source) {
        return compiler.check(source);
    }

    /** Tests are limited apart from runs here, too: one that nothing ends keeps its thread, and no run's. */
    @Override
    public Optional<Lease> lease(Tenant tenant, String source, Duration atMost) throws InterruptedException {
        compiler.compiled(source);
        Semaphore slots = tenant.purpose() == Tenant.Purpose.TEST ? tests : agreed;
        return slots.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)
                ? Optional.of(new Place(tenant, slots))
                : Optional.empty();
    }

    private final class Place implements Lease {
        private final Tenant tenant;
        private final Semaphore slots;

        Place(Tenant tenant, Semaphore slots) {
            this.tenant = tenant;
            this.slots = slots;
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
            slots.release();
        }
    }

    private RunOutcome run(RunSpec spec, Host host) {
        CompiledSource compiled = compiler.compiled(spec.source());
        if (!compiled.clean()) {
            return new RunOutcome.Rejected(compiled.findings());
        }
        Limits limits = spec.limits().within(Limits.MAXIMUM);
        Masker masker = Masker.of(spec.secrets().values());
        RunClock clock = new RunClock(limits.wallMillis());
        HostBridge bridge = new HostBridge(host, limits, masker, clock, spec.time());
        runs.incrementAndGet();
        RunInput input = new RunInput(
                spec.runId(),
                spec.indicator(),
                spec.alert(),
                spec.parameters(),
                spec.secrets(),
                spec.integrations(),
                limits,
                spec.time());
        LoadedScript woven = compiled.woven(Weaver::weave);
        OutcomeResolver endings = new OutcomeResolver(limits, masker);
        return new InProcessRun(new ScriptLoader(woven), input, clock, bridge, spec.cancel())
                .outcome(endings, watch)
                .orElseGet(() -> killed(spec, limits, endings));
    }

    private RunOutcome killed(RunSpec spec, Limits limits, OutcomeResolver endings) {
        kills.incrementAndGet();
        String code = spec.cancel().cancelled() ? Kill.CANCELLED : Kill.TIME;
        return endings.ended(code, "", 0, new RunOutcome.Spent(limits.wallMillis(), 0, 0));
    }

    @Override
    public PoolStatus status() {
        return new PoolStatus(
                "in_process",
                runs.get(),
                kills.get(),
                0,
                Map.of(),
                List.of(
                        pool(PoolStatus.RUN, agreed, options.workers()),
                        pool(PoolStatus.TEST, tests, options.testWorkers())));
    }

    private static PoolStatus.Pool pool(String name, Semaphore slots, int size) {
        int free = slots.availablePermits();
        return new PoolStatus.Pool(name, size, free, size - free, slots.getQueueLength());
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
