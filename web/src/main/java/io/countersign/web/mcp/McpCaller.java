package io.countersign.web.mcp;

import io.countersign.kernel.Refusal;
import io.countersign.security.Actor;
import io.modelcontextprotocol.common.McpTransportContext;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Who calls a tool, and how long they may be kept waiting.
 *
 * @param longestWait short for who is told nothing in between, since clients give up after a minute or sooner
 * @param stopped completes when the client wants to wait no longer
 * @param idempotencyKey by which a repeated call is recognised; null for none
 */
record McpCaller(
        Actor agent,
        Duration longestWait,
        CompletableFuture<Void> stopped,
        @Nullable String idempotencyKey) {

    private static final String KEY = "io.countersign.web.mcp.caller";
    private static final Duration SILENT = Duration.ofSeconds(15);
    private static final Duration TOLD = Duration.ofSeconds(50);

    static McpCaller of(Actor agent, boolean toldOfProgress) {
        return new McpCaller(agent, toldOfProgress ? TOLD : SILENT, new CompletableFuture<>(), null);
    }

    /** The same with a key by which a repeated call is recognised. */
    McpCaller withIdempotencyKey(@Nullable String key) {
        return new McpCaller(agent, longestWait, stopped, key);
    }

    McpTransportContext context() {
        return McpTransportContext.create(Map.of(KEY, this));
    }

    static McpCaller in(McpTransportContext context) {
        if (context.get(KEY) instanceof McpCaller caller) {
            return caller;
        }
        throw Refusal.unauthorized("Send a key or a token: Authorization: Bearer <key>.");
    }

    /** As long as they want to wait and may. */
    Duration patience(Duration wanted) {
        return wanted.compareTo(longestWait) < 0 ? wanted : longestWait;
    }

    /** Ends the waiting; the call is then answered with how things stand. */
    void stopWaiting() {
        stopped.complete(null);
    }

    /**
     * What a wait brings, or how things stand once the client wants to wait no longer.
     *
     * @param now how things stand
     * @param threads where to look that up
     */
    <T> CompletableFuture<T> waiting(CompletableFuture<T> wait, Supplier<T> now, Executor threads) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        wait.whenComplete((done, failure) -> {
            if (failure == null) {
                answer.complete(done);
            } else if (!wait.isCancelled()) {
                answer.completeExceptionally(failure);
            }
        });
        answer.whenComplete((done, failure) -> wait.cancel(true));
        stopped.thenRunAsync(
                () -> {
                    if (!wait.cancel(true)) {
                        return;
                    }
                    try {
                        answer.complete(now.get());
                    } catch (RuntimeException refused) {
                        answer.completeExceptionally(refused);
                    }
                },
                threads);
        return answer;
    }
}
