package io.countersign.sandbox.http;

import io.countersign.sandbox.HttpFailure;
import io.countersign.sandbox.HttpReply;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** When a try is worth another, and how long to wait before it. */
public final class HttpRetry {
    private static final Set<String> SAFE_TO_REPEAT = Set.of("GET", "HEAD", "PUT", "DELETE");
    private static final Set<Integer> PASSING = Set.of(429, 502, 503, 504);
    private static final long FIRST_WAIT = 250;
    private static final long LONGEST_WAIT = 60_000;

    private HttpRetry() {}

    /** Whether an answer of that status may be asked for again. */
    public static boolean after(String method, int status) {
        return SAFE_TO_REPEAT.contains(method) && PASSING.contains(status);
    }

    /** Whether a failure may be tried again: only if nothing can have arrived. */
    public static boolean after(HttpFailure failure) {
        return failure.kind() == HttpFailure.Kind.CONNECT || failure.kind() == HttpFailure.Kind.DNS;
    }

    /** Milliseconds before the n-th further try, n from 1, when no answer says otherwise. */
    public static long waitMillis(int n) {
        return Math.min(LONGEST_WAIT, FIRST_WAIT << Math.min(n - 1, 10));
    }

    /** Milliseconds before the n-th further try after an answer; Retry-After in seconds counts with 429 and 503. */
    public static long waitMillis(int n, HttpReply reply) {
        for (Map.Entry<String, List<String>> h : reply.headers().entrySet()) {
            boolean says =
                    h.getKey().equalsIgnoreCase("Retry-After") && !h.getValue().isEmpty();
            if (says && h.getValue().get(0).strip().matches("\\d{1,6}")) {
                return Math.min(3_600_000, Long.parseLong(h.getValue().get(0).strip()) * 1_000);
            }
        }
        return waitMillis(n);
    }
}
