package io.countersign.approvals.policy;

import io.countersign.approvals.request.ReachJson;
import io.countersign.approvals.request.RequestRow;
import io.countersign.approvals.request.RuleJson;
import io.countersign.approvals.rules.PolicySubject;

/** A stored request, as policies look at it. */
public final class PolicySubjects {

    private PolicySubjects() {}

    public static PolicySubject subject(RequestRow row) {
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
