package io.countersign.sandbox.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.countersign.sandbox.Sandbox;
import io.countersign.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What dead servers leave is removed, what living ones have is not. */
class WorkerFoldersTest {
    @TempDir
    Path scratch;

    @Test
    void anotherServersFoldersStayWhileItLivesAndGoWhenItWasKilled() throws Exception {
        Process other = server();
        Path theirs = Path.of(other.inputReader().readLine());
        try (WorkerFolders ours = WorkerFolders.open(scratch)) {
            assertTrue(Files.isDirectory(theirs), "a living server's folder was removed");
            assertTrue(Files.isDirectory(ours.next()));
        }
        Files.writeString(theirs.resolve("left.txt"), "left");
        other.destroyForcibly();
        assertTrue(other.waitFor(30, TimeUnit.SECONDS));
        try (WorkerFolders ours = WorkerFolders.open(scratch)) {
            assertFalse(Files.exists(theirs), "a dead server's folder is still there");
            assertTrue(Files.isDirectory(ours.next()));
        }
        assertEquals(List.of(), left());
    }

    @Test
    void twoOfOneServerLeaveEachOtherAlone() throws IOException {
        try (WorkerFolders first = WorkerFolders.open(scratch)) {
            Path folder = first.next();
            WorkerFolders.open(scratch).close();
            assertTrue(Files.isDirectory(folder));
        }
    }

    @Test
    void whatIsNotOursIsLeftAlone(@TempDir Path elsewhere) throws IOException {
        Path precious = Files.writeString(elsewhere.resolve("precious.txt"), "precious");
        Files.createFile(elsewhere.resolve("lock"));
        Path link = Files.createSymbolicLink(scratch.resolve("countersign-workers-link"), elsewhere);
        Path beginning = Files.createDirectory(scratch.resolve("countersign-workers-beginning"));
        Path linked = Files.createDirectory(scratch.resolve("countersign-workers-linked"));
        Files.createSymbolicLink(linked.resolve("lock"), precious);
        WorkerFolders.open(scratch).close();
        assertTrue(Files.exists(precious));
        assertTrue(Files.exists(beginning), "a server that is about to lock its folder has lost it");
        assertTrue(Files.exists(linked));
        assertTrue(Files.exists(link));
    }

    @Test
    void aSandboxThatWasClosedLeavesNothing() throws IOException {
        SandboxOptions d = SandboxOptions.DEFAULT;
        SandboxOptions here = new SandboxOptions(
                1, 1, d.workerHeapMegabytes(), d.recycleAfterRuns(), null, null, scratch, null, d.required());
        try (Sandbox sandbox = Sandbox.workers(here)) {
            assertEquals(List.of(), sandbox.check(Warm.SOURCE).findings());
        }
        assertEquals(List.of(), left());
    }

    @Test
    void aWorkerThatDoesNotStartLeavesNothing() throws Exception {
        SandboxOptions d = SandboxOptions.DEFAULT;
        SandboxOptions broken = new SandboxOptions(
                1, 1, d.workerHeapMegabytes(), 1, scratch.resolve("no-jdk"), null, scratch, null, d.required());
        WorkerCommand command = new WorkerCommand(broken);
        org.junit.jupiter.api.Assertions.assertThrows(IOException.class, () -> WorkerProcess.start(command, false));
        command.close();
        assertEquals(List.of(), left());
    }

    private List<Path> left() throws IOException {
        try (Stream<Path> all = Files.list(scratch)) {
            return all.toList();
        }
    }

    private Process server() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Other.class.getName(),
                        scratch.toString())
                .start();
    }

    /** A server that waits to be killed, five minutes at most. */
    static final class Other {
        public static void main(String[] args) throws Exception {
            System.out.println(WorkerFolders.open(Path.of(args[0])).next());
            Thread.sleep(300_000);
        }
    }

    /** A script. */
    private static final class Warm {
        static final String SOURCE =
                "import io.countersign.script.*; public class W implements Workflow { public WorkflowResult run(WorkflowContext c) { return WorkflowResult.ok(\"\"); } }";
    }
}
