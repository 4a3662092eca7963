package io.countersign.approvals;

import java.util.List;
import java.util.UUID;

/**
 * What a draft policy would have done with past requests.
 *
 * @param examined number of requests looked at, newest first
 * @param matched how many of them the draft's conditions fit
 * @param autoApproved how many it would have agreed to without people
 * @param rows the matched ones
 */
public record PolicyReplayResult(int examined, int matched, int autoApproved, List<Row> rows) {

    /** One past request: what was, and what would have been. */
    public record Row(
            UUID uuid,
            String requestNumber,
            String subject,
            RiskLevel riskLevel,
            ApprovalType approvalType,
            Status status,
            String wouldBe) {}
}
