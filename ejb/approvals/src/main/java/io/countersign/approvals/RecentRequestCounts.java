package io.countersign.approvals;

import io.countersign.approvals.RequestCounts.Calibration;
import java.util.List;
import java.util.Map;

/**
 * Numbers about the latest requests, which cost the same however long the history is.
 *
 * @param pending how many wait for a decision now
 * @param endings how the last thousand ended, of those that have ended; every way to end is there
 * @param medianResponseMinutes as in {@link RequestCounts}
 * @param confidence as in {@link RequestCounts}
 */
public record RecentRequestCounts(
        long pending, Map<Status, Long> endings, double medianResponseMinutes, List<Calibration> confidence) {}
