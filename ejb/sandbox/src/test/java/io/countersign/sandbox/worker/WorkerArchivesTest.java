package io.countersign.sandbox.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.countersign.sandbox.SandboxOptions;
import io.countersign.sandbox.cli.OtherJdkTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkerArchivesTest {
    @TempDir
    Path home;

    private WorkerCommand command(@Nullable String classPath) throws IOException {
        return command(null, classPath);
    }

    private WorkerCommand command(@Nullable Path javaHome, @Nullable String classPath) throws IOException {
        SandboxOptions d = SandboxOptions.DEFAULT;
        return new WorkerCommand(new SandboxOptions(
                d.workers(),
                d.testWorkers(),
                d.workerHeapMegabytes(),
                d.recycleAfterRuns(),
                javaHome,
                classPath,
                home.resolve("scratch"),
                home.resolve("archives"),
                d.required()));
    }

    private List<Path> folders() throws IOException {
        try (Stream<Path> all = Files.list(home.resolve("archives"))) {
            return all.sorted().toList();
        }
    }

    private static List<String> archiveOptions(WorkerCommand command, boolean compiles) throws IOException {
        return command.line(Path.of("/tmp"), compiles).stream()
                .filter(o -> o.startsWith("-XX:SharedArchiveFile=") || o.startsWith("-XX:AOTCache="))
                .toList();
    }

    @Test
    void workersStartWithoutArchivesAndWithThemOnceTheyAreMade() throws Exception {
        WorkerCommand command = command(null);
        for (boolean compiles : List.of(false, true)) {
            assertEquals(List.of(), archiveOptions(command, compiles));
            startsAndEnds(command, compiles);
        }
        command.makeArchives();
        for (boolean compiles : List.of(false, true)) {
            assertEquals(1, archiveOptions(command, compiles).size());
            startsAndEnds(command, compiles);
        }
        assertEquals(List.of(folders().get(0)), folders(), "nothing half made is left");
    }

    @Test
    void theVirtualMachineTakesTheArchive() throws Exception {
        takesItsArchives(command(null));
    }

    @Test
    void aNewerJdkTakesItsCacheOfLinkedClasses() throws Exception {
        Path newer = OtherJdkTest.newestOther().orElse(null);
        Assumptions.assumeTrue(newer != null, "no other JDK beside this one");
        WorkerCommand command = command(newer, null);
        takesItsArchives(command);
        startsAndEnds(command, false);
    }

    /** A JVM that refuses its archive says so and goes on without it; with {@code on} it would not start. */
    private void takesItsArchives(WorkerCommand command) throws Exception {
        command.makeArchives();
        for (boolean compiles : List.of(false, true)) {
            assertEquals(1, archiveOptions(command, compiles).size());
            List<String> line = command.line(home, compiles).stream()
                    .flatMap(o -> Stream.of(o, required(o)).filter(s -> !s.isEmpty()))
                    .toList();
            ProcessBuilder builder = new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.DISCARD);
            Process process = builder.start();
            assertTrue(process.getInputStream().read() >= 0, "it is ready");
            process.destroyForcibly().waitFor();
        }
    }

    private static String required(String option) {
        if (option.startsWith("-XX:AOTCache=")) {
            return "-XX:AOTMode=on";
        }
        return option.startsWith("-XX:SharedArchiveFile=") ? "-Xshare:on" : "";
    }

    private static void startsAndEnds(WorkerCommand command, boolean compiles) throws IOException {
        WorkerProcess worker = WorkerProcess.start(command, compiles);
        assertTrue(worker.alive());
        worker.kill();
        worker.bury();
        assertFalse(worker.alive());
    }

    @Test
    void anotherClassPathHasAFolderOfItsOwn() throws IOException {
        String own = System.getProperty("java.class.path");
        command(own);
        List<Path> first = folders();
        command(own);
        assertEquals(first, folders());
        Path more = Files.createDirectories(home.resolve("more"));
        Files.writeString(more.resolve("note.txt"), "one more file");
        command(own + java.io.File.pathSeparator + more);
        assertEquals(2, folders().size());
    }

    @Test
    void aFolderThatWasNotUsedForAMonthGoes() throws IOException {
        String own = System.getProperty("java.class.path");
        Path old = Files.createDirectories(home.resolve("archives").resolve("0123456789"));
        Files.writeString(old.resolve("run.jar"), "of an older version");
        command(own);
        assertTrue(Files.exists(old));
        assertTrue(old.toFile().setLastModified(System.currentTimeMillis() - 31L * 24 * 3_600_000));
        command(own);
        assertFalse(Files.exists(old));
        assertNotEquals(List.of(), folders());
    }

    @Test
    void withoutAPlaceForArchivesWorkersStartEvenSo() throws IOException {
        Files.writeString(home.resolve("archives"), "a file where the folder should be");
        startsAndEnds(command(null), false);
    }
}
