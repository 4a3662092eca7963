package io.countersign.sandbox.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The system's programs that a boundary is made of, by their full paths, and a way to try a command. */
final class Tools {
    private static final String USUAL = "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin";
    private static final int TRIAL_SECONDS = 20;

    private Tools() {}

    /** A program by name, on this process's path or where systems have them. */
    static Optional<Path> find(String name) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("") + ":" + USUAL;
        for (String folder : path.split(":")) {
            Path program = Path.of(folder, name);
            if (folder.startsWith("/") && Files.isExecutable(program)) {
                return Optional.of(program);
            }
        }
        return Optional.empty();
    }

    /** What a command says; empty if it does not start, fails or takes too long. It gets an empty environment. */
    static Optional<List<String>> output(List<String> command) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
            builder.environment().clear();
            Process process = builder.start();
            process.getOutputStream().close();
            List<String> lines = new ArrayList<>();
            Thread reader = new Thread(() -> read(process, lines), "sandbox-trial");
            reader.setDaemon(true);
            reader.start();
            boolean ended = process.waitFor(TRIAL_SECONDS, TimeUnit.SECONDS);
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            reader.join(TRIAL_SECONDS * 1_000L);
            return ended && process.exitValue() == 0 ? Optional.of(lines) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static void read(Process process, List<String> lines) {
        try {
            lines.addAll(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList());
        } catch (IOException e) {
            lines.clear();
        }
    }
}
