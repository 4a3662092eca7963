package io.countersign.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What others wrote stays text in the console: no page switches the escaping off or carries script of its own. */
class PlainPagesTest {
    private static final Pattern RAW = Pattern.compile(
            "escape\\s*=\\s*\"(?!true)|<script(?![^>]*\\bsrc=)|\\son[a-z]+\\s*=\\s*[\"']|javascript:|\\.(inner|outer)HTML\\s*\\+?=(?!=)|insertAdjacentHTML|document\\.write");

    @Test
    void noPageOrScriptWritesForeignTextAsMarkup() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
            List<Path> pages = files.filter(file -> file.toString().matches(".*\\.(xhtml|js|html)"))
                    .toList();
            assertEquals(
                    List.of(),
                    pages.stream()
                            .filter(page -> RAW.matcher(read(page)).find())
                            .toList());
            assertEquals(true, pages.size() > 15, "these are not the console's pages: " + pages);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
