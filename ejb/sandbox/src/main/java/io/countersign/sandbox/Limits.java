package io.countersign.sandbox;

/**
 * The budgets of one run. All are at least 1.
 *
 * @param wallMillis wall time of the run, compilation not included
 * @param steps method entries and backward jumps
 * @param allocatedBytes what the script's thread allocates in sum
 * @param depth nested calls of script methods
 * @param logBytes text and fields of the log in sum
 * @param httpCalls requests sent, every retry counted
 * @param responseBytes the longest body of one answer
 * @param resultBytes message and data of the result, as JSON
 */
public record Limits(
        long wallMillis,
        long steps,
        long allocatedBytes,
        int depth,
        int logBytes,
        int httpCalls,
        int responseBytes,
        int resultBytes) {

    /** What a script gets that asks for nothing. */
    public static final Limits DEFAULT =
            new Limits(10_000, 100_000_000_000L, 512L << 20, 5_000, 256 << 10, 100, 4 << 20, 256 << 10);

    /** What no script gets more of. */
    public static final Limits MAXIMUM =
            new Limits(3_600_000, 1_000_000_000_000L, 8L << 30, 20_000, 2 << 20, 1_000, 8 << 20, 2 << 20);

    /** The same budgets with another wall time. */
    public Limits withWallMillis(long millis) {
        return new Limits(millis, steps, allocatedBytes, depth, logBytes, httpCalls, responseBytes, resultBytes);
    }

    /** These budgets, none above the given ones and none below 1. */
    public Limits within(Limits max) {
        return new Limits(
                clamp(wallMillis, max.wallMillis),
                clamp(steps, max.steps),
                clamp(allocatedBytes, max.allocatedBytes),
                (int) clamp(depth, max.depth),
                (int) clamp(logBytes, max.logBytes),
                (int) clamp(httpCalls, max.httpCalls),
                (int) clamp(responseBytes, max.responseBytes),
                (int) clamp(resultBytes, max.resultBytes));
    }

    private static long clamp(long value, long max) {
        return Math.max(1, Math.min(value, max));
    }
}
