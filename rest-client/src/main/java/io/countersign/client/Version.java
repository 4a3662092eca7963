package io.countersign.client;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One saved version of the code; the source is null in lists. */
public record Version(
        UUID workflowUuid,
        int version,
        String sha256,
        String author,
        Instant savedAt,
        String codePreview,
        @Nullable String code) {}
