package io.countersign.execution.worker;

import io.countersign.execution.run.RunStatistics;
import io.countersign.health.Probe;
import io.countersign.health.Probes;
import io.countersign.sandbox.Layer;
import io.countersign.sandbox.PoolStatus;
import io.countersign.workflows.ScriptSandbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** What execution tells about its health: the queue of runs and the sandbox's workers. */
@ApplicationScoped
class ExecutionProbes {
    private final Probes probes;
    private final ScriptSandbox sandbox;
    private final RunStatistics statistics;
    private final RunExecutor workers;
    private final RunProcessor running;

    @Inject
    ExecutionProbes(
            Probes probes, ScriptSandbox sandbox, RunStatistics statistics, RunExecutor workers, RunProcessor running) {
        this.probes = probes;
        this.sandbox = sandbox;
        this.statistics = statistics;
        this.workers = workers;
        this.running = running;
    }

    /** For the container's proxy only. */
    @SuppressWarnings("NullAway")
    protected ExecutionProbes() {
        this(null, null, null, null, null);
    }

    void register() {
        probes.register(new NamedProbe("worker-pool", this::pool));
        probes.register(new NamedProbe("run-queue", this::queue));
        probes.register(new NamedProbe("sandbox-layers", this::layers));
    }

    private record NamedProbe(String name, Supplier<Probe.Result> look) implements Probe {
        @Override
        public Result check() {
            return look.get();
        }
    }

    private Probe.Result pool() {
        PoolStatus status = sandbox.sandbox().status();
        Map<String, String> data = new LinkedHashMap<>();
        data.put("isolation", status.isolation());
        data.put("size", String.valueOf(status.size()));
        data.put("idle", String.valueOf(status.idle()));
        data.put("busy", String.valueOf(status.busy()));
        data.put("waiting", String.valueOf(status.waiting()));
        data.put("kills", String.valueOf(status.kills()));
        data.put("lost", String.valueOf(status.lost()));
        for (PoolStatus.Pool pool : status.pools()) {
            data.put(
                    pool.name(),
                    "size " + pool.size() + ", idle " + pool.idle() + ", busy " + pool.busy() + ", waiting "
                            + pool.waiting());
        }
        status.ended().forEach((why, count) -> data.put("ended_" + why.wire(), String.valueOf(count)));
        return new Probe.Result(status.healthy(), data);
    }

    /** What the operating system puts around workers; without those that SANDBOX_REQUIRE names there would be no server. */
    private Probe.Result layers() {
        Set<Layer> holding = sandbox.sandbox().layers();
        Set<Layer> missing = EnumSet.allOf(Layer.class);
        missing.removeAll(holding);
        return Probe.Result.working(Map.of("holding", words(holding), "missing", words(missing)));
    }

    private static String words(Set<Layer> layers) {
        return layers.isEmpty() ? "none" : Layer.words(layers);
    }

    private Probe.Result queue() {
        return Probe.Result.working(Map.of(
                "queued", String.valueOf(statistics.queued()),
                "in_hand", String.valueOf(workers.busy() + workers.waiting()),
                "left_queued", String.valueOf(running.leftQueued())));
    }
}
