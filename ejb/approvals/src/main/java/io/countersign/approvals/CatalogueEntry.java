package io.countersign.approvals;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the operator says of a tool: how dangerous a call of it is and who has to agree, at the least.
 *
 * @param toolName compared without case; once for each action type and organization
 * @param actionType the class of action that it is about, null for all of the tool's
 * @param timeoutSeconds how long people have at most, null for as long as is asked
 * @param organizationId whose calls it is about, null for everybody's
 */
public record CatalogueEntry(
        UUID uuid,
        String toolName,
        @Nullable String actionType,
        RiskLevel riskLevel,
        Rule rule,
        @Nullable Integer timeoutSeconds,
        @Nullable String organizationId,
        Instant createdAt,
        Instant updatedAt,
        String etag) {}
