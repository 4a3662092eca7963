package io.countersign.approvals;

import io.countersign.approvals.rules.PolicySubject;

/** A stored request, as policies look at it. */
final class PolicySubjects {

    private PolicySubjects() {}

    static PolicySubject subject(RequestRow row) {
        return new PolicySubject(
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
