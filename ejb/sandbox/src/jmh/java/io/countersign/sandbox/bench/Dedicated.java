package io.countersign.sandbox.bench;

import io.countersign.sandbox.CancelToken;
import io.countersign.sandbox.Lease;
import io.countersign.sandbox.RunOutcome;
import io.countersign.sandbox.Sandbox;
import io.countersign.sandbox.SandboxOptions;
import io.countersign.sandbox.Tenant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;

/** A run in a process of its own beside one in a worker that is used again: the first is that of a critical run. */
final class Dedicated {
    private static final long TICK_MILLIS = 10;

    private Dedicated() {}

    /** One after the other, with a pause in which the next process starts: agreed runs come seldom. */
    static void print(int runs) throws Exception {
        Path archives = Files.createTempDirectory("countersign-archives-");
        try (Sandbox sandbox = Sandbox.workers(SandboxOptions.DEFAULT.withArchives(archives))) {
            // until the archives are there
            Thread.sleep(20_000);
            for (boolean dedicated : new boolean[] {false, true, false, true}) {
                for (int i = 0; i < 20; i++) {
                    run(sandbox, dedicated);
                }
                long before = cpuMillis();
                long[] nanos = new long[runs];
                for (int i = 0; i < runs; i++) {
                    Thread.sleep(300);
                    long started = System.nanoTime();
                    run(sandbox, dedicated);
                    nanos[i] = System.nanoTime() - started;
                }
                Thread.sleep(1_000);
                System.out.printf(
                        Locale.ROOT,
                        "%s: CPU %.1f ms a run, all processes; wall %s ms%n",
                        dedicated ? "a process of its own" : "a worker that is used again",
                        (double) (cpuMillis() - before) / runs,
                        Rates.percentiles(nanos, 1e6));
            }
        }
        try (Stream<Path> all = Files.walk(archives)) {
            all.sorted((a, b) -> b.compareTo(a)).forEach(p -> p.toFile().delete());
        }
    }

    private static void run(Sandbox sandbox, boolean dedicated) throws InterruptedException {
        Tenant tenant = Tenant.run("benchmark", dedicated);
        try (Lease lease =
                sandbox.lease(tenant, Rates.TINY, Duration.ofMinutes(1)).orElseThrow()) {
            RunOutcome outcome = lease.run(Rates.spec(Rates.TINY, 10_000, new CancelToken()), new Rates.NoHost());
            if (!(outcome instanceof RunOutcome.Succeeded)) {
                throw new IllegalStateException(outcome.toString());
            }
        }
    }

    /** Of this process, of its children that have ended, and of those that live: Linux's clock ticks. */
    private static long cpuMillis() throws IOException {
        long ticks = ticks(ProcessHandle.current().pid(), 13, 17);
        for (ProcessHandle child : ProcessHandle.current().descendants().toList()) {
            try {
                ticks += ticks(child.pid(), 13, 17);
            } catch (IOException e) {
                // it has ended, and is counted with those
            }
        }
        return ticks * TICK_MILLIS;
    }

    private static long ticks(long pid, int from, int to) throws IOException {
        String stat = Files.readString(Path.of("/proc", String.valueOf(pid), "stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        long sum = 0;
        for (int i = from; i < to; i++) {
            sum += Long.parseLong(fields[i - 2]);
        }
        return sum;
    }
}
