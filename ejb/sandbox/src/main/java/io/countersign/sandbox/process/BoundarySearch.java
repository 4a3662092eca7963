package io.countersign.sandbox.process;

import io.countersign.sandbox.Layer;
import io.countersign.sandbox.process.Bubblewrap.Mode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tries the ways to start a worker, the strongest first, each with the real virtual machine and its real settings. */
final class BoundarySearch {
    private static final int PROBE_MEGABYTES = 640;

    private final WorkerImage image;
    private final Path place;
    private final boolean root = Self.isRoot();
    private final Optional<Processor> processor = Processor.here();

    BoundarySearch(WorkerImage image, Path scratch) throws IOException {
        this.image = image;
        this.place = Files.createTempDirectory(scratch, "countersign-boundary-");
    }

    /** The last one always works, or no worker could start at all. */
    Boundary find(boolean withBubblewrap) throws IOException {
        if (!Files.isReadable(Path.of("/proc/self/status"))) {
            return new Boundary(PlainTools.none(), EnumSet.noneOf(Layer.class), ControlGroups.none(), place);
        }
        if (withBubblewrap) {
            for (Bubblewrap way : bubblewraps()) {
                if (way.filter()) {
                    Files.write(
                            Boundary.filter(place),
                            SeccompFilter.program(processor.orElseThrow(), way.mode() != Mode.USER_NAMESPACE));
                }
                Optional<Set<Layer>> layers = tryOut(way, way.filter());
                if (layers.isPresent()) {
                    return new Boundary(way, layers.get(), ControlGroups.find(), place);
                }
            }
        }
        return plain();
    }

    private Boundary plain() {
        PlainTools best = PlainTools.none();
        Set<Layer> layers = tryOut(best, false).orElse(EnumSet.noneOf(Layer.class));
        for (int stage = 0; stage < best.stages(root).size(); stage++) {
            for (PlainTools way : best.stages(root).get(stage)) {
                Optional<Set<Layer>> more = tryOut(way, false);
                if (more.isPresent()) {
                    best = way;
                    layers = more.get();
                    break;
                }
            }
        }
        return new Boundary(best, layers, ControlGroups.find(), place);
    }

    private List<Bubblewrap> bubblewraps() throws IOException {
        Optional<Path> bwrap = Tools.find("bwrap");
        Optional<Path> prlimit = Tools.find("prlimit");
        Optional<Path> setpriv = Tools.find("setpriv");
        List<Bubblewrap> ways = new ArrayList<>();
        if (bwrap.isEmpty() || prlimit.isEmpty() || setpriv.isEmpty()) {
            return ways;
        }
        List<Path> programs = root ? List.of(prlimit.get(), setpriv.get()) : List.of(prlimit.get());
        List<Mode> modes = root ? List.of(Mode.values()) : List.of(Mode.USER_NAMESPACE);
        List<List<Path>> views = List.of(image.libraries(programs), WorkerImage.allLibraries());
        for (boolean threads : new boolean[] {true, false}) {
            for (Mode mode : modes) {
                for (List<Path> libraries : views) {
                    List<Path> files = new ArrayList<>(image.files());
                    files.addAll(programs);
                    files.addAll(libraries);
                    ways.add(new Bubblewrap(
                            bwrap.get(),
                            prlimit.get(),
                            setpriv.get(),
                            Bubblewrap.view(files),
                            mode,
                            threads,
                            processor.isPresent()));
                }
            }
        }
        return ways;
    }

    /** The layers that hold, or empty if no virtual machine starts this way. */
    private Optional<Set<Layer>> tryOut(Wrapping way, boolean filtered) {
        List<String> java = new ArrayList<>(List.of(
                image.java().toString(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-XX:-UsePerfData",
                "-XX:MaxMetaspaceSize=128m",
                "-cp",
                image.classPath(),
                BoundaryProbe.class.getName(),
                place.toString()));
        image.classes().forEach(file -> java.add(file.toString()));
        List<String> line = way.around(java, new ProcessLimits(PROBE_MEGABYTES), 0);
        return Tools.output(filtered ? Boundary.behindShell(line, Boundary.filter(place), "") : line)
                .flatMap(Observed::of)
                .map(Observed::layers);
    }
}
