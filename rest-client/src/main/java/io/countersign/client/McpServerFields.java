package io.countersign.client;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an MCP server is made of, or changed to; null is left out.
 *
 * @param credentials {@code bearer_secret}, or {@code headers} with the names of secrets
 * @param terms {@code mode}, {@code risk_level}, {@code approval_type} and its fields, for tools that say nothing else
 * @param tools the same for single tools, with {@code name} and {@code hidden}
 */
public record McpServerFields(
        @Nullable String name,
        @Nullable String url,
        @Nullable Map<String, Object> credentials,
        @JsonProperty("default") @Nullable Map<String, Object> terms,
        @Nullable List<Map<String, Object>> tools,
        @Nullable String state,
        @Nullable String organizationId,
        @Nullable Integer callsPerMinute,
        @Nullable Integer timeoutSeconds,
        @Nullable Integer resultBytes) {}
