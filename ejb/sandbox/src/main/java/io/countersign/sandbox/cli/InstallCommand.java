package io.countersign.sandbox.cli;

import com.github.javaparser.JavaParser;
import io.countersign.script.Workflow;
import jakarta.json.Json;
import jakarta.json.spi.JsonProvider;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.bytebuddy.ByteBuddy;

/**
 * {@code script install}: puts the two artifacts that a script's pom names into the local Maven repository, for authors
 * whose Maven cannot fetch them from anywhere.
 */
final class InstallCommand {
    private static final String VERSION = "0.1.0-SNAPSHOT";
    private static final String API = "countersign-script-api";
    private static final String SANDBOX = "countersign-sandbox";
    private static final Pattern VERSIONED = Pattern.compile("-(\\d[^/]*)\\.jar$");

    private final PrintStream out;
    private final PrintStream err;

    InstallCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** Where Maven keeps artifacts unless its settings say otherwise. */
    static Path localRepository() {
        return Path.of(System.getProperty("user.home"), ".m2", "repository");
    }

    static boolean installed(Path repository) {
        return Files.isRegularFile(file(repository, SANDBOX, "jar"));
    }

    int run(List<String> words) {
        Path repository = words.isEmpty() ? localRepository() : Path.of(words.get(0));
        try {
            put(repository, API, Workflow.class, dependency("jakarta.json", "jakarta.json-api", Json.class));
            put(
                    repository,
                    SANDBOX,
                    InstallCommand.class,
                    xml("io.countersign", API, VERSION)
                            + dependency("com.github.javaparser", "javaparser-core", JavaParser.class)
                            + dependency("net.bytebuddy", "byte-buddy", ByteBuddy.class)
                            + dependency(
                                    "org.eclipse.parsson",
                                    "parsson",
                                    JsonProvider.provider().getClass()));
            boolean javadoc = ApiSources.put(file(repository, API, "sources"), file(repository, API, "javadoc"));
            if (!javadoc) {
                out.println("no Javadoc of the script API: this Java has no javadoc tool");
            }
        } catch (IOException e) {
            err.println("cannot write: " + e.getMessage());
            return ScriptCommand.UNUSABLE;
        }
        out.println("installed " + API + " and " + SANDBOX + " " + VERSION + " in " + repository);
        return ScriptCommand.WELL;
    }

    /** {@code kind}: {@code jar}, {@code pom}, or what a further jar is of, such as {@code sources}. */
    private static Path file(Path repository, String artifact, String kind) {
        boolean further = !kind.equals("jar") && !kind.equals("pom");
        return repository
                .resolve("io/countersign")
                .resolve(artifact)
                .resolve(VERSION)
                .resolve(artifact + "-" + VERSION + (further ? "-" + kind + ".jar" : "." + kind));
    }

    private static void put(Path repository, String artifact, Class<?> of, String dependencies) throws IOException {
        Path jar = file(repository, artifact, "jar");
        Files.createDirectories(jar.getParent());
        Path from = place(of);
        if (Files.isDirectory(from)) {
            pack(from, jar);
        } else {
            Files.copy(from, jar, StandardCopyOption.REPLACE_EXISTING);
        }
        Files.writeString(
                file(repository, artifact, "pom"),
                "<project xmlns=\"http://maven.apache.org/POM/4.0.0\">\n  <modelVersion>4.0.0</modelVersion>\n"
                        + "  <groupId>io.countersign</groupId>\n  <artifactId>" + artifact
                        + "</artifactId>\n  <version>"
                        + VERSION + "</version>\n  <dependencies>\n" + dependencies
                        + "  </dependencies>\n</project>\n",
                StandardCharsets.UTF_8);
    }

    static Path place(Class<?> of) {
        return Path.of(URI.create(of.getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toString()
                .replace(" ", "%20")));
    }

    static void pack(Path folder, Path jar) throws IOException {
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream packed = new JarOutputStream(file);
                Stream<Path> all = Files.walk(folder)) {
            for (Path p : all.filter(Files::isRegularFile).sorted().toList()) {
                packed.putNextEntry(new JarEntry(folder.relativize(p).toString().replace('\\', '/')));
                Files.copy(p, packed);
                packed.closeEntry();
            }
        }
    }

    private static String dependency(String group, String artifact, Class<?> of) throws IOException {
        Matcher version = VERSIONED.matcher(place(of).toString());
        if (!version.find()) {
            throw new IOException("no version in the name of " + place(of));
        }
        return xml(group, artifact, version.group(1));
    }

    private static String xml(String group, String artifact, String version) {
        return "    <dependency>\n      <groupId>" + group + "</groupId>\n      <artifactId>" + artifact
                + "</artifactId>\n      <version>" + version + "</version>\n    </dependency>\n";
    }
}
