package io.countersign.workflows;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One saved version of a workflow's code. Versions never change.
 *
 * @param version from 1
 * @param sha256 hex digest of the code
 * @param author user name of who saved it
 * @param codePreview the first lines
 * @param code the whole source; null in lists
 */
public record Version(
        UUID workflowUuid,
        int version,
        String sha256,
        String author,
        Instant savedAt,
        String codePreview,
        @Nullable String code) {}
