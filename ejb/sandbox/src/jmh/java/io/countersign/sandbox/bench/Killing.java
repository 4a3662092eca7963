package io.countersign.sandbox.bench;

import io.countersign.sandbox.RunOutcome;
import io.countersign.sandbox.Sandbox;
import io.countersign.sandbox.SandboxOptions;
import java.io.File;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Scripts that never end, and what is left behind by a thousand of them. */
final class Killing {
    private static final long WALL_MILLIS = 100, SHORT_MILLIS = 15;

    private Killing() {}

    static void latency(int loops) throws InterruptedException {
        try (Sandbox sandbox = Sandbox.workers(SandboxOptions.DEFAULT)) {
            Hostile[] kinds = Hostile.values();
            long[] late = new long[loops];
            Map<Hostile, long[]> byKind = new TreeMap<>();
            for (Hostile kind : kinds) {
                byKind.put(kind, new long[loops / kinds.length]);
                ended(Rates.run(sandbox, kind.source(), WALL_MILLIS), kind);
            }
            for (int i = 0; i < loops; i++) {
                Hostile kind = kinds[i % kinds.length];
                while (sandbox.status().idle() == 0) {
                    Thread.sleep(5);
                }
                long started = System.nanoTime();
                ended(Rates.run(sandbox, kind.source(), WALL_MILLIS), kind);
                late[i] = System.nanoTime() - started - WALL_MILLIS * 1_000_000;
                byKind.get(kind)[i / kinds.length] = late[i];
            }
            byKind.forEach((kind, figures) -> System.out.printf(
                    "kill, %s: %s ms after the end of its time%n", kind, Rates.percentiles(figures, 1e6)));
            System.out.printf("kill, all %d: %s ms after the end of its time%n", loops, Rates.percentiles(late, 1e6));
        }
    }

    private static void ended(RunOutcome outcome, Hostile kind) {
        if (!(outcome instanceof RunOutcome.TimedOut)) {
            throw new IllegalStateException(kind + ": " + outcome);
        }
    }

    static void flat(int runs) throws InterruptedException {
        try (Sandbox sandbox = Sandbox.workers(SandboxOptions.DEFAULT)) {
            Hostile[] kinds = Hostile.values();
            int kills = 0;
            int processes = 0;
            System.out.println(
                    "| runs | kills | of them processes | host heap KB | threads | children | open files | folders |");
            System.out.println("|---|---|---|---|---|---|---|---|");
            for (int i = 0; i <= runs; i++) {
                if (i % (runs / 10) == 0) {
                    print(i, kills, processes, sandbox);
                }
                if (i % 10 == 9) {
                    Hostile kind = kinds[kills++ % kinds.length];
                    processes += kind.insideOfTheJdk() ? 1 : 0;
                    ended(Rates.run(sandbox, kind.source(), SHORT_MILLIS), kind);
                } else if (!(Rates.run(sandbox, Rates.TINY, 10_000) instanceof RunOutcome.Succeeded)) {
                    throw new IllegalStateException("a run that did not succeed");
                }
            }
        }
    }

    private static void print(int runs, int kills, int processes, Sandbox sandbox) throws InterruptedException {
        while (sandbox.status().idle() < sandbox.status().size()) {
            Thread.sleep(20);
        }
        // the caches of processes that ended are let go of after a while
        Thread.sleep(500);
        System.gc();
        System.gc();
        String[] open = new File("/proc/self/fd").list();
        File[] servers = new File(System.getProperty("java.io.tmpdir"))
                .listFiles((d, name) -> name.startsWith("countersign-workers-"));
        int folders = 0;
        for (File server : servers == null ? new File[0] : servers) {
            String[] workers = server.list((d, name) -> name.startsWith("worker-"));
            folders += workers == null ? 0 : workers.length;
        }
        System.out.printf(
                Locale.ROOT,
                "| %d | %d | %d | %d | %d | %d | %d | %d |%n",
                runs,
                kills,
                processes,
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1024,
                ManagementFactory.getThreadMXBean().getThreadCount(),
                ProcessHandle.current().children().count(),
                open == null ? -1 : open.length,
                folders);
    }
}
