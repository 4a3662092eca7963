package io.countersign.health;

import io.countersign.health.Probe.Kind;
import io.countersign.health.Probe.Result;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** All probes of this server. Modules register theirs when they start; both health endpoints read here. */
@ApplicationScoped
public class Probes {

    private final Map<String, Probe> byName = new ConcurrentSkipListMap<>();

    /** Adds a probe; one of the same name is replaced. */
    public void register(Probe probe) {
        byName.put(probe.name(), probe);
    }

    /** Whether the process is worth keeping. */
    public Report live() {
        return report(List.of(Kind.LIVENESS));
    }

    /**
     * Whether requests can be served: every readiness probe is up, and there is one at all: before the first module has registered,
     * the server is still starting. Report probes are listed and never turn it down.
     */
    public Report ready() {
        if (byName.values().stream().noneMatch(probe -> probe.kind() == Kind.READINESS)) {
            return new Report(List.of(new Check("start", Kind.READINESS, Result.down("still starting"))));
        }
        return report(List.of(Kind.READINESS, Kind.REPORT));
    }

    private Report report(List<Kind> kinds) {
        List<Check> checks = new ArrayList<>();
        for (Probe probe : byName.values()) {
            if (kinds.contains(probe.kind())) {
                checks.add(new Check(probe.name(), probe.kind(), ask(probe)));
            }
        }
        return new Report(checks);
    }

    private static Result ask(Probe probe) {
        try {
            return probe.check();
        } catch (RuntimeException e) {
            return Result.down(String.valueOf(e.getMessage()));
        }
    }

    /** One probe's answer. */
    public record Check(String name, Kind kind, Result result) {}

    /** All answers, sorted by name. */
    public record Report(List<Check> checks) {

        public Report {
            checks = List.copyOf(checks);
        }

        /** Whether nothing that matters is down. */
        public boolean up() {
            return checks.stream()
                    .allMatch(check ->
                            check.kind() == Kind.REPORT || check.result().up());
        }
    }
}
