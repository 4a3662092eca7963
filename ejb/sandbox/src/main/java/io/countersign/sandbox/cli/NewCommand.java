package io.countersign.sandbox.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** {@code script new NAME}: a script, a case, a test and a pom, so that an IDE completes and a build runs the case. */
final class NewCommand {
    private static final Map<String, String> FILES = Map.of(
            "script.txt", "src/main/java/%s.java",
            "case.txt", "src/main/java/%s.case.json",
            "test.txt", "src/test/java/%sTest.java",
            "pom.txt", "pom.xml");

    private final Path home;
    private final Path repository;
    private final PrintStream out;
    private final PrintStream err;

    NewCommand(Path home, Path repository, PrintStream out, PrintStream err) {
        this.home = home;
        this.repository = repository;
        this.out = out;
        this.err = err;
    }

    int run(List<String> words) {
        String name = words.get(0);
        if (words.size() != 1 || !name.matches("[A-Z][A-Za-z0-9_]{0,60}")) {
            err.println("NAME must be a Java class name, such as BlockIp");
            return ScriptCommand.UNUSABLE;
        }
        Path folder = home.resolve(name);
        if (Files.exists(folder)) {
            err.println("folder " + name + " exists already");
            return ScriptCommand.UNUSABLE;
        }
        try {
            for (var file : FILES.entrySet()) {
                write(folder.resolve(String.format(file.getValue(), name)), file.getKey(), name);
            }
        } catch (IOException e) {
            err.println("cannot write: " + e.getMessage());
            return ScriptCommand.UNUSABLE;
        }
        out.println("wrote " + folder + "; try: ./countersign script test " + folder);
        if (!InstallCommand.installed(repository)) {
            out.println("before an IDE or Maven builds it, once: ./countersign script install");
        }
        return ScriptCommand.WELL;
    }

    private void write(Path file, String template, String name) throws IOException {
        Files.createDirectories(file.getParent());
        try (InputStream in = NewCommand.class.getResourceAsStream("new/" + template)) {
            Files.writeString(file, new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("@NAME@", name));
        }
    }
}
