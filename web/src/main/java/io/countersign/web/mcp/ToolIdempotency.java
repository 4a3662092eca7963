package io.countersign.web.mcp;

import io.countersign.web.BodyReader;
import io.countersign.web.IdempotencyGuard;
import io.countersign.web.JsonMapping;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Supplier;

/** The same call with the same idempotency key has one effect and one answer, as over REST. */
@ApplicationScoped
public class ToolIdempotency {

    @Inject
    IdempotencyGuard guard;

    /**
     * The answer of the first such call.
     *
     * @param arguments what the call is told by, without the key
     */
    Object once(McpCaller caller, String tool, Map<String, Object> arguments, Supplier<Map<String, Object>> effect) {
        String key = caller.idempotencyKey();
        if (key == null) {
            return effect.get();
        }
        Response answer = guard.give(
                key, "MCP " + tool, arguments, () -> Response.ok(effect.get()).build());
        // a repetition gets the text that was kept
        return answer.getEntity() instanceof String kept
                ? BodyReader.parse(kept.getBytes(StandardCharsets.UTF_8)).fields()
                : JsonMapping.tree(answer.getEntity());
    }
}
