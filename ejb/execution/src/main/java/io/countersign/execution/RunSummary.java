package io.countersign.execution;

import java.util.List;
import java.util.UUID;

/**
 * The part of the metrics summary that concerns runs.
 *
 * @param successRate successes among finished runs, 0..1; 0 when none finished
 * @param timeSavedMinutes what the successful runs saved, by their workflows' own estimate
 */
public record RunSummary(long total, double successRate, long timeSavedMinutes, List<Top> topWorkflows) {

    /** A workflow and how often it ran. */
    public record Top(UUID workflowUuid, String workflowName, long runs, double successRate) {}
}
