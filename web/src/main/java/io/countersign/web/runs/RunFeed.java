package io.countersign.web.runs;

import io.countersign.execution.Run;
import io.countersign.execution.RunEvent;
import io.countersign.web.JsonMapping;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One listener's stream of a run's events; it ends with the run, with the listener, or after an hour and a bit.
 *
 * <p>The thread of the request writes first, in {@link #begin} or {@link #tell}, and the others write after it: to the response
 * of one request, writes that block and writes that do not must not be mixed, else it ends without what was written.
 */
final class RunFeed {

    /** No run is longer than an hour. */
    static final Duration LONGEST = Duration.ofMinutes(65);

    private static final System.Logger LOG = System.getLogger(RunFeed.class.getName());
    private static final int BEAT_SECONDS = 10;

    private final SseEventSink sink;
    private final Sse sse;
    private final Executor threads;
    private final List<AutoCloseable> ends = new ArrayList<>();
    private @Nullable String lastStatus;
    private final Telling log = new Telling();
    private final Telling calls = new Telling();
    private final List<RunEvent> early = new ArrayList<>();
    private boolean begun;
    private boolean over;

    RunFeed(SseEventSink sink, Sse sse, Executor threads) {
        this.sink = sink;
        this.sse = sse;
        this.threads = threads;
    }

    /** Notes what to close at the end. */
    synchronized void closes(AutoCloseable end) {
        ends.add(end);
        if (over) {
            close();
        }
    }

    /** A comment now and then finds out that nobody listens any more. */
    void beats(ScheduledExecutorService clockwork) {
        Future<?> beat = clockwork.scheduleAtFixedRate(this::beat, BEAT_SECONDS, BEAT_SECONDS, TimeUnit.SECONDS);
        closes(() -> beat.cancel(false));
    }

    /** Tells where the run stands when the listener comes. */
    synchronized void begin(Run run) {
        if (over) {
            return;
        }
        status(run);
        tellNews(run);
    }

    /**
     * An event of the running run; kept until the stream has begun. Log lines and calls are counted, so that the row's copy is
     * not told again.
     */
    synchronized void happened(RunEvent event) {
        switch (event.type()) {
            case "log" -> log.live++;
            case "http" -> calls.live++;
            case "status" -> {}
            default -> {
                // the result is told from the row, once
                return;
            }
        }
        if (begun) {
            tellEvent(event);
        } else {
            early.add(event);
        }
    }

    private void tellEvent(RunEvent event) {
        if (event.type().equals("status")) {
            String status = String.valueOf(event.data().get("status"));
            if (status.equals(lastStatus)) {
                return;
            }
            lastStatus = status;
        }
        send(event.type(), event.data());
    }

    /** Ends the stream when the run ends. */
    void endsWith(CompletableFuture<Run> end) {
        end.whenCompleteAsync(
                (run, failure) -> {
                    if (failure == null) {
                        tell(run);
                    } else {
                        close();
                    }
                },
                threads);
    }

    /** Tells all that has not been told of an ended run, and closes. */
    synchronized void tell(Run run) {
        if (over) {
            return;
        }
        tellNews(run);
        status(run);
        if (run.status().terminal()) {
            Map<String, @Nullable Object> data = new LinkedHashMap<>();
            data.put("status", run.status());
            data.put("result", run.result());
            data.put("error", run.error());
            data.put("duration_ms", run.durationMs());
            send("result", data);
        }
        close();
    }

    private void tellNews(Run run) {
        log.rest(run.log()).forEach(line -> send("log", line));
        calls.rest(run.httpCalls()).forEach(call -> send("http", call));
        begun = true;
        early.forEach(this::tellEvent);
        early.clear();
    }

    /** How much of a growing list was told: its beginning from the row, its end as it happened. */
    private static final class Telling {
        private int fromRow;
        private int live;

        /** What neither the row told before nor the events did; late, but complete. */
        <T> List<T> rest(List<T> all) {
            int until = Math.max(fromRow, all.size() - live);
            List<T> rest = all.subList(Math.min(fromRow, all.size()), Math.min(until, all.size()));
            fromRow = until;
            return rest;
        }
    }

    private void status(Run run) {
        if (run.status().wire().equals(lastStatus)) {
            return;
        }
        lastStatus = run.status().wire();
        send("status", Map.of("status", run.status(), "run_uuid", run.uuid()));
    }

    private synchronized void beat() {
        if (sink.isClosed()) {
            close();
        } else {
            sink.send(sse.newEventBuilder().comment("still here").build())
                    .whenCompleteAsync(
                            (sent, failure) -> {
                                if (failure != null) {
                                    close();
                                }
                            },
                            threads);
        }
    }

    private void send(String type, Object data) {
        if (!sink.isClosed()) {
            sink.send(sse.newEventBuilder()
                    .name(type)
                    .mediaType(jakarta.ws.rs.core.MediaType.TEXT_PLAIN_TYPE)
                    .data(String.class, JsonMapping.text(data))
                    .build());
        }
    }

    private synchronized void close() {
        over = true;
        for (AutoCloseable end : ends) {
            try {
                end.close();
            } catch (Exception e) {
                LOG.log(System.Logger.Level.DEBUG, "cannot end a feed", e);
            }
        }
        ends.clear();
        sink.close();
    }
}
