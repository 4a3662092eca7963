package io.countersign.sandbox.process;

import io.countersign.sandbox.Layer;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a probe told from a worker's place, beside what this process is: the layers that are proven, not hoped for. */
final class Observed {
    private static final int MOST_PROCESSES = 2;

    private final Map<String, String> inside;
    private final Map<String, String> host;

    private Observed(Map<String, String> inside, Map<String, String> host) {
        this.inside = inside;
        this.host = host;
    }

    /** Empty if the probe did not come to its end. */
    static Optional<Observed> of(List<String> lines) {
        if (!lines.contains(BoundaryProbe.END)) {
            return Optional.empty();
        }
        Map<String, String> inside = new LinkedHashMap<>();
        for (String line : lines) {
            int equal = line.indexOf('=');
            if (equal > 0) {
                inside.put(line.substring(0, equal), line.substring(equal + 1));
            }
        }
        return Optional.of(new Observed(inside, Self.read()));
    }

    Set<Layer> layers() {
        Set<Layer> layers = EnumSet.noneOf(Layer.class);
        add(layers, Layer.USER, ownUser());
        add(
                layers,
                Layer.CAPABILITIES,
                List.of("CapInh", "CapPrm", "CapEff", "CapBnd", "CapAmb").stream()
                        .allMatch(set -> told(set).matches("0+")));
        add(layers, Layer.PRIVILEGES, told("NoNewPrivs").equals("1"));
        add(layers, Layer.NETWORK, apart("net"));
        add(
                layers,
                Layer.FILES,
                apart("mnt")
                        && told("sees.host").equals("false")
                        && told("writes").equals("false"));
        add(layers, Layer.PROCESSES, apart("pid") && seen() > 0 && seen() <= MOST_PROCESSES);
        add(layers, Layer.IPC, apart("ipc") && apart("uts"));
        add(layers, Layer.SECCOMP, told("Seccomp").equals("2"));
        add(layers, Layer.LIMITS, limited());
        return layers;
    }

    private static void add(Set<Layer> layers, Layer layer, boolean holds) {
        if (holds) {
            layers.add(layer);
        }
    }

    /** Not root, and neither the server's user in the server's user namespace. */
    private boolean ownUser() {
        boolean another = !told("Uid").equals(host.get("Uid")) && !told("Uid").contains(" 0 ");
        return apart("user") || (another && !told("Uid").isEmpty());
    }

    private boolean limited() {
        return limit("Max processes") <= ProcessLimits.THREADS
                && limit("Max open files") <= ProcessLimits.HANDLES
                && limit("Max core file size") == 0
                && limit("Max file size") == 0
                && limit("Max data size") < Long.MAX_VALUE
                && limit("Max cpu time") < Long.MAX_VALUE;
    }

    private long limit(String name) {
        String value = told("limit." + name);
        return value.matches("\\d{1,18}") ? Long.parseLong(value) : Long.MAX_VALUE;
    }

    private long seen() {
        String value = told("sees.processes");
        return value.matches("\\d{1,9}") ? Long.parseLong(value) : 0;
    }

    private boolean apart(String namespace) {
        String name = "ns." + namespace;
        return !told(name).isEmpty() && !told(name).equals(host.getOrDefault(name, ""));
    }

    private String told(String name) {
        return inside.getOrDefault(name, "");
    }
}
