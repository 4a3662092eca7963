package io.countersign.web.mcp;

import io.countersign.web.JsonMapping;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.spec.McpSchema;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * How an answer goes out: as JSON, or, while somebody waits who wants to hear of progress, as a stream of events of which the
 * answer is the last. A write to a client that has gone ends the wait.
 */
final class McpReply {

    private static final System.Logger LOG = System.getLogger(McpReply.class.getName());
    private static final String EVENTS = "text/event-stream";
    private static final int PROGRESS_SECONDS = 5;

    private final HttpServletResponse response;
    private final McpJsonMapper json;
    private boolean over;

    McpReply(HttpServletResponse response, McpJsonMapper json) {
        this.response = response;
        this.json = json;
    }

    /** The whole answer, now. */
    void send(int status, McpSchema.JSONRPCResponse answer) throws IOException {
        response.setStatus(status);
        response.setContentType(JsonMapping.TYPE);
        response.getOutputStream().write(json.writeValueAsString(answer).getBytes(StandardCharsets.UTF_8));
    }

    /** What is wrong with a message, of which perhaps not even the id could be read. */
    void refuse(RpcFailure failure) throws IOException {
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("jsonrpc", McpSchema.JSONRPC_VERSION);
        answer.put("id", failure.id());
        answer.put("error", Map.of("code", failure.code(), "message", failure.getMessage()));
        response.setStatus(failure.status());
        response.setContentType(JsonMapping.TYPE);
        response.getOutputStream().write(JsonMapping.bytes(answer));
    }

    /**
     * Sends the answer once it is there. Until then a space goes out now and then: JSON may begin with any, and only a write
     * finds out that the client has gone.
     */
    void sendLater(CompletableFuture<McpSchema.JSONRPCResponse> answer, AsyncContext held, Waits waits) {
        response.setContentType(JsonMapping.TYPE);
        beatUntil(answer, waits, () -> write(" "));
        answer.whenCompleteAsync(
                (done, failure) -> finish(held, () -> {
                    if (done != null) {
                        write(json.writeValueAsString(done));
                    }
                }),
                waits.threads());
    }

    /** The same, with a word of progress now and then. */
    void streamLater(CompletableFuture<McpSchema.JSONRPCResponse> answer, Object token, AsyncContext held, Waits waits)
            throws IOException {
        response.setContentType(EVENTS + ";charset=UTF-8");
        response.setHeader("X-Accel-Buffering", "no");
        try {
            response.flushBuffer();
        } catch (IOException gone) {
            answer.cancel(true);
            held.complete();
            throw gone;
        }
        Progress progress = new Progress(token);
        beatUntil(answer, waits, progress::tell);
        answer.whenCompleteAsync(
                (done, failure) -> finish(held, () -> {
                    if (done != null) {
                        event(json.writeValueAsString(done));
                    }
                }),
                waits.threads());
    }

    /** Writes now and then until the answer is there; who cannot be written to any more is waited for no longer. */
    private void beatUntil(CompletableFuture<?> answer, Waits waits, Writing beat) {
        Future<?> beats = waits.clockwork()
                .scheduleAtFixedRate(
                        () -> {
                            try {
                                beat.run();
                            } catch (IOException | IllegalStateException gone) {
                                answer.cancel(true);
                            }
                        },
                        PROGRESS_SECONDS,
                        PROGRESS_SECONDS,
                        TimeUnit.SECONDS);
        answer.whenComplete((done, failure) -> beats.cancel(false));
    }

    /** What waiting needs: threads for the moment of an answer, and a clock. */
    record Waits(java.util.concurrent.Executor threads, ScheduledExecutorService clockwork) {}

    @FunctionalInterface
    private interface Writing {
        void run() throws IOException;
    }

    private synchronized void finish(AsyncContext held, Writing last) {
        try {
            last.run();
        } catch (IOException gone) {
            LOG.log(System.Logger.Level.DEBUG, "the client has gone", gone);
        } finally {
            over = true;
            held.complete();
        }
    }

    private void event(String data) throws IOException {
        write("event: message\ndata: " + data + "\n\n");
    }

    /** A word of progress that comes after the answer is dropped: the response may be another's by then. */
    private synchronized void write(String text) throws IOException {
        if (!over) {
            response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
            response.flushBuffer();
        }
    }

    private final class Progress {
        private final Object token;
        private int seconds;

        Progress(Object token) {
            this.token = token;
        }

        void tell() throws IOException {
            seconds += PROGRESS_SECONDS;
            Map<String, @Nullable Object> params = new LinkedHashMap<>();
            params.put("progressToken", token);
            params.put("progress", seconds);
            params.put("message", "still waiting");
            event(JsonMapping.text(Map.of("jsonrpc", "2.0", "method", "notifications/progress", "params", params)));
        }
    }
}
