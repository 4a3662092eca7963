package io.countersign.sandbox.bench;

import io.countersign.sandbox.CancelToken;
import io.countersign.sandbox.Host;
import io.countersign.sandbox.HttpCall;
import io.countersign.sandbox.HttpRecord;
import io.countersign.sandbox.HttpReply;
import io.countersign.sandbox.IndicatorData;
import io.countersign.sandbox.IntegrationReply;
import io.countersign.sandbox.Limits;
import io.countersign.sandbox.LogLine;
import io.countersign.sandbox.RunOutcome;
import io.countersign.sandbox.RunSpec;
import io.countersign.sandbox.Sandbox;
import io.countersign.sandbox.SandboxOptions;
import io.countersign.sandbox.worker.StartCost;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The sandbox as a whole: from source to first instruction, a cached run, a kill, and ten thousand runs on end. */
public final class Rates {
    static final String TINY = "import io.countersign.script.*; public class Tiny implements Workflow {"
            + " public WorkflowResult run(WorkflowContext ctx) { return WorkflowResult.ok(ctx.indicator().value()); } }";

    private static final int WARM_RUNS = 2_000;

    private Rates() {}

    public static void main(String[] args) throws Exception {
        List<String> parts = List.of(
                System.getProperty("parts", "compile,dispatch,kills,flat").split(","));
        System.out.printf(
                "JDK %s, %d processors%n",
                Runtime.version(), Runtime.getRuntime().availableProcessors());
        if (parts.contains("starts")) {
            StartCost.print(Integer.getInteger("starts", 15));
        }
        if (parts.contains("dedicated")) {
            Dedicated.print(Integer.getInteger("runs", 50));
        }
        if (parts.contains("compile")) {
            Compiling.here();
            Compiling.inWorkers();
        }
        if (parts.contains("dispatch")) {
            dispatch(Integer.getInteger("runs", 20_000));
        }
        if (parts.contains("kills")) {
            Killing.latency(500);
        }
        if (parts.contains("flat")) {
            Killing.flat(Integer.getInteger("runs", 10_000));
        }
        System.exit(0);
    }

    private static void dispatch(int runs) {
        try (Sandbox sandbox = Sandbox.workers(SandboxOptions.DEFAULT.withWorkers(1, 96))) {
            long[] nanos = timed(sandbox, runs);
            System.out.printf(
                    "a cached run in a worker: %s µs wall, one caller, one worker, replaced every 5,000 runs%n",
                    percentiles(nanos, 1_000));
        }
        SandboxOptions d = SandboxOptions.DEFAULT;
        try (Sandbox sandbox =
                Sandbox.workers(d.withWorkers(1, d.workerHeapMegabytes()).withRecycleAfterRuns(Integer.MAX_VALUE))) {
            timed(sandbox, 5_000);
            Used before = Used.now();
            long[] nanos = timed(sandbox, runs);
            System.out.printf(
                    "the same, never replaced: %s µs wall; CPU a run %s%n",
                    percentiles(nanos, 1_000), Used.now().since(before, runs + WARM_RUNS));
        }
    }

    private static long[] timed(Sandbox sandbox, int runs) {
        long[] nanos = new long[runs];
        for (int i = -WARM_RUNS; i < runs; i++) {
            long started = System.nanoTime();
            run(sandbox, TINY, 10_000);
            if (i >= 0) {
                nanos[i] = System.nanoTime() - started;
            }
        }
        return nanos;
    }

    static RunOutcome run(Sandbox sandbox, String source, long wallMillis) {
        return sandbox.run(spec(source, wallMillis, new CancelToken()), new NoHost());
    }

    static RunSpec spec(String source, long wallMillis, CancelToken cancel) {
        return new RunSpec(
                source,
                "benchmark",
                IndicatorData.of("ip", "203.0.113.9"),
                null,
                Map.of(),
                Map.of(),
                Set.of(),
                limits(wallMillis),
                cancel);
    }

    /** Nothing but time runs out. */
    private static Limits limits(long wallMillis) {
        Limits l = Limits.DEFAULT;
        return new Limits(
                wallMillis,
                Limits.MAXIMUM.steps(),
                Limits.MAXIMUM.allocatedBytes(),
                l.depth(),
                l.logBytes(),
                l.httpCalls(),
                l.responseBytes(),
                l.resultBytes());
    }

    /** Median, 90th, 99th percentile and the worst. */
    static String percentiles(long[] nanos, double unit) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return String.format(
                Locale.ROOT,
                "p50 %.1f, p90 %.1f, p99 %.1f, worst %.1f",
                at(sorted, 0.5) / unit,
                at(sorted, 0.9) / unit,
                at(sorted, 0.99) / unit,
                sorted[sorted.length - 1] / unit);
    }

    private static double at(long[] sorted, double part) {
        return sorted[(int) Math.min(sorted.length - 1, Math.ceil(part * sorted.length) - 1)];
    }

    static final class NoHost implements Host {
        @Override
        public HttpReply http(HttpCall call) {
            throw new IllegalStateException("nothing is sent");
        }

        @Override
        public void log(LogLine line) {
            throw new IllegalStateException("nothing is logged");
        }

        @Override
        public void called(HttpRecord record) {
            throw new IllegalStateException("nothing is sent");
        }

        @Override
        public IntegrationReply integration(String name, String operation, Map<String, Object> args) {
            throw new IllegalStateException("nothing is asked for");
        }
    }

    static String resource(String path) throws IOException {
        try (var in = Rates.class.getResourceAsStream(path)) {
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
    }
}
