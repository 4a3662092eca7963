package io.countersign.sandbox;

import io.countersign.sandbox.guard.Kill;
import io.countersign.sandbox.run.RunInput;
import io.countersign.sandbox.run.RunResult;
import io.countersign.sandbox.secrets.Masker;
import io.countersign.sandbox.worker.WireException;
import io.countersign.sandbox.worker.WorkerPool;
import io.countersign.sandbox.worker.WorkerProcess;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A place in a pool with the worker that is in it: another one each time that one has had its day. */
final class WorkerLease implements Lease {
    private static final long TIMEOUT_MILLIS = 60_000;
    private static final long GRACE_MILLIS = 120;
    /** Ends that may have left a class of the JDK half initialised: the next run must not find it. */
    private static final Set<String> HURTS = Set.of("LIMIT_ALLOCATION", "LIMIT_DEPTH");

    private final WorkerEngine engine;
    private final WorkerPool<WorkerProcess> pool;
    private final Tenant tenant;
    private @Nullable WorkerProcess worker;
    private @Nullable EndOfUse end;

    WorkerLease(WorkerEngine engine, WorkerPool<WorkerProcess> pool, Tenant tenant, WorkerProcess worker) {
        this.engine = engine;
        this.pool = pool;
        this.tenant = tenant;
        this.worker = worker;
    }

    @Override
    public Tenant tenant() {
        return tenant;
    }

    @Override
    public RunOutcome run(RunSpec spec, Host host) {
        try {
            CompiledSource compiled = engine.compiled(tenant, spec.source(), TIMEOUT_MILLIS);
            if (compiled != null && !compiled.clean()) {
                return new RunOutcome.Rejected(compiled.findings());
            }
            WorkerProcess process = compiled == null ? null : ready();
            return process == null || compiled == null
                    ? new RunOutcome.Errored("no sandbox worker became free", RunOutcome.Spent.NOTHING)
                    : new Attempt(process, compiled, spec).run(host);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new RunOutcome.Cancelled(RunOutcome.Spent.NOTHING);
        }
    }

    /** The process that ran last, or will run first; 0 if there is none. */
    long pid() {
        WorkerProcess held = worker;
        return held == null ? 0 : held.pid();
    }

    private @Nullable WorkerProcess ready() throws InterruptedException {
        WorkerProcess held = worker;
        EndOfUse why = end;
        if (held != null && why != null) {
            worker = null;
            end = null;
            Optional<WorkerProcess> other = pool.exchange(held, why, tenant, TIMEOUT_MILLIS);
            worker = other.orElse(null);
        }
        return worker;
    }

    @Override
    public void close() {
        if (worker != null) {
            pool.giveBack(worker, end != null || !tenant.dedicated() ? end : EndOfUse.DEDICATED);
            worker = null;
        }
    }

    /** One run, under watch. */
    private final class Attempt {
        private final WorkerProcess process;
        private final CompiledSource script;
        private final RunSpec spec;
        private final Limits limits;
        private final Masker masker;
        private final RunClock clock;
        private final Runnable onCancel = this::cancelled;
        private final long started = System.nanoTime();
        private volatile @Nullable String forced;

        Attempt(WorkerProcess process, CompiledSource script, RunSpec spec) {
            this.process = process;
            this.script = script;
            this.spec = spec;
            this.limits = spec.limits().within(Limits.MAXIMUM);
            this.masker = Masker.of(spec.secrets().values());
            this.clock = new RunClock(limits.wallMillis());
        }

        RunOutcome run(Host host) {
            HostBridge bridge = new HostBridge(host, limits, masker, clock, spec.time());
            OutcomeResolver endings = new OutcomeResolver(limits, masker);
            ScheduledFuture<?> kill = engine.watch()
                    .schedule(() -> force(Kill.TIME), limits.wallMillis() + GRACE_MILLIS, TimeUnit.MILLISECONDS);
            spec.cancel().onCancel(onCancel);
            end = EndOfUse.LOST;
            engine.ran();
            try {
                RunInput input = new RunInput(
                        spec.runId(),
                        spec.indicator(),
                        spec.alert(),
                        spec.parameters(),
                        spec.secrets(),
                        spec.integrations(),
                        limits,
                        spec.time());
                RunResult result = process.run(script.key(), script.compilation(), input, bridge);
                end = endAfter(result);
                return endings.of(result, bridge.ended(), clock.late());
            } catch (IOException e) {
                return lost(e, endings, bridge);
            } finally {
                spec.cancel().forget(onCancel);
                kill.cancel(false);
                if (forced != null) {
                    end = EndOfUse.KILLED;
                }
            }
        }

        /** Why the worker must not run another script, null if it may. */
        private @Nullable EndOfUse endAfter(RunResult result) {
            if (tenant.dedicated()) {
                return EndOfUse.DEDICATED;
            }
            if (result.kind() == RunResult.Kind.BROKEN || result.harmful() || HURTS.contains(result.code())) {
                return EndOfUse.SPENT;
            }
            return process.runs() < engine.recycleAfterRuns() ? null : EndOfUse.RUNS;
        }

        private RunOutcome lost(IOException e, OutcomeResolver endings, HostBridge bridge) {
            RunOutcome.Spent spent = new RunOutcome.Spent((System.nanoTime() - started) / 1_000_000, 0, 0);
            if (forced != null) {
                engine.killed();
                return endings.ended(forced, "", 0, spent);
            }
            engine.lost();
            if (bridge.ended() != null) {
                return endings.ended(bridge.ended().code(), bridge.ended().reason(), 0, spent);
            }
            if (clock.late()) {
                return endings.ended(Kill.TIME, "", 0, spent);
            }
            if (!(e instanceof WireException) && process.diedOfMemory()) {
                return endings.ended("LIMIT_ALLOCATION", "the script needs more memory than there is", 0, spent);
            }
            return new RunOutcome.Errored("the sandbox worker was lost", spent);
        }

        private void cancelled() {
            clock.cancel();
            force(Kill.CANCELLED);
        }

        private void force(String code) {
            forced = code;
            clock.end();
            process.kill();
        }
    }
}
