package io.countersign.execution.run;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A run as it was frozen when it was asked for: everything a worker needs to run exactly that.
 *
 * @param arguments {@code indicator}, {@code alert}, {@code alert_uuid}, {@code parameters} and, where there is one, the
 *     {@code endpoint}
 * @param bindingSha256 digest of the workflow's definition as far as agreement depends on it
 */
public record QueuedRun(
        UUID uuid,
        UUID workflowUuid,
        String workflowName,
        String triggerType,
        String requestedBy,
        Map<String, Object> triggerContext,
        Map<String, Object> arguments,
        String argumentsSha256,
        int codeVersion,
        String sha256,
        String bindingSha256,
        @Nullable Integer timeSavedMinutes,
        Instant queuedAt,
        @Nullable UUID approvalRequestUuid,
        @Nullable String organizationId) {

    public boolean byAgent() {
        return triggerType.equals("agent");
    }

    /** The name of the key or user that asked. */
    public String label() {
        return String.valueOf(triggerContext.getOrDefault("key", requestedBy));
    }
}
