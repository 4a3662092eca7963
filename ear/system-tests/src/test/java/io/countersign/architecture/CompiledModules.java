package io.countersign.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The classes of every module that is shipped, found by its folder, so that none is left out. */
final class CompiledModules {

    static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

    private CompiledModules() {}

    static JavaClasses all() {
        return new ClassFileImporter().importPaths(folders());
    }

    private static List<Path> folders() {
        List<Path> modules = Stream.of("ejb", "rest-client", ".")
                .map(ROOT::resolve)
                .flatMap(CompiledModules::inside)
                .filter(module -> Files.isRegularFile(module.resolve("pom.xml")))
                .map(module -> module.resolve("target/classes"))
                .filter(Files::isDirectory)
                .toList();
        return Stream.concat(modules.stream(), Stream.of(ROOT.resolve("rest-client/target/classes")))
                .filter(Files::isDirectory)
                .distinct()
                .toList();
    }

    private static Stream<Path> inside(Path folder) {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
