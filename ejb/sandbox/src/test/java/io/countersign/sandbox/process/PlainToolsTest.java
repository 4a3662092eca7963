package io.countersign.sandbox.process;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.countersign.sandbox.Layer;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workers on a machine that has no bubblewrap. */
class PlainToolsTest {
    @TempDir
    Path scratch;

    @BeforeEach
    void aMachineWithTheTools() {
        assumeTrue(Files.isReadable(Path.of("/proc/self/status")));
    }

    @Test
    void aUserOfItsOwnIsGivenUpWhereItCannotReadTheClasses() throws IOException {
        Path closed = Files.createDirectory(
                scratch.resolve("closed"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Path jar = Files.createFile(closed.resolve("library.jar"));
        try (Boundary boundary = boundary(jar)) {
            assertTrue(reads(boundary, jar), "a worker must reach its classes");
        }
    }

    @Test
    void rootGivesEachWorkerAUserOfItsOwnWhereTheClassesCanBeRead() throws IOException {
        assumeTrue(Self.isRoot() && Tools.find("setpriv").isPresent());
        Path open = Files.createDirectory(scratch.resolve("open"));
        Files.setPosixFilePermissions(scratch, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path jar = Files.createFile(open.resolve("library.jar"));
        Files.setPosixFilePermissions(jar, PosixFilePermissions.fromString("rw-r--r--"));
        assumeTrue(everyoneReaches(probe()));
        try (Boundary boundary = boundary(jar)) {
            assertTrue(boundary.layers().contains(Layer.USER), () -> "layers: " + boundary.layers());
            assertTrue(reads(boundary, jar));
        }
    }

    private Boundary boundary(Path jar) throws IOException {
        return new BoundarySearch(new WorkerImage(javaHome(), classPath(jar), null, List.of()), scratch).find(false);
    }

    private static boolean reads(Boundary boundary, Path jar) throws IOException {
        try {
            return Tools.output(boundary.around(List.of("/bin/cat", jar.toString()), 640, "reads"))
                    .isPresent();
        } finally {
            boundary.gone("reads");
        }
    }

    /** As in a checkout below a home that others may not enter. */
    private static boolean everyoneReaches(Path folder) throws IOException {
        for (Path place = folder; place != null; place = place.getParent()) {
            if (!Files.getPosixFilePermissions(place).contains(PosixFilePermission.OTHERS_EXECUTE)) {
                return false;
            }
        }
        return true;
    }

    private static Path probe() {
        return Path.of(BoundaryProbe.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath());
    }

    private static Path javaHome() {
        return Path.of(System.getProperty("java.home"));
    }

    private static String classPath(Path jar) {
        return probe() + File.pathSeparator + jar;
    }
}
