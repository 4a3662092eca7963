package io.countersign.approvals;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A policy about requests, matched exactly and in the order of {@code priority} (lowest first; of equals the
 * older one).
 *
 * @param name unique
 * @param kind {@code auto} agrees to requests of type auto; {@code severity} says who has to agree
 * @param when what a request must be like
 * @param then what happens to it
 */
public record Policy(
        UUID uuid,
        String name,
        Kind kind,
        boolean enabled,
        int priority,
        When when,
        Then then,
        Instant createdAt,
        Instant updatedAt,
        String etag) {

    /** The highest number that a priority may have; the policy with the lowest comes first. */
    public static final int MAX_PRIORITY = 1_000_000;

    /** What a policy is for. */
    public enum Kind {
        AUTO,
        SEVERITY;

        /** The name outside: lower case. */
        @Override
        public String toString() {
            return WireNames.of(this);
        }
    }

    /**
     * Conditions that must all hold; a null or empty one holds always. Names are compared whole and without case, never by pattern.
     *
     * @param triggerSource human or agent
     * @param maxConfidence requests whose stated confidence is not above it, and agents' requests that state none; 0..1, and only
     *     for a policy that says who agrees: what a requester says of itself never lowers scrutiny
     * @param secret one that the workflow is granted
     * @param host one that the workflow may connect to, or {@code *.suffix}
     * @param integration one that the workflow's code uses
     * @param action an operation of an integration that the workflow's code calls
     */
    public record When(
            @Nullable String toolName,
            @Nullable String actionType,
            @Nullable UUID workflowUuid,
            List<RiskLevel> riskLevels,
            @Nullable String triggerSource,
            @Nullable String organizationId,
            @Nullable Double maxConfidence,
            @Nullable String secret,
            @Nullable String host,
            @Nullable String integration,
            @Nullable String action) {
        public When {
            riskLevels = List.copyOf(riskLevels);
        }

        /** Without conditions about what a workflow gets at. */
        public When(
                @Nullable String toolName,
                @Nullable String actionType,
                @Nullable UUID workflowUuid,
                List<RiskLevel> riskLevels,
                @Nullable String triggerSource,
                @Nullable String organizationId,
                @Nullable Double maxConfidence) {
            this(
                    toolName,
                    actionType,
                    workflowUuid,
                    riskLevels,
                    triggerSource,
                    organizationId,
                    maxConfidence,
                    null,
                    null,
                    null,
                    null);
        }

        /** True for a policy about what a workflow gets at: it holds whatever the workflow's own approval mode says. */
        public boolean isAboutReach() {
            return secret != null || host != null || integration != null || action != null;
        }
    }

    /**
     * What to do.
     *
     * @param approve true (kind auto only): agree at once
     * @param rule who has to agree (kind severity only)
     * @param timeoutSeconds until expiry, null to keep the request's own
     */
    public record Then(
            boolean approve, @Nullable Rule rule, @Nullable Integer timeoutSeconds) {}
}
