package io.countersign.approvals;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Exactly what was approved. Execution runs this and nothing else.
 *
 * @param requestId the request's id
 * @param status the request's stored status
 * @param workflowId the workflow, null for a tool request
 * @param codeVersion the version agreed to, null for a tool request
 * @param codeSha256 its digest, lower-case hex
 * @param arguments everything that the arguments' digest covers
 * @param argumentsSha256 digest of the canonical JSON of {@code arguments}, lower-case hex
 * @param triggerContext what the asker stored for itself beside the arguments (not covered by the digest)
 */
public record FrozenArguments(
        UUID requestId,
        Status status,
        @Nullable UUID workflowId,
        @Nullable Integer codeVersion,
        @Nullable String codeSha256,
        Map<String, Object> arguments,
        String argumentsSha256,
        Map<String, Object> triggerContext) {}
