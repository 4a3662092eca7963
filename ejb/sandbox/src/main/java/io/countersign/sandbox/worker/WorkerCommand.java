package io.countersign.sandbox.worker;

import io.countersign.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The command line of a worker. */
public final class WorkerCommand {
    private static final int COMPILER_MEGABYTES = 256;

    private final SandboxOptions options;
    private final String classPath;
    private final Path scratch;
    private final List<String> hardening;

    public WorkerCommand(SandboxOptions options) throws IOException {
        this.options = options;
        this.scratch = options.scratch() == null ? Path.of(System.getProperty("java.io.tmpdir")) : options.scratch();
        Files.createDirectories(scratch);
        String configured = System.getProperty("countersign.sandbox.classpath");
        this.classPath = options.classPath() != null
                ? options.classPath()
                : configured != null ? configured : WorkerClassPath.find(scratch);
        this.hardening = Hardening.find();
    }

    Path scratch() {
        return scratch;
    }

    List<String> line(Path folder, boolean compiles) {
        Path home = options.javaHome() == null ? Path.of(System.getProperty("java.home")) : options.javaHome();
        List<String> line = new ArrayList<>(hardening);
        line.add(home.resolve("bin").resolve("java").toString());
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
                "-XX:MaxMetaspaceSize=" + (compiles ? 256 : 128) + "m",
                "-Djava.io.tmpdir=" + folder,
                "-Djava.awt.headless=true",
                "-Dfile.encoding=UTF-8",
                "-Duser.timezone=UTC",
                "-Duser.language=en",
                "-Duser.country=US"));
        if (compiles) {
            line.add("-XX:TieredStopAtLevel=1");
        }
        archive(compiles).ifPresent(line::add);
        line.addAll(List.of("-cp", classPath, WorkerMain.class.getName(), compiles ? "compile" : "run"));
        return line;
    }

    /** Classes loaded in advance, if whoever started this JVM made such files; they save a third of a start. */
    private static Optional<String> archive(boolean compiles) {
        String folder = System.getProperty("countersign.sandbox.archives");
        Path file = Path.of(folder == null ? "" : folder, compiles ? "compile.jsa" : "run.jsa");
        return folder != null && Files.isRegularFile(file)
                ? Optional.of("-XX:SharedArchiveFile=" + file)
                : Optional.empty();
    }
}
