package io.countersign.sandbox.bench;

import java.io.File;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs kernels in engines, one fork after the other so that a kernel's engines are neighbours in time, and prints what each
 * costs in terms of plain Java.
 *
 * <p>System properties: {@code kernels}, {@code engines} (comma separated), {@code forks}, {@code warm}, {@code measure}
 * (one-second iterations).
 */
public final class SandboxBenchmark {
    private static final String[] KERNELS = {"Loop", "Array", "Text", "Counts", "Sort", "Recursion", "Json", "Regex"};

    private SandboxBenchmark() {}

    public static void main(String[] args) throws RunnerException {
        String[] kernels = chosen("kernels", KERNELS);
        String[] engines =
                chosen("engines", Stream.of(Engine.values()).map(Enum::name).toArray(String[]::new));
        Table table = new Table(List.of(engines));
        System.out.printf("JDK %s, %s%n", Runtime.version(), String.join(" ", arguments(engines[0])));
        for (String kernel : kernels) {
            for (String engine : engines) {
                table.add(kernel, engine, measured(kernel, engine));
            }
            System.out.println(table.row(kernel));
        }
        System.out.println();
        System.out.println(table);
    }

    private static String[] chosen(String property, String[] all) {
        String text = System.getProperty(property);
        return text == null ? all : text.split(",");
    }

    /** Microseconds of processor time a run, one figure an iteration; empty if the engine cannot. */
    private static List<Double> measured(String kernel, String engine) throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(KernelBenchmark.class.getSimpleName() + ".run")
                .param("kernel", kernel)
                .param("engine", engine)
                .forks(Integer.getInteger("forks", 2))
                .warmupIterations(Integer.getInteger("warm", 5))
                .measurementIterations(Integer.getInteger("measure", 5))
                .warmupTime(TimeValue.seconds(1))
                .measurementTime(TimeValue.seconds(1))
                .jvmArgs(arguments(engine).toArray(String[]::new))
                .verbosity(Boolean.getBoolean("verbose") ? VerboseMode.NORMAL : VerboseMode.SILENT);
        Collection<RunResult> results = new Runner(options.build()).run();
        List<Double> micros = new ArrayList<>();
        for (RunResult result : results) {
            for (BenchmarkResult fork : result.getBenchmarkResults()) {
                for (IterationResult one : fork.getIterationResults()) {
                    var counters = one.getSecondaryResults();
                    micros.add(counters.get("nanos").getScore()
                            / counters.get("runs").getScore()
                            / 1_000);
                }
            }
        }
        System.out.printf(Locale.ROOT, "%-10s %-15s %s%n", kernel, engine, Table.figure(micros));
        return micros;
    }

    private static List<String> arguments(String engine) {
        List<String> arguments = new ArrayList<>(List.of(
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-Djmh.executor=CUSTOM",
                "-Djmh.executor.class=" + ScriptThreads.class.getName()));
        if (engine.startsWith("GROOVY")) {
            arguments.add("--add-opens=java.base/java.lang=ALL-UNNAMED");
        }
        if (engine.equals("GRAALJS") && compiler() != null) {
            arguments.addAll(List.of(
                    "-XX:+UnlockExperimentalVMOptions", "-XX:+EnableJVMCI", "--upgrade-module-path=" + compiler()));
        }
        return arguments;
    }

    /** Graal's compiler as modules, if this JDK is one that the artifacts are made for. */
    private static String compiler() {
        List<String> modules = Arrays.stream(
                        System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(p -> p.contains("org" + File.separator + "graalvm") && p.endsWith(".jar"))
                .toList();
        boolean there = modules.stream()
                .anyMatch(p -> p.contains(File.separator + "org" + File.separator + "graalvm" + File.separator
                        + "compiler" + File.separator));
        return there ? String.join(File.pathSeparator, modules) : null;
    }
}
