package io.countersign.sandbox.process;

import io.countersign.sandbox.Layer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What stands around each worker on this machine. Found once for a server: the strongest way in which a virtual machine really
 * starts, and of its layers those that a probe in a worker's place has seen to hold.
 */
public final class Boundary implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Boundary.class.getName());

    private final Wrapping wrapping;
    private final Set<Layer> layers;
    private final ControlGroups groups;
    private final Path place;
    private final boolean filtered;
    private static final AtomicInteger SERIAL = new AtomicInteger();

    Boundary(Wrapping wrapping, Set<Layer> layers, ControlGroups groups, Path place) {
        this.wrapping = wrapping;
        this.layers = EnumSet.copyOf(layers);
        this.groups = groups;
        this.place = place;
        this.filtered = layers.contains(Layer.SECCOMP);
        if (groups.offered()) {
            this.layers.add(Layer.CGROUP);
        }
    }

    /** Looks for it; takes some tenths of a second. */
    public static Boundary find(WorkerImage image, Path scratch) throws IOException {
        Boundary found = new BoundarySearch(image, scratch).find(true);
        LOG.log(System.Logger.Level.DEBUG, found::told);
        return found;
    }

    /** The layers that hold. */
    public Set<Layer> layers() {
        return EnumSet.copyOf(layers);
    }

    /**
     * Refuses to go on without layers that somebody asked for.
     *
     * @throws IllegalStateException naming each one that is missing, and what would supply it
     */
    public static void require(Set<Layer> required, Set<Layer> holding) {
        List<String> missing = required.stream()
                .filter(layer -> !holding.contains(layer))
                .sorted()
                .map(layer -> layer.word() + " (" + layer.meaning() + "; needs " + layer.supplier() + ")")
                .toList();
        if (!missing.isEmpty()) {
            throw new IllegalStateException("SANDBOX_REQUIRE names layers that sandbox workers do not have here: "
                    + String.join(", ", missing));
        }
    }

    /** The folder that a worker has for temporary files: there is none behind a view of its own. */
    public String temporary(Path folder) {
        return layers.contains(Layer.FILES) ? "/tmp" : folder.toString();
    }

    /**
     * The whole command line of a worker.
     *
     * @param java the virtual machine's own
     * @param megabytes what its memory settings add up to
     * @param name of the worker, for {@link #gone}
     */
    public List<String> around(List<String> java, int megabytes, String name) throws IOException {
        ProcessLimits limits = new ProcessLimits(megabytes);
        String entrances = "";
        if (groups.offered()) {
            if (!groups.make(name, limits)) {
                throw new IOException("the control group of worker " + name + " could not be made");
            }
            entrances = groups.entrances(name);
        }
        List<String> line = wrapping.around(java, limits, SERIAL.incrementAndGet());
        return filtered || !entrances.isEmpty() ? behindShell(line, filtered ? filter(place) : null, entrances) : line;
    }

    /** The shell joins the groups, opens the filter, and becomes the command. */
    static List<String> behindShell(
            List<String> line, @org.jspecify.annotations.Nullable Path filter, String entrances) {
        String open = filter == null ? "shift 2; " : "exec 9<\"$2\" || exit 97; shift 2; ";
        List<String> whole = new ArrayList<>(List.of(
                "/bin/sh",
                "-c",
                "for group in $1; do echo $$ >\"$group\" || exit 97; done; " + open + "exec \"$@\"",
                "worker",
                entrances,
                String.valueOf(filter)));
        whole.addAll(line);
        return whole;
    }

    static Path filter(Path place) {
        return place.resolve("seccomp.bpf");
    }

    /** A worker has ended: what it left with the system goes. */
    public void gone(String name) {
        groups.remove(name);
    }

    private String told() {
        return Layer.described(layers);
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(filter(place));
            Files.deleteIfExists(place);
        } catch (IOException e) {
            place.toFile().deleteOnExit();
        }
    }
}
