package io.countersign.sandbox;

import java.util.List;
import java.util.Map;

/**
 * The state of the sandbox, for health and metrics.
 *
 * @param isolation {@code worker} or {@code in_process}
 * @param runs runs so far, tests included
 * @param kills runs ended by force so far
 * @param lost workers that died on their own so far
 * @param ended workers that ended so far, by reason
 * @param pools the pools of workers: {@code run} for agreed runs, {@code test} for tests of drafts, {@code compile} for the
 *     sources of runs, {@code check} for all other sources
 */
public record PoolStatus(
        String isolation, long runs, long kills, long lost, Map<EndOfUse, Long> ended, List<Pool> pools) {

    /** The pool of agreed runs. */
    public static final String RUN = "run";

    /** The pool of tests. */
    public static final String TEST = "test";

    /** The pool that compiles what runs. */
    public static final String COMPILE = "compile";

    /** The pool that compiles what is saved or tested. */
    public static final String CHECK = "check";

    /**
     * One of the pools.
     *
     * @param size workers that may be in use at once
     * @param idle workers ready
     * @param busy workers leased
     * @param waiting callers that wait for a worker
     */
    public record Pool(String name, int size, int idle, int busy, int waiting) {}

    public PoolStatus {
        ended = Map.copyOf(ended);
        pools = List.copyOf(pools);
    }

    /** The pool of that name. */
    public Pool pool(String name) {
        return pools.stream()
                .filter(p -> p.name().equals(name))
                .findFirst()
                .orElseGet(() -> new Pool(name, 0, 0, 0, 0));
    }

    /** The size of the pool of agreed runs. */
    public int size() {
        return pool(RUN).size();
    }

    /** Workers that are ready for agreed runs. */
    public int idle() {
        return pool(RUN).idle();
    }

    /** Workers that are busy with agreed runs. */
    public int busy() {
        return pool(RUN).busy();
    }

    /** Agreed runs that wait for a worker. */
    public int waiting() {
        return pool(RUN).waiting();
    }

    /** Workers that were replaced on purpose so far. */
    public long recycled() {
        return ended.entrySet().stream()
                .filter(e -> e.getKey().onPurpose())
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** Whether a run can start now or soon. */
    public boolean healthy() {
        return idle() + busy() > 0;
    }
}
