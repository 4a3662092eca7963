package io.countersign.execution.run;

import io.countersign.execution.Run;
import io.countersign.execution.RunEvent;
import io.countersign.execution.RunStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Who waits for runs on this node, and who watches them. Ends on other nodes are noticed at the next look. */
@ApplicationScoped
public class RunEvents {
    /** So many ended runs are remembered, for those who begin to wait just after the end. */
    private static final int RECENT = 256;

    private final RunTable runs;

    private final Map<UUID, Run> recent = Collections.synchronizedMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Run> eldest) {
            return size() > RECENT;
        }
    });
    private final Map<UUID, CompletableFuture<Run>> waiting = new ConcurrentHashMap<>();
    private volatile Predicate<UUID> inHand = uuid -> false;
    private final Map<UUID, List<Consumer<RunEvent>>> watching = new ConcurrentHashMap<>();

    @Inject
    public RunEvents(RunTable runs) {
        this.runs = runs;
    }

    /** For the container's proxy only. */
    @SuppressWarnings("NullAway")
    protected RunEvents() {
        this(null);
    }

    /** Tells which runs are in this node's hands: their end will be told here without looking. */
    public void heldBy(Predicate<UUID> held) {
        inHand = held;
    }

    /** Completes when the run has ended; complete at once if it has. One future for all who wait. */
    public CompletableFuture<Run> end(UUID uuid) {
        CompletableFuture<Run> end = waiting.computeIfAbsent(uuid, key -> new CompletableFuture<>());
        // registered first and looked at then, so that no end falls between
        Run ended = recent.get(uuid);
        if (ended != null) {
            ended(ended);
        } else if (!inHand.test(uuid)) {
            runs.run(uuid).filter(run -> run.status().terminal()).ifPresent(this::ended);
        }
        return end;
    }

    public AutoCloseable watch(UUID uuid, Consumer<RunEvent> listener) {
        List<Consumer<RunEvent>> listeners = watching.computeIfAbsent(uuid, key -> new CopyOnWriteArrayList<>());
        listeners.add(listener);
        return () -> watching.computeIfPresent(uuid, (key, all) -> {
            all.remove(listener);
            return all.isEmpty() ? null : all;
        });
    }

    public void running(UUID uuid) {
        tell(uuid, "status", () -> Map.of("status", RunStatus.RUNNING.wire()));
    }

    public void log(UUID uuid, Run.LogLine line) {
        tell(uuid, "log", () -> RunJson.json(line));
    }

    public void call(UUID uuid, Run.CallLine call) {
        tell(uuid, "http", () -> RunJson.json(call));
    }

    /** After the commit of the end. */
    void ended(Run run) {
        recent.put(run.uuid(), run);
        tell(run.uuid(), "status", () -> Map.of("status", run.status().wire()));
        tell(run.uuid(), "result", () -> result(run));
        watching.remove(run.uuid());
        CompletableFuture<Run> end = waiting.remove(run.uuid());
        if (end != null) {
            end.completeAsync(() -> run);
        }
    }

    /** Finds the ends that this node was not told of. */
    public void look() {
        List<UUID> waited = waiting.keySet().stream().toList();
        List<UUID> watched = watching.keySet().stream()
                .filter(uuid -> !waited.contains(uuid))
                .toList();
        for (List<UUID> some : List.of(waited, watched)) {
            for (int from = 0; from < some.size(); from += 500) {
                runs.ended(some.subList(from, Math.min(from + 500, some.size())))
                        .forEach(uuid -> runs.run(uuid).ifPresent(this::ended));
            }
        }
        waiting.values().removeIf(end -> end.getNumberOfDependents() == 0 && end.isDone());
    }

    private void tell(UUID uuid, String type, java.util.function.Supplier<Map<String, Object>> data) {
        List<Consumer<RunEvent>> listeners = watching.get(uuid);
        if (listeners != null) {
            RunEvent event = new RunEvent(type, data.get());
            listeners.forEach(listener -> listener.accept(event));
        }
    }

    private static Map<String, Object> result(Run run) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("status", run.status().wire());
        data.put("result", run.result());
        data.put("error", run.error());
        data.put("duration_ms", run.durationMs());
        return data;
    }
}
