package io.countersign.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.countersign.kernel.settings.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/operations.md names the settings that exist, all of them and no others. */
class SettingsDocumentationTest {

    private static final Path ROOT = Path.of(System.getProperty("countersign.root", "../.."));
    private static final Pattern VARIABLE =
            Pattern.compile("\\$\\{?((?:COUNTERSIGN|KC|SANDBOX|APPROVAL|EXECUTION)_[A-Z_]+)");
    private static final Pattern NAMED = Pattern.compile("`([A-Z][A-Z0-9]*(?:_[A-Z0-9<>]+)+)`");
    /** Names that the launcher hands to the programs that it starts itself; nobody sets them. */
    private static final Set<String> INTERNAL = Set.of("COUNTERSIGN_PACKED");

    @Test
    void everySettingThatIsReadIsDocumented() throws IOException {
        Set<String> missing = new TreeSet<>(read());
        missing.removeAll(documented());
        missing.removeAll(INTERNAL);
        assertEquals(Set.of(), missing, "settings that docs/operations.md does not name");
    }

    @Test
    void everySettingThatIsDocumentedIsRead() throws IOException {
        Set<String> idle = new TreeSet<>(documented());
        idle.removeAll(read());
        assertTrue(idle.remove("SECRET_<NAME>"), "secrets have names of the operator's choice");
        // what the server's own configuration, the realm and the tests read
        for (String folder : List.of("ear", "security/src/main/keycloak", "ui/src/main/webapp")) {
            for (Path file : files(ROOT.resolve(folder), ".cli", ".xml", ".sh", ".java", ".json")) {
                String text = Files.readString(file);
                idle.removeIf(text::contains);
            }
        }
        assertEquals(Set.of(), idle, "settings that nothing reads");
    }

    @Test
    void theDefaultsThatAreDocumentedAreThoseOfTheCode() throws IOException {
        for (Setting<?> setting : DeclaredSettings.all(ROOT).values()) {
            String usual = setting.fallback();
            if (usual != null && usual.matches("[0-9]+|true|false")) {
                String row = rows().filter(
                                line -> line.substring(0, line.indexOf('|', 1)).contains("`" + setting.name() + "`"))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError(setting.name()));
                assertTrue(
                        row.split("\\|")[2].matches(".*\\b" + usual + "\\b.*"),
                        () -> setting.name() + " is " + usual + " unless set; docs/operations.md says:" + row);
            }
        }
    }

    @Test
    void everySettingSaysInOneLineWhatItIs() {
        for (Setting<?> setting : DeclaredSettings.all(ROOT).values()) {
            assertTrue(setting.description().matches("[^\\n]{5,120}"), setting.name());
        }
    }

    private static Stream<String> rows() throws IOException {
        String page = Files.readString(ROOT.resolve("docs/operations.md"));
        int start = page.indexOf("\n## Settings\n");
        return page.substring(start, page.indexOf("\n## ", start + 5)).lines().filter(line -> line.startsWith("| `"));
    }

    /** First column of the table of settings. */
    private static Set<String> documented() throws IOException {
        Set<String> names = new TreeSet<>();
        rows().forEach(line -> {
            Matcher name = NAMED.matcher(line.substring(0, line.indexOf('|', 1)));
            while (name.find()) {
                names.add(name.group(1));
            }
        });
        return names;
    }

    private static Set<String> read() throws IOException {
        Set<String> names = new TreeSet<>(DeclaredSettings.all(ROOT).keySet());
        for (Path file : files(ROOT.resolve("ear/launcher"), ".sh")) {
            collect(VARIABLE, Files.readString(file), names);
        }
        return names;
    }

    private static void collect(Pattern pattern, String text, Set<String> names) {
        Matcher found = pattern.matcher(text);
        while (found.find()) {
            names.add(found.group(1).toUpperCase(Locale.ROOT).replace('.', '_'));
        }
    }

    private static List<Path> files(Path folder, String... endings) throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> all = Files.walk(folder)) {
            all.filter(file -> !file.toString().contains("/target/"))
                    .filter(file -> Stream.of(endings)
                            .anyMatch(ending -> file.getFileName().toString().endsWith(ending)))
                    .forEach(files::add);
        }
        return files;
    }
}
