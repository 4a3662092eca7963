package io.countersign.sandbox.worker;

import io.countersign.sandbox.SandboxOptions;
import io.countersign.sandbox.guard.Overflows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The command line of a worker. */
public final class WorkerCommand {
    private static final System.Logger LOG = System.getLogger(WorkerCommand.class.getName());
    private static final int COMPILER_MEGABYTES = 256;

    private final SandboxOptions options;
    private final Path javaHome;
    private final String classPath;
    private final WorkerFolders folders;
    private final List<String> hardening;
    private final @Nullable WorkerArchives archives;

    public WorkerCommand(SandboxOptions options) throws IOException {
        this.options = options;
        this.javaHome = options.javaHome() == null ? Path.of(System.getProperty("java.home")) : options.javaHome();
        Path scratch = options.scratch() == null ? Path.of(System.getProperty("java.io.tmpdir")) : options.scratch();
        Files.createDirectories(scratch);
        this.folders = WorkerFolders.open(scratch);
        String configured = System.getProperty("countersign.sandbox.classpath");
        this.classPath = options.classPath() != null
                ? options.classPath()
                : configured != null ? configured : WorkerClassPath.find(scratch);
        this.archives = archives();
        this.hardening = Hardening.find();
    }

    /** A folder that cannot be written makes workers slower to start, and nothing else. */
    private @Nullable WorkerArchives archives() {
        String configured = System.getProperty("countersign.sandbox.archives");
        Path home = configured == null ? options.archives() : Path.of(configured);
        if (home == null) {
            return null;
        }
        try {
            return WorkerArchives.open(home, javaHome, classPath);
        } catch (IOException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "Sandbox workers start more slowly: their classes cannot be kept in " + home,
                    e);
            return null;
        }
    }

    /** Where its workers have their folders; closed after them. */
    public WorkerFolders folders() {
        return folders;
    }

    /** Makes the class data archives that are missing; takes seconds, once for each JDK and version of this program. */
    public void makeArchives() {
        WorkerArchives into = archives;
        if (into == null) {
            return;
        }
        try {
            for (boolean compiles : List.of(false, true)) {
                into.make(compiles, java(folders.next(), compiles));
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.INFO, "No class data archives are made; sandbox workers start more slowly", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    List<String> line(Path folder, boolean compiles) {
        List<String> line = new ArrayList<>(hardening);
        line.addAll(java(folder, compiles));
        line.addAll(archives == null ? List.of("-cp", classPath) : archives.options(compiles));
        line.addAll(List.of(WorkerMain.class.getName(), compiles ? "compile" : "run"));
        return line;
    }

    /** The program and its options, but for its class path: an archive holds for a JVM with the options that it was made with. */
    private List<String> java(Path folder, boolean compiles) {
        List<String> line = new ArrayList<>();
        line.add(javaHome.resolve("bin").resolve("java").toString());
        line.add("-Xmx" + (compiles ? COMPILER_MEGABYTES : options.workerHeapMegabytes()) + "m");
        line.addAll(List.of(
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                // standard output is the pipe to the host: the virtual machine must not speak there
                "-Xlog:disable",
                "-XX:+DisplayVMOutputToStderr",
                "-XX:-UsePerfData",
                "-XX:+DisableAttachMechanism",
                "-XX:-CreateCoredumpOnCrash",
                "-XX:ErrorFile=/dev/null",
                "--add-opens=" + Overflows.OPENED + "=ALL-UNNAMED",
                "-XX:MaxMetaspaceSize=" + (compiles ? 256 : 128) + "m",
                "-Djava.io.tmpdir=" + folder,
                "-Djava.awt.headless=true",
                // else it is looked for on the class path again and again
                "-Djakarta.json.provider=org.eclipse.parsson.JsonProviderImpl",
                "-Dfile.encoding=UTF-8",
                "-Duser.timezone=UTC",
                "-Duser.language=en",
                "-Duser.country=US"));
        // what runs a few hundred times, as most does at a start, is not worth compiling; loops soon are even so
        line.addAll(compiles ? List.of("-XX:TieredStopAtLevel=1") : List.of("-XX:CompileThresholdScaling=3"));
        return line;
    }
}
