package io.countersign.gateway;

import io.countersign.approvals.RiskLevel;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A tool as its server lists it. Everything that it says of itself is the server's claim.
 *
 * @param fingerprint of what is listed, lower-case hex SHA-256
 * @param definition what is listed: {@code name}, {@code title}, {@code description}, {@code inputSchema}, {@code outputSchema},
 *     {@code annotations}, as far as they are given
 * @param accepted what an administrator has accepted, null for nothing
 * @param acceptedFingerprint of what an administrator has accepted
 * @param mode whether people have to agree once it is accepted
 */
public record UpstreamTool(
        String name,
        String fingerprint,
        ToolStatus status,
        Map<String, Object> definition,
        @Nullable Map<String, Object> accepted,
        @Nullable String acceptedFingerprint,
        CallMode mode,
        RiskLevel riskLevel) {}
