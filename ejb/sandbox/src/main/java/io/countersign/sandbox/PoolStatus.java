package io.countersign.sandbox;

/**
 * The state of the sandbox, for health and metrics.
 *
 * @param isolation {@code worker} or {@code in_process}
 * @param size workers wanted
 * @param idle workers ready
 * @param busy workers leased
 * @param runs runs so far
 * @param kills runs ended by force so far
 * @param recycled workers replaced after their share of runs, or after a run that used up stack or memory, so far
 * @param lost workers that died on their own so far
 * @param waiting callers that wait for a worker
 */
public record PoolStatus(
        String isolation, int size, int idle, int busy, long runs, long kills, long recycled, long lost, int waiting) {

    /** Whether a run can start now or soon. */
    public boolean healthy() {
        return idle + busy > 0;
    }
}
