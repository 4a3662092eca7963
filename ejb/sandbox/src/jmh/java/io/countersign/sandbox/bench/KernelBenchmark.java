package io.countersign.sandbox.bench;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** One kernel in one engine. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class KernelBenchmark {
    @Param({"Loop", "Array", "Text", "Counts", "Sort", "Recursion", "Json", "Regex"})
    public String kernel;

    @Param({"PLAIN", "COUNTERSIGN"})
    public String engine;

    private Kernel loaded;

    @Setup
    public void load() throws Exception {
        loaded = Engine.valueOf(engine).checked(kernel);
    }

    @Benchmark
    public String run(Processor processor) throws Exception {
        processor.runs++;
        return loaded.run();
    }

    /** Processor time of the thread and of the collector: on a busy machine it says more than the clock. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Processor {
        private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

        public long runs;
        public long nanos;
        private long before;

        @Setup(Level.Iteration)
        public void start() {
            before = used();
        }

        @TearDown(Level.Iteration)
        public void stop() {
            nanos = used() - before;
        }

        private static long used() {
            long collected = 0;
            for (GarbageCollectorMXBean c : ManagementFactory.getGarbageCollectorMXBeans()) {
                collected += c.getCollectionTime();
            }
            return THREADS.getCurrentThreadCpuTime() + TimeUnit.MILLISECONDS.toNanos(collected);
        }
    }
}
