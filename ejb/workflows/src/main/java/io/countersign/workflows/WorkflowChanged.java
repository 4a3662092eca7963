package io.countersign.workflows;

import java.util.UUID;

/**
 * Fired inside the transaction of every change of a workflow.
 *
 * @param invalidatesApprovals whether what would run or who may agree changed, so that pending requests were cancelled
 */
public record WorkflowChanged(UUID uuid, boolean invalidatesApprovals) {}
