package io.countersign.gateway;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An MCP server that is called through this one. It names secrets and holds none.
 *
 * @param fields what an administrator wrote, with defaults filled in: {@code name}, {@code url}, {@code credentials}, {@code
 *     default}, {@code tools}, {@code state}, {@code organization_id}, {@code calls_per_minute}, {@code timeout_seconds}, {@code
 *     result_bytes}
 * @param toolsListedAt when its tools were last listed, null for never
 * @param revision counts every change; what ETags are made of
 */
public record McpServer(
        UUID uuid,
        Map<String, Object> fields,
        @Nullable Instant toolsListedAt,
        Instant createdAt,
        Instant updatedAt,
        long revision) {

    /** The entity tag of this state, without quotes. */
    public String etag() {
        return "m" + revision;
    }
}
