package io.countersign.approvals;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The answer to an {@link Ask}. */
public sealed interface Asked {

    /** The request's id. */
    UUID id();

    /** The id that people see: {@code APR-…}. */
    String requestId();

    /** Signs the post to the asker's callback; told here, once. Null without a callback. */
    @Nullable
    String callbackSecret();

    /**
     * A policy rule agreed at once. {@link RequestDecided} was fired inside the asker's transaction before this answer.
     *
     * @param policy name of the rule, recorded as the decider
     */
    record AutoApproved(
            UUID id,
            String requestId,
            String policy,
            @Nullable String callbackSecret) implements Asked {}

    /** People have to decide until {@code expiresAt}. */
    record Pending(
            UUID id,
            String requestId,
            Instant expiresAt,
            @Nullable String callbackSecret) implements Asked {}
}
