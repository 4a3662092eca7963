package io.countersign.client;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A tool of an MCP server; what it says of itself is the server's claim.
 *
 * @param status {@code new}, {@code accepted}, {@code changed} or {@code hidden}
 * @param accepted what an administrator has accepted, with the protocol's names of fields
 */
public record McpTool(
        String name,
        String fingerprint,
        String status,
        @Nullable String title,
        @Nullable String description,
        @Nullable Map<String, Object> inputSchema,
        @Nullable Map<String, Object> outputSchema,
        @Nullable Map<String, Object> annotations,
        String mode,
        String riskLevel,
        @Nullable String acceptedFingerprint,
        @Nullable Map<String, Object> accepted) {}
