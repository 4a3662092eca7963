package io.countersign.sandbox.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The processes of one worker: what was started, and what that started on the way to the virtual machine. Asked once when the
 * worker is ready; it cannot become more.
 */
final class ProcessFamily {
    private final List<ProcessHandle> members = new ArrayList<>();

    private ProcessFamily() {}

    static ProcessFamily of(ProcessHandle first) {
        ProcessFamily family = new ProcessFamily();
        family.add(first);
        return family;
    }

    private void add(ProcessHandle member) {
        members.add(member);
        children(member).forEach(this::add);
    }

    /** From the kernel's own list where there is one: to look through all processes takes longer. */
    private static Stream<ProcessHandle> children(ProcessHandle parent) {
        long pid = parent.pid();
        try {
            String all = Files.readString(Path.of("/proc/" + pid + "/task/" + pid + "/children"))
                    .trim();
            return all.isEmpty()
                    ? Stream.empty()
                    : Stream.of(all.split(" ")).flatMap(child -> ProcessHandle.of(Long.parseLong(child)).stream());
        } catch (IOException e) {
            return parent.children();
        }
    }

    /** Processor time of all of them in milliseconds, -1 where the system does not say. */
    long cpuMillis() {
        return members.stream()
                .flatMap(member -> member.info().totalCpuDuration().stream())
                .map(Duration::toMillis)
                .reduce(Long::sum)
                .orElse(-1L);
    }

    /** The virtual machine first. */
    void kill() {
        for (int i = members.size() - 1; i >= 0; i--) {
            members.get(i).destroyForcibly();
        }
    }
}
