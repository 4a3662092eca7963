package io.countersign.sandbox.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Locale;

/** Processor time of this process and of its children that live; compilers and collectors of all JVMs included. */
record Used(long here, long workers) {
    static Used now() {
        long children = ProcessHandle.current()
                .children()
                .mapToLong(
                        p -> p.info().totalCpuDuration().orElse(Duration.ZERO).toNanos())
                .sum();
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return new Used(system.getProcessCpuTime(), children);
    }

    String since(Used before, int runs) {
        double host = (here - before.here) / 1e6 / runs;
        double inWorkers = (workers - before.workers) / 1e6 / runs;
        return String.format(Locale.ROOT, "%.3f ms host + %.3f ms workers", host, inWorkers);
    }
}
