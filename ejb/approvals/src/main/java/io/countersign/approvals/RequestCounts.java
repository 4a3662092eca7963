package io.countersign.approvals;

import java.util.List;

/**
 * Numbers about requests, for a summary.
 *
 * @param pending how many wait for a decision now; what is over by its time does not count
 * @param approvalRate approved among those that people approved or rejected, 0..1; 0 when there are none
 * @param medianResponseMinutes from asking to the decision, among the last thousand decided; 0 when there are none
 * @param confidence what stated confidence was worth: how often people agreed, by fifths of what was stated, among the
 *     last thousand decided; fifths without requests are absent
 */
public record RequestCounts(
        long pending, double approvalRate, double medianResponseMinutes, List<Calibration> confidence) {

    /** Decided requests whose stated confidence was at least {@code from} and below {@code to} (1 counts to the last). */
    public record Calibration(double from, double to, long decided, double approvalRate) {}
}
