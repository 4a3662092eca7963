package io.countersign.sandbox.cli;

import io.countersign.script.Workflow;
import jakarta.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/** The sources of the script API, which its jar carries, and their Javadoc, each as a jar that an IDE looks for. */
final class ApiSources {
    private static final String FOLDER = "META-INF/sources";

    private ApiSources() {}

    /**
     * Writes both jars.
     *
     * @return whether the Javadoc is there: a JRE cannot make it
     */
    static boolean put(Path sourcesJar, Path javadocJar) throws IOException {
        Path work = Files.createTempDirectory("countersign-script-api");
        try {
            Path sources = Files.createDirectories(work.resolve("sources"));
            copy(sources);
            InstallCommand.pack(sources, sourcesJar);
            Path javadoc = Files.createDirectories(work.resolve("javadoc"));
            boolean made = javadoc(sources, javadoc);
            if (made) {
                InstallCommand.pack(javadoc, javadocJar);
            }
            return made;
        } finally {
            try (Stream<Path> all = Files.walk(work)) {
                for (Path p : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(p);
                }
            }
        }
    }

    private static void copy(Path to) throws IOException {
        Path from = InstallCommand.place(Workflow.class);
        if (Files.isDirectory(from)) {
            copy(from.resolve(FOLDER), to);
        } else {
            try (FileSystem jar = FileSystems.newFileSystem(from)) {
                copy(jar.getPath(FOLDER), to);
            }
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path p : all.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(p).toString());
                Files.createDirectories(target.getParent());
                try (InputStream in = Files.newInputStream(p)) {
                    Files.copy(in, target);
                }
            }
        }
    }

    private static boolean javadoc(Path sources, Path to) throws IOException {
        Optional<ToolProvider> tool = ToolProvider.findFirst("javadoc");
        if (tool.isEmpty()) {
            return false;
        }
        List<String> arguments = new ArrayList<>(List.of(
                "-quiet",
                "-notimestamp",
                "-Xdoclint:none",
                "-encoding",
                StandardCharsets.UTF_8.name(),
                "-classpath",
                InstallCommand.place(Json.class).toString(),
                "-d",
                to.toString()));
        try (Stream<Path> all = Files.walk(sources)) {
            all.filter(p -> p.toString().endsWith(".java")).map(Path::toString).forEach(arguments::add);
        }
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        return tool.get().run(nowhere, nowhere, arguments.toArray(String[]::new)) == 0;
    }
}
