package io.countersign.sandbox.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.countersign.sandbox.Layer;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Attackers in a worker's place: a Java program and, for what only native code can ask for, Perl, which every Debian has. Once
 * with root's rights and once as an ordinary user. A machine without bubblewrap, Perl or user namespaces cannot tell, and says so.
 */
class HostileProcessTest {
    private static final String ORDINARY = "65534";

    /** In the environment of the server's place. */
    static final String SECRET = "SECRET_OF_THE_SERVER";

    private Path place;

    @BeforeEach
    void copyClasses() throws IOException {
        assumeTrue(Tools.find("bwrap").isPresent(), "bubblewrap is not installed: apt-get install bubblewrap");
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/perl")), "there is no /usr/bin/perl");
        place = Files.createTempDirectory("hostile");
        // an ordinary user reads neither a checkout nor a local repository of root's
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (entry.endsWith("classes") || entry.contains("jspecify")) {
                copy(Path.of(entry), place.resolve("classes"));
            }
        }
        open(place, true);
    }

    @AfterEach
    void remove() throws IOException {
        if (place != null) {
            try (Stream<Path> all = Files.walk(place)) {
                all.sorted((a, b) -> b.compareTo(a))
                        .forEach(path -> path.toFile().delete());
            }
        }
    }

    @Test
    void anAttackerReachesNothingFromAServerOfRoots() throws Exception {
        assumeTrue(Self.isRoot(), "this build is not root's, so that only the ordinary user's half can be tried");
        Set<Layer> layers = attack(List.of());
        Set<Layer> missing = EnumSet.complementOf(EnumSet.copyOf(layers));
        // a control group is root's to make only where the machine's groups are mounted for writing
        missing.remove(Layer.CGROUP);
        assertEquals(Set.of(), missing);
    }

    @Test
    void anAttackerReachesNothingFromAServerOfAnOrdinaryUsers() throws Exception {
        List<String> user = Self.isRoot()
                ? List.of("setpriv", "--reuid=" + ORDINARY, "--regid=" + ORDINARY, "--clear-groups")
                : List.of();
        List<String> probe = new ArrayList<>(user);
        probe.addAll(List.of("unshare", "--user", "--net", "true"));
        probe.set(0, Tools.find(probe.get(0)).orElseThrow().toString());
        assumeTrue(Tools.output(probe).isPresent(), "this machine gives ordinary users no user namespaces");
        Set<Layer> missing = EnumSet.complementOf(EnumSet.copyOf(attack(user)));
        missing.remove(Layer.CGROUP);
        assertEquals(Set.of(), missing);
    }

    /** The layers that held; fails if anything got through them. */
    private Set<Layer> attack(List<String> user) throws Exception {
        List<String> line = new ArrayList<>(user);
        Path scratch = Files.createDirectories(place.resolve("scratch"));
        open(scratch, false);
        line.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                place.resolve("classes").toString(),
                HostileHost.class.getName(),
                scratch.toString()));
        ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
        builder.environment().put(SECRET, "in sight");
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(5, TimeUnit.SECONDS), "ends");
        List<String> broken = said.lines().filter(l -> l.contains("BROKEN")).toList();
        assertEquals(List.of(), broken, said);
        assertTrue(said.endsWith("end\n"), said);
        for (String pid : line(said, "abandoned ").split(" ")) {
            Optional<ProcessHandle> left = ProcessHandle.of(Long.parseLong(pid));
            if (left.isPresent()) {
                left.get().onExit().get(10, TimeUnit.SECONDS);
            }
        }
        return Layer.list(line(said, "layers "));
    }

    private static String line(String said, String start) {
        return said.lines()
                .filter(l -> l.startsWith(start))
                .findFirst()
                .orElseThrow(() -> new AssertionError(said))
                .substring(start.length());
    }

    private static void copy(Path from, Path to) throws IOException {
        if (Files.isRegularFile(from)) {
            return;
        }
        try (Stream<Path> all = Files.walk(from)) {
            for (Path source : all.filter(p ->
                            p.toString().matches(".*/sandbox/(process/.*|Layer\\.class)") && Files.isRegularFile(p))
                    .toList()) {
                Path target = to.resolve(from.relativize(source).toString());
                Files.createDirectories(target.getParent());
                Files.copy(source, target);
            }
        }
    }

    private static void open(Path top, boolean below) throws IOException {
        try (Stream<Path> all = below ? Files.walk(top) : Stream.of(top)) {
            for (Path path : all.toList()) {
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(below ? "rwxr-xr-x" : "rwxrwxrwx"));
            }
        }
    }
}
