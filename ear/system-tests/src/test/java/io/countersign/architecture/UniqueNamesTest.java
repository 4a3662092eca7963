package io.countersign.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A simple name stands in one module: whoever searches for it finds one type. What others see under the names of the contract
 * is left out: the records of the REST client and the interfaces of scripts and of the platform.
 */
class UniqueNamesTest {

    private static final Path ROOT = Path.of(System.getProperty("countersign.root", "../.."));
    private static final Set<String> OUTSIDE = Set.of("rest-client", "ejb/script-api", "ejb/approvals-api");

    @Test
    void noSimpleNameStandsInTwoModules() throws IOException {
        Map<String, Set<String>> modulesOf = new TreeMap<>();
        for (String top : List.of("ejb", "security", "web", "ui")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(top))) {
                files.map(file -> ROOT.relativize(file).toString().replace('\\', '/'))
                        .filter(file -> file.contains("/src/main/java/") && file.endsWith(".java"))
                        .filter(file -> !file.endsWith("/package-info.java"))
                        .forEach(file -> modulesOf
                                .computeIfAbsent(simpleName(file), name -> new TreeSet<>())
                                .add(module(file)));
            }
        }
        modulesOf.values().forEach(modules -> modules.removeAll(OUTSIDE));
        modulesOf.values().removeIf(modules -> modules.size() < 2);
        assertEquals(Map.of(), modulesOf, "simple names and the modules that have them");
    }

    private static String simpleName(String file) {
        return file.substring(file.lastIndexOf('/') + 1, file.length() - ".java".length());
    }

    private static String module(String file) {
        return file.substring(0, file.indexOf("/src/main/java/"));
    }
}
