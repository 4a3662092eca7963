package io.countersign.sandbox.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

/** Runs in a worker's place once, before there are any, and prints what it finds itself in: one {@code name=value} a line. */
public final class BoundaryProbe {
    /** The last line: a probe that was cut short proves nothing. */
    static final String END = "end=true";

    private BoundaryProbe() {}

    /** The arguments: a folder of the host that a worker must not see, then every place that it has its classes from. */
    public static void main(String[] args) {
        if (!Arrays.stream(args).skip(1).map(Path::of).allMatch(BoundaryProbe::readable)) {
            return;
        }
        StringBuilder out = new StringBuilder();
        Self.read().forEach((name, value) -> line(out, name, value));
        line(out, "sees.host", String.valueOf(Files.exists(Path.of(args[0]))));
        line(out, "sees.processes", String.valueOf(processes()));
        line(out, "writes", String.valueOf(Files.isWritable(Path.of("/")) || Files.isWritable(Path.of("/tmp"))));
        System.out.println(out + END);
    }

    private static void line(StringBuilder out, String name, String value) {
        out.append(name).append('=').append(value).append('\n');
    }

    /** A user of its own may start a virtual machine, and still not reach jars below somebody's home. */
    private static boolean readable(Path place) {
        return Files.isReadable(place) && (!Files.isDirectory(place) || Files.isExecutable(place));
    }

    private static long processes() {
        try (Stream<Path> all = Files.list(Path.of("/proc"))) {
            return all.filter(path -> path.getFileName().toString().matches("\\d+"))
                    .count();
        } catch (IOException e) {
            return 0;
        }
    }
}
