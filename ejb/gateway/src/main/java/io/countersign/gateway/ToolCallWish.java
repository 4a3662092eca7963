package io.countersign.gateway;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A call of a tool as a client sends it.
 *
 * @param tool the tool's name at its server
 * @param arguments what it is called with
 * @param sent the same, character for character as it came
 * @param idempotencyKey what makes two calls the same one in the client's own words
 */
public record ToolCallWish(
        String tool,
        Map<String, Object> arguments,
        String sent,
        @Nullable String reason,
        @Nullable Double confidence,
        @Nullable String idempotencyKey) {}
