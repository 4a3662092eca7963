package io.countersign.sandbox.worker;

import io.countersign.sandbox.Layer;
import io.countersign.sandbox.SandboxOptions;
import io.countersign.sandbox.guard.StackOverflowCounter;
import io.countersign.sandbox.process.Boundary;
import io.countersign.sandbox.process.WorkerImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** The command line of a worker, and its start. */
public final class WorkerCommand implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(WorkerCommand.class.getName());
    private static final int COMPILER_MEGABYTES = 256;
    private static final int METASPACE_MEGABYTES = 128;
    /**
     * Code, class space, stacks and the virtual machine's own, beside heap and metaspace. It takes up to 700 to walk back from the
     * end of a script's stack; a worker that had less would be lost where the script is at its limit.
     */
    private static final int OWN_MEGABYTES = 1_024;

    private final SandboxOptions options;
    private final Path javaHome;
    private final String classPath;
    private final WorkerFolders folders;
    private final @Nullable WorkerArchives archives;
    private final Boundary boundary;
    /** A worker ends with the thread that started it, so that none outlives a killed server: one thread starts them all. */
    private final ExecutorService starter = Executors.newSingleThreadExecutor(r -> {
        Thread t = new Thread(r, "sandbox-start");
        t.setDaemon(true);
        return t;
    });

    public WorkerCommand(SandboxOptions options) throws IOException {
        this.options = options;
        Path home = options.javaHome() == null ? Path.of(System.getProperty("java.home")) : options.javaHome();
        this.javaHome = Files.exists(home) ? home.toRealPath() : home;
        Path scratch = options.scratch() == null ? Path.of(System.getProperty("java.io.tmpdir")) : options.scratch();
        Files.createDirectories(scratch);
        this.folders = WorkerFolders.open(scratch);
        String configured = System.getProperty("countersign.sandbox.classpath");
        this.classPath = options.classPath() != null
                ? options.classPath()
                : configured != null ? configured : WorkerClassPath.find(scratch);
        this.archives = archives();
        this.boundary = Boundary.find(
                new WorkerImage(javaHome, classPath, archives == null ? null : archives.folder(), List.of()), scratch);
        try {
            Boundary.require(options.required(), boundary.layers());
        } catch (IllegalStateException e) {
            close();
            throw e;
        }
    }

    /** The layers that hold around each worker. */
    public Set<Layer> layers() {
        return boundary.layers();
    }

    /** Starts a worker's process in its folder. */
    Process start(Path folder, boolean compiles) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(line(folder, compiles));
        builder.environment().clear();
        builder.directory(folder.toFile());
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        try {
            return starter.submit(builder::start).get();
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while a sandbox worker was started", e);
        }
    }

    /** The worker of that folder has ended. */
    void gone(Path folder) {
        boundary.gone(name(folder));
    }

    private static String name(Path folder) {
        return folder.getParent().getFileName() + "-" + folder.getFileName();
    }

    @Override
    public void close() {
        starter.shutdown();
        boundary.close();
        folders.close();
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

    List<String> line(Path folder, boolean compiles) throws IOException {
        List<String> line = new ArrayList<>(java(folder, compiles));
        line.addAll(archives == null ? onClassPath() : archives.program(compiles));
        line.add(kind(compiles));
        return boundary.around(line, heap(compiles) + metaspace(compiles) + OWN_MEGABYTES, name(folder));
    }

    private List<String> onClassPath() {
        List<String> line = new ArrayList<>();
        StackOverflowCounter.OPENED.forEach(p -> line.add("--add-opens=" + p + "=ALL-UNNAMED"));
        line.addAll(List.of("-cp", classPath, WorkerMain.class.getName()));
        return line;
    }

    /** The argument that tells a worker what it will be asked for. */
    static String kind(boolean compiles) {
        return compiles ? "compile" : "run";
    }

    private int heap(boolean compiles) {
        return compiles ? COMPILER_MEGABYTES : options.workerHeapMegabytes();
    }

    private static int metaspace(boolean compiles) {
        return compiles ? 2 * METASPACE_MEGABYTES : METASPACE_MEGABYTES;
    }

    /** The program and its options, but for its class path: an archive holds for a JVM with the options that it was made with. */
    private List<String> java(Path folder, boolean compiles) {
        List<String> line = new ArrayList<>();
        line.add(javaHome.resolve("bin").resolve("java").toString());
        line.add("-Xmx" + heap(compiles) + "m");
        line.addAll(List.of(
                "-XX:+UseSerialGC",
                // standard output is the pipe to the host: the virtual machine must not speak there
                "-Xlog:disable",
                "-XX:+DisplayVMOutputToStderr",
                "-XX:-UsePerfData",
                "-XX:+DisableAttachMechanism",
                "-XX:-CreateCoredumpOnCrash",
                "-XX:ErrorFile=/dev/null",
                "-XX:MaxMetaspaceSize=" + metaspace(compiles) + "m",
                "-Djava.io.tmpdir=" + boundary.temporary(folder),
                "-Djava.awt.headless=true",
                "-Djava.util.logging.config.class=" + NoLogging.class.getName(),
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
