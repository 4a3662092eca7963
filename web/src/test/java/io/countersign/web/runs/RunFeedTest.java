package io.countersign.web.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.countersign.execution.Run;
import io.countersign.execution.RunEvent;
import io.countersign.execution.RunStatus;
import jakarta.ws.rs.core.GenericType;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseBroadcaster;
import jakarta.ws.rs.sse.SseEventSink;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** Whatever another thread reports while the stream begins is told after its beginning, once. */
class RunFeedTest {

    private final Sink sink = new Sink();
    private final RunFeed feed = new RunFeed(sink, new Events(), Runnable::run);

    @Test
    void nothingIsWrittenBeforeTheStreamBegins() {
        feed.happened(status("running"));
        feed.happened(new RunEvent("log", Map.of("message", "b")));
        assertEquals(List.of(), sink.told);
        feed.begin(run(RunStatus.QUEUED, "a", "b"));
        assertEquals(List.of("status queued", "log a", "status running", "log b"), sink.told);
        feed.happened(new RunEvent("log", Map.of("message", "c")));
        feed.happened(status("success"));
        feed.tell(run(RunStatus.SUCCESS, "a", "b", "c"));
        assertEquals(List.of("log c", "status success", "result success"), sink.told.subList(4, sink.told.size()));
        assertTrue(sink.closed);
    }

    @Test
    void anEndDuringTheBeginningLosesNothing() {
        feed.happened(new RunEvent("log", Map.of("message", "b")));
        feed.happened(status("success"));
        feed.happened(new RunEvent("result", Map.of("status", "success")));
        feed.tell(run(RunStatus.SUCCESS, "a", "b"));
        feed.happened(status("success"));
        assertEquals(List.of("log a", "log b", "status success", "result success"), sink.told);
        assertTrue(sink.closed);
    }

    private static RunEvent status(String status) {
        return new RunEvent("status", Map.of("status", status));
    }

    private static Run run(RunStatus status, String... messages) {
        Instant now = Instant.parse("2026-01-01T00:00:00Z");
        List<Run.LogLine> log = List.of(messages).stream()
                .map(message -> new Run.LogLine(now, "info", message, Map.of()))
                .toList();
        UUID id = UUID.fromString("00000000-0000-0000-0000-000000000001");
        return new Run(
                id,
                id,
                "name",
                "human",
                Map.of(),
                1,
                "digest",
                status,
                1,
                log,
                List.of(),
                null,
                null,
                null,
                now,
                null,
                null,
                null,
                null,
                "workflow",
                null,
                null,
                Map.of());
    }

    /** Notes what it is sent: the event's name, and what tells it from others of that name. */
    private static final class Sink implements SseEventSink {
        private final List<String> told = new ArrayList<>();
        private boolean closed;

        @Override
        public boolean isClosed() {
            return closed;
        }

        @Override
        public CompletionStage<?> send(OutboundSseEvent event) {
            String data = String.valueOf(event.getData());
            String field = event.getName().equals("log") ? "message" : "status";
            told.add(event.getName() + " " + data.replaceAll(".*\"" + field + "\":\"([a-z]+)\".*", "$1"));
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    private static final class Events implements Sse {
        @Override
        public OutboundSseEvent.Builder newEventBuilder() {
            return new Builder();
        }

        @Override
        public SseBroadcaster newBroadcaster() {
            throw new UnsupportedOperationException();
        }
    }

    private record Event(String name, Object data) implements OutboundSseEvent {
        @Override
        public Class<?> getType() {
            return String.class;
        }

        @Override
        public Type getGenericType() {
            return String.class;
        }

        @Override
        public MediaType getMediaType() {
            return MediaType.TEXT_PLAIN_TYPE;
        }

        @Override
        public Object getData() {
            return data;
        }

        @Override
        public String getId() {
            return "";
        }

        @Override
        public String getName() {
            return name;
        }

        @Override
        public String getComment() {
            return "";
        }

        @Override
        public long getReconnectDelay() {
            return RECONNECT_NOT_SET;
        }

        @Override
        public boolean isReconnectDelaySet() {
            return false;
        }
    }

    private static final class Builder implements OutboundSseEvent.Builder {
        private String name = "";
        private Object data = "";

        @Override
        public Builder id(String id) {
            return this;
        }

        @Override
        public Builder name(String given) {
            name = given;
            return this;
        }

        @Override
        public Builder reconnectDelay(long milliseconds) {
            return this;
        }

        @Override
        public Builder mediaType(MediaType mediaType) {
            return this;
        }

        @Override
        public Builder comment(String comment) {
            return this;
        }

        @Override
        public Builder data(@SuppressWarnings("rawtypes") Class type, Object given) {
            data = given;
            return this;
        }

        @Override
        public Builder data(@SuppressWarnings("rawtypes") GenericType type, Object given) {
            data = given;
            return this;
        }

        @Override
        public Builder data(Object given) {
            data = given;
            return this;
        }

        @Override
        public OutboundSseEvent build() {
            return new Event(name, data);
        }
    }
}
