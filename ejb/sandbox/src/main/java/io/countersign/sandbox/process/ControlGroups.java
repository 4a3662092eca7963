package io.countersign.sandbox.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A control group for each worker, below this process's own: memory and pids of cgroup v1, or one folder of a delegated v2.
 * Groups are named for this process, so that those of one that was killed are found and removed.
 */
final class ControlGroups {
    private static final String PREFIX = "countersign-worker-";
    private static final int REMOVAL_TRIES = 40;
    private static final long REMOVAL_PAUSE_MILLIS = 50;

    private final List<Path> parents;

    private ControlGroups(List<Path> parents) {
        this.parents = parents;
    }

    /** What this process may make; without parents where it may not. */
    static ControlGroups find() {
        ControlGroups own = new ControlGroups(parents());
        if (!own.parents.isEmpty()) {
            own.removeAbandoned();
            String trial = "trial";
            boolean works = own.make(trial, new ProcessLimits(64));
            own.remove(trial);
            if (works) {
                return own;
            }
        }
        return none();
    }

    static ControlGroups none() {
        return new ControlGroups(List.of());
    }

    boolean offered() {
        return !parents.isEmpty();
    }

    private static List<Path> parents() {
        try {
            Map<String, String> own = Files.readAllLines(Path.of("/proc/self/cgroup")).stream()
                    .map(line -> line.split(":", 3))
                    .collect(Collectors.toMap(parts -> parts[1], parts -> parts[2], (a, b) -> a));
            List<String[]> mounts = Files.readAllLines(Path.of("/proc/self/mountinfo")).stream()
                    .map(line -> line.split(" "))
                    .toList();
            List<Path> first = new ArrayList<>();
            for (String controller : List.of("memory", "pids")) {
                parent(own, mounts, controller).ifPresent(first::add);
            }
            return first.size() == 2
                    ? first
                    : parent(own, mounts, "").map(List::of).orElse(List.of());
        } catch (IOException e) {
            return List.of();
        }
    }

    /** The folder of this process's own group: of a v1 controller, or ("") of v2. */
    private static Optional<Path> parent(Map<String, String> own, List<String[]> mounts, String controller) {
        for (String[] mount : mounts) {
            int dash = List.of(mount).indexOf("-");
            boolean second = mount[dash + 1].equals("cgroup2");
            boolean fits = controller.isEmpty()
                    ? second
                    : mount[dash + 1].equals("cgroup")
                            && List.of(mount[dash + 3].split(",")).contains(controller);
            String path = own.entrySet().stream()
                    .filter(e -> controller.isEmpty()
                            ? e.getKey().isEmpty()
                            : List.of(e.getKey().split(",")).contains(controller))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse("");
            if (fits && !path.isEmpty()) {
                String below = path.startsWith(mount[3]) ? path.substring(mount[3].length()) : path;
                Path folder = Path.of(mount[4] + "/" + below).normalize();
                return Files.isDirectory(folder) && folder.toString().matches("[A-Za-z0-9/_.@:-]+")
                        ? Optional.of(folder)
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private List<Path> folders(String name) {
        String full = PREFIX + ProcessHandle.current().pid() + "-" + name;
        return parents.stream().map(parent -> parent.resolve(full)).toList();
    }

    /** The files into which the new process writes its own number, as words for the shell; empty without groups. */
    String entrances(String name) {
        return folders(name).stream()
                .map(folder -> folder.resolve("cgroup.procs").toString())
                .collect(Collectors.joining(" "));
    }

    /** False if the limits could not be set. */
    boolean make(String name, ProcessLimits limits) {
        boolean memory = false;
        boolean pids = false;
        try {
            for (Path folder : folders(name)) {
                Files.createDirectories(folder);
                memory |= memory(folder, limits.bytes());
                set(folder, "memory.swap.max", 0);
                pids |= set(folder, "pids.max", ProcessLimits.THREADS + 16);
            }
        } catch (IOException e) {
            return false;
        }
        return memory && pids;
    }

    /** On v1 the limit with swap is at no time below the one without, whatever both were before. */
    private static boolean memory(Path folder, long bytes) throws IOException {
        if (set(folder, "memory.max", bytes)) {
            return true;
        }
        if (Files.exists(folder.resolve("memory.memsw.limit_in_bytes"))) {
            set(folder, "memory.memsw.limit_in_bytes", Long.MAX_VALUE);
        }
        boolean limited = set(folder, "memory.limit_in_bytes", bytes);
        set(folder, "memory.memsw.limit_in_bytes", bytes);
        return limited;
    }

    private static boolean set(Path folder, String name, long value) throws IOException {
        Path file = folder.resolve(name);
        if (!Files.exists(file)) {
            return false;
        }
        Files.writeString(file, String.valueOf(value));
        return true;
    }

    /** The kernel lets go of a group a moment after its last process. */
    void remove(String name) {
        for (Path folder : folders(name)) {
            remove(folder, REMOVAL_TRIES);
        }
    }

    private static void remove(Path folder, int tries) {
        for (int i = 0; i < tries && Files.exists(folder); i++) {
            try {
                if (i > 0) {
                    Thread.sleep(REMOVAL_PAUSE_MILLIS);
                }
                Files.deleteIfExists(folder);
            } catch (IOException e) {
                // still in use: again
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void removeAbandoned() {
        for (Path parent : parents) {
            try (Stream<Path> all = Files.list(parent)) {
                all.filter(ControlGroups::isAbandoned).forEach(folder -> remove(folder, 1));
            } catch (IOException e) {
                // nothing that could be seen could be removed
            }
        }
    }

    private static boolean isAbandoned(Path folder) {
        String name = folder.getFileName().toString();
        if (!name.matches(PREFIX + "\\d{1,18}-.*")) {
            return false;
        }
        long pid = Long.parseLong(name.substring(PREFIX.length(), name.indexOf('-', PREFIX.length())));
        return ProcessHandle.of(pid).isEmpty();
    }
}
