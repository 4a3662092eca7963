package io.countersign.execution;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A kill switch that an administrator has engaged.
 *
 * @param scope {@code all}, {@code workflow}, {@code agent}, {@code integration} or {@code server}
 * @param target workflow uuid, key name or owner of the agent (null: every agent), or the name of an integration or an
 *     MCP server
 * @param releasedAt null while it is engaged
 * @param organizationId whose runs it stops: those of whoever pulled it; null stops everybody's
 */
public record KillSwitch(
        UUID uuid,
        String scope,
        @Nullable String target,
        String reason,
        String engagedBy,
        Instant engagedAt,
        @Nullable String releasedBy,
        @Nullable Instant releasedAt,
        @Nullable String organizationId) {}
