package io.countersign.sandbox.worker;

import io.countersign.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What it costs until a worker is ready: processor time of its process, all threads, user and system. */
public final class StartCost {
    private StartCost() {}

    /** Interleaved, so that each of them meets the same moods of the machine. */
    public static void print(int starts) throws Exception {
        Path home = Files.createTempDirectory("countersign-archives-");
        WorkerCommand plain = new WorkerCommand(SandboxOptions.DEFAULT);
        WorkerCommand archived = new WorkerCommand(SandboxOptions.DEFAULT.withArchives(home));
        archived.makeArchives();
        String[] names = {
            "a JVM that does nothing", "run, plain", "run, archived", "compile, plain", "compile, archived"
        };
        double[][] cpu = new double[names.length][starts];
        double[][] wall = new double[names.length][starts];
        for (int i = 0; i < starts; i++) {
            for (int kind = 0; kind < names.length; kind++) {
                long began = System.nanoTime();
                cpu[kind][i] = kind == 0 ? nothing() : started(kind % 2 == 1 ? plain : archived, kind > 2);
                wall[kind][i] = (System.nanoTime() - began) / 1e6;
            }
        }
        double floor = median(cpu[0]);
        System.out.println("| start of | CPU ms | of a JVM that does nothing | wall ms |");
        System.out.println("|---|---|---|---|");
        for (int kind = 0; kind < names.length; kind++) {
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %.0f | %.2f | %.0f |%n",
                    names[kind],
                    median(cpu[kind]),
                    median(cpu[kind]) / floor,
                    median(wall[kind]));
        }
        try (Stream<Path> all = Files.walk(home)) {
            all.sorted((a, b) -> b.compareTo(a)).forEach(p -> p.toFile().delete());
        }
    }

    private static double started(WorkerCommand command, boolean compiles) throws IOException {
        WorkerProcess worker = WorkerProcess.start(command, compiles);
        double cpu = cpuMillis(worker.pid());
        worker.kill();
        worker.bury();
        return cpu;
    }

    /** Its launcher alone, so to speak: what any JVM of the same options costs. */
    private static double nothing() throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx96m",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-Xlog:disable",
                "-cp",
                System.getProperty("java.class.path"),
                Nothing.class.getName()));
        Process process = new ProcessBuilder(line).start();
        process.getInputStream().read();
        double cpu = cpuMillis(process.pid());
        process.destroyForcibly().waitFor();
        return cpu;
    }

    /** Of a process and of what it started: behind its boundary the JVM is a grandchild of ours. */
    private static double cpuMillis(long pid) throws IOException {
        double millis = ownCpuMillis(pid);
        for (ProcessHandle below :
                ProcessHandle.of(pid).orElseThrow().descendants().toList()) {
            millis += ownCpuMillis(below.pid());
        }
        return millis;
    }

    /** In nanoseconds by thread in Linux's schedstat; the process's own clock ticks only every ten milliseconds. */
    private static double ownCpuMillis(long pid) throws IOException {
        double nanos = 0;
        try (Stream<Path> threads = Files.list(Path.of("/proc", String.valueOf(pid), "task"))) {
            for (Path thread : threads.toList()) {
                nanos += Double.parseDouble(
                        Files.readString(thread.resolve("schedstat")).split(" ")[0]);
            }
        }
        return nanos / 1e6;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /** Says that it is there and waits. */
    public static final class Nothing {
        private Nothing() {}

        public static void main(String[] args) throws IOException {
            System.out.write(1);
            System.out.flush();
            System.in.read();
        }
    }
}
