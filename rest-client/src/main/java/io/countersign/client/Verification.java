package io.countersign.client;

import org.jspecify.annotations.Nullable;

/** Whether the chain holds. */
public record Verification(
        boolean valid, long checked, @Nullable Long firstBadSeq) {}
