package io.countersign.client;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An MCP server that is called through this one; it names secrets and holds none. */
public record McpServer(
        UUID uuid,
        String name,
        String url,
        Map<String, Object> credentials,
        @JsonProperty("default") Map<String, Object> terms,
        List<Map<String, Object>> tools,
        String state,
        @Nullable String organizationId,
        int callsPerMinute,
        int timeoutSeconds,
        int resultBytes,
        @Nullable Instant toolsListedAt,
        Instant createdAt,
        Instant updatedAt) {}
