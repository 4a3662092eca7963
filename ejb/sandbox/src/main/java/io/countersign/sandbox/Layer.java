package io.countersign.sandbox;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** One thing that the operating system does around a worker. Settings, status, health and metrics call it by {@link #word}. */
public enum Layer {
    USER("a user or a user namespace of its own", "bubblewrap with root's rights or user namespaces"),
    CAPABILITIES("no capability, now or ever", "bubblewrap, or setpriv as root"),
    PRIVILEGES("no new privileges by starting a program", "bubblewrap or setpriv"),
    NETWORK("a network namespace without interfaces", "bubblewrap or unshare, with root's rights or user namespaces"),
    FILES("the JDK and our jars, read-only, and no other file", "bubblewrap with root's rights or user namespaces"),
    PROCESSES("no other process in sight", "bubblewrap or unshare, with root's rights or user namespaces"),
    IPC(
            "System V IPC, message queues and host name of its own",
            "bubblewrap or unshare, with root's rights or user namespaces"),
    SECCOMP("only the system calls that a JVM needs", "bubblewrap, on x86-64 or AArch64"),
    LIMITS(
            "limits of memory, threads, handles, file sizes and processor time",
            "prlimit, on Linux 5.14 or newer or as root"),
    CGROUP(
            "memory and threads limited by a control group",
            "root on cgroup v1, or a delegated cgroup v2 whose subtree_control has memory and pids");

    private final String meaning;
    private final String supplier;

    Layer(String meaning, String supplier) {
        this.meaning = meaning;
        this.supplier = supplier;
    }

    /** As settings and figures name it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What it gives. */
    public String meaning() {
        return meaning;
    }

    /** What a machine needs for it. */
    public String supplier() {
        return supplier;
    }

    /**
     * A setting's list, such as {@code network, files}; blank is none.
     *
     * @throws IllegalArgumentException naming the word that is no layer, and all that are
     */
    public static Set<Layer> list(String words) {
        Set<Layer> named = EnumSet.noneOf(Layer.class);
        for (String word : words.split(",")) {
            String wanted = word.trim().toLowerCase(Locale.ROOT);
            if (!wanted.isEmpty()) {
                named.add(Arrays.stream(values())
                        .filter(layer -> layer.word().equals(wanted))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException(
                                "there is no layer " + wanted + "; it may name " + words(EnumSet.allOf(Layer.class)))));
            }
        }
        return named;
    }

    /** The words, in their order. */
    public static String words(Set<Layer> layers) {
        return layers.stream().sorted().map(Layer::word).collect(Collectors.joining(","));
    }

    /** Which layers hold and which are missing, in one line. */
    public static String described(Set<Layer> layers) {
        Set<Layer> missing = EnumSet.allOf(Layer.class);
        missing.removeAll(layers);
        return "Sandbox workers have these layers around them: "
                + (layers.isEmpty() ? "none" : words(layers))
                + ". Missing: "
                + (missing.isEmpty() ? "none" : words(missing))
                + ". Landlock is not used.";
    }
}
