package io.countersign.approvals;

import io.countersign.approvals.rules.Subject;

/** A stored request, as policies look at it. */
final class Governed {

    private Governed() {}

    static Subject subject(RequestRow row) {
        return new Subject(
                row.toolName,
                row.actionType,
                row.workflowId,
                row.riskLevel,
                row.triggerType,
                row.organizationId,
                row.confidence,
                RuleJson.read(row.rule),
                ReachJson.read(row.reach));
    }
}
