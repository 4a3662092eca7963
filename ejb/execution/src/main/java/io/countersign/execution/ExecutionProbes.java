package io.countersign.execution;

import io.countersign.health.Probe;
import io.countersign.health.Probes;
import io.countersign.sandbox.PoolStatus;
import io.countersign.workflows.ScriptSandbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.function.Supplier;

/** What execution tells about its health: the queue of runs and the sandbox's workers. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init")
class ExecutionProbes {
    @Inject
    private Probes probes;

    @Inject
    private ScriptSandbox sandbox;

    @Inject
    private RunStatistics statistics;

    @Inject
    private Workers workers;

    void register() {
        probes.register(new NamedProbe("worker-pool", this::pool));
        probes.register(new NamedProbe("run-queue", this::queue));
    }

    private record NamedProbe(String name, Supplier<Probe.Result> look) implements Probe {
        @Override
        public Result check() {
            return look.get();
        }
    }

    private Probe.Result pool() {
        PoolStatus status = sandbox.sandbox().status();
        Map<String, String> data = Map.of(
                "isolation", status.isolation(),
                "size", String.valueOf(status.size()),
                "idle", String.valueOf(status.idle()),
                "busy", String.valueOf(status.busy()),
                "kills", String.valueOf(status.kills()),
                "lost", String.valueOf(status.lost()),
                "waiting", String.valueOf(status.waiting()));
        return new Probe.Result(status.healthy(), data);
    }

    private Probe.Result queue() {
        return Probe.Result.working(Map.of(
                "queued", String.valueOf(statistics.queued()),
                "in_hand", String.valueOf(workers.busy() + workers.waiting())));
    }
}
