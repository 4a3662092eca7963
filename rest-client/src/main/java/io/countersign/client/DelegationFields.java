package io.countersign.client;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The writable fields of a delegation. */
public record DelegationFields(
        @Nullable String to,
        @Nullable List<String> roles,
        @Nullable Instant fromTime,
        @Nullable Instant toTime,
        @Nullable String reason) {}
