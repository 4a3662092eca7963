package io.countersign.web.mcp;

import io.countersign.security.Actor;
import io.countersign.web.RateLimit;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * The calls that wait on this node, so that {@code notifications/cancelled} finds them. There are no sessions: two clients with
 * one key may use the same id, and which of them cancels cannot be told. So a cancelled call is not left without an answer, it is
 * answered at once with how things stand, which costs the other client no more than asking again.
 */
@ApplicationScoped
public class OpenCalls {

    private final Map<Call, Collection<McpCaller>> waiting = new ConcurrentHashMap<>();

    private record Call(String key, Object id) {}

    /** Keeps the call findable until it is answered. */
    void add(McpCaller caller, Object id, CompletableFuture<?> answer) {
        Call call = new Call(RateLimit.caller(caller.agent()), id);
        waiting.compute(call, (key, all) -> {
            Collection<McpCaller> more = all == null ? new CopyOnWriteArrayList<>() : all;
            more.add(caller);
            return more;
        });
        answer.whenComplete((done, failure) -> waiting.computeIfPresent(call, (key, all) -> {
            all.remove(caller);
            return all.isEmpty() ? null : all;
        }));
    }

    /** Ends the waits of the caller's calls with this id; an id that is not waited for is none of its business. */
    void cancel(Actor agent, @Nullable Object id) {
        if (id == null) {
            return;
        }
        Collection<McpCaller> all = waiting.get(new Call(RateLimit.caller(agent), id));
        if (all != null) {
            List.copyOf(all).forEach(McpCaller::stopWaiting);
        }
    }

    int size() {
        return waiting.size();
    }
}
