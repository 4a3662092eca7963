package io.countersign.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A statement of several lines is a text block, which can be read and tried as it stands. */
class SqlStyleTest {

    private static final Path ROOT = Path.of(System.getProperty("countersign.root", "../.."));
    private static final Pattern PIECES =
            Pattern.compile("\"(select|insert|update|delete) [^\"\\n]*\"\\s*\\n\\s*\\+ \"[^\"\\n]*\"(?!\\s*\\+)");

    @Test
    void noStatementIsPutTogetherFromLiterals() throws IOException {
        List<String> found = new ArrayList<>();
        for (String module : List.of("ejb", "security", "web", "ui")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(module))) {
                for (Path file : files.filter(one -> one.toString().matches(".*/src/main/java/.*\\.java"))
                        .toList()) {
                    Matcher pieces = PIECES.matcher(Files.readString(file));
                    while (pieces.find()) {
                        found.add(file.getFileName() + ": " + pieces.group());
                    }
                }
            }
        }
        assertEquals(List.of(), found);
    }
}
