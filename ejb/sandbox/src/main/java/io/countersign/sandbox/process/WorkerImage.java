package io.countersign.sandbox.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a worker is started from.
 *
 * @param javaHome the JDK
 * @param classPath as the virtual machine takes it
 * @param archives the folder with archives of loaded classes, null: there is none
 * @param programs what is shown beside the virtual machine: nothing, but in tests that attack from within
 */
public record WorkerImage(
        Path javaHome, String classPath, @Nullable Path archives, List<Path> programs) {

    /** The folders that hold a great many libraries; none of them is shown as a whole unless nothing narrower works. */
    private static final List<String> LIBRARY_FOLDERS = List.of("/lib", "/lib64", "/usr/lib", "/usr/lib64");

    /** The JDK's own libraries whose needs are looked up: those that a worker without screen, printer and sound loads. */
    private static final List<String> JDK_LIBRARIES = List.of(
            "bin/java",
            "lib/server/libjvm.so",
            "lib/libjava.so",
            "lib/libjli.so",
            "lib/libjimage.so",
            "lib/libzip.so",
            "lib/libnet.so",
            "lib/libnio.so",
            "lib/libverify.so",
            "lib/libmanagement.so",
            "lib/libextnet.so");

    /** The program. */
    Path java() {
        return javaHome.resolve("bin").resolve("java");
    }

    /** The JDK, its settings wherever they really are, our jars: every path that a worker has to read. */
    List<Path> files() throws IOException {
        Set<Path> files = new LinkedHashSet<>();
        files.add(java());
        files.add(javaHome.resolve("lib"));
        files.add(javaHome.resolve("conf"));
        files.addAll(settingsElsewhere());
        files.addAll(classes());
        files.addAll(programs);
        return files.stream().filter(Files::exists).toList();
    }

    /** Where our own classes are: the jars and folders of the class path, and the folder of the archives. */
    List<Path> classes() {
        List<Path> places = new ArrayList<>();
        for (String entry : classPath.split(File.pathSeparator)) {
            places.add(Path.of(entry.endsWith("/*") ? entry.substring(0, entry.length() - 2) : entry)
                    .toAbsolutePath());
        }
        if (archives != null) {
            places.add(archives.toAbsolutePath());
        }
        return places.stream().filter(Files::exists).toList();
    }

    /** Settings that no worker reads: of the screen, of sound, of remote management, and roots of TLS. */
    private static final List<String> UNREAD = List.of(
            "accessibility.",
            "swing.",
            "sound.",
            "psfont",
            "management.",
            "jmxremote.",
            "README",
            "cacerts",
            "nss.cfg");

    /** Distributions keep the JDK's settings below /etc and leave links to them. */
    private Set<Path> settingsElsewhere() throws IOException {
        Set<Path> targets = new LinkedHashSet<>();
        for (String part : List.of("conf", "lib/security", "lib/jvm.cfg")) {
            Path folder = javaHome.resolve(part);
            if (!Files.exists(folder)) {
                continue;
            }
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path link : all.filter(Files::isSymbolicLink).toList()) {
                    String name = link.getFileName().toString();
                    boolean read = Files.exists(link) && UNREAD.stream().noneMatch(name::startsWith);
                    if (read && !link.toRealPath().startsWith(javaHome.toRealPath())) {
                        targets.add(link.toRealPath());
                        targets.add(link.getParent()
                                .resolve(Files.readSymbolicLink(link))
                                .normalize());
                    }
                }
            }
        }
        return targets;
    }

    /** The libraries that the JDK's binaries and these name, as the loader finds them. */
    List<Path> libraries(List<Path> tools) {
        List<String> command = new ArrayList<>();
        Tools.find("ldd").ifPresent(ldd -> command.add(ldd.toString()));
        if (command.isEmpty()) {
            return List.of();
        }
        Stream.concat(tools.stream(), programs.stream()).forEach(program -> command.add(program.toString()));
        JDK_LIBRARIES.stream()
                .map(javaHome::resolve)
                .filter(Files::exists)
                .forEach(library -> command.add(library.toString()));
        Set<Path> found = new LinkedHashSet<>();
        for (String line : Tools.output(command).orElse(List.of())) {
            for (String word : line.trim().split("\\s+")) {
                if (word.startsWith("/") && !word.endsWith(":") && Files.exists(Path.of(word))) {
                    found.add(Path.of(word).normalize());
                }
            }
        }
        found.removeIf(path -> path.startsWith(javaHome));
        return List.copyOf(found);
    }

    /** Every library of the system: where the needed ones cannot be told. */
    static List<Path> allLibraries() {
        return LIBRARY_FOLDERS.stream().map(Path::of).filter(Files::isDirectory).toList();
    }
}
