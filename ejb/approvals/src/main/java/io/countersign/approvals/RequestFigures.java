package io.countersign.approvals;

/**
 * Numbers about requests, for a summary.
 *
 * @param pending how many wait for a decision now; what is over by its time does not count
 * @param approvalRate approved among those that people approved or rejected, 0..1; 0 when there are none
 * @param medianResponseMinutes from asking to the decision, among the last thousand decided; 0 when there are none
 */
public record RequestFigures(long pending, double approvalRate, double medianResponseMinutes) {}
