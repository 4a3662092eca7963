package io.countersign.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

    /** What {@link VisibleOutput} has escaped itself, and nothing else, goes out as it is. */
    private static final Pattern ESCAPED = Pattern.compile(
            "<h:outputText\\s+value=\"#\\{visibleOutput\\.(html|line)\\([^{}\"]*\\)}\"\\s+escape=\"false\"/>");

    @Test
    void noPageOrScriptWritesForeignTextAsMarkup() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
            List<Path> pages = files.filter(file -> file.toString().matches(".*\\.(xhtml|js|html)"))
                    .toList();
            assertEquals(
                    List.of(),
                    pages.stream()
                            .filter(page -> RAW.matcher(
                                            ESCAPED.matcher(read(page)).replaceAll(""))
                                    .find())
                            .toList());
            assertEquals(true, pages.size() > 15, "these are not the console's pages: " + pages);
        }
    }

    @Test
    void nothingButWhatIsEscapedAlreadyMayGoOutAsItIs() {
        String ours = "<h:outputText value=\"#{visibleOutput.html(item)}\" escape=\"false\"/>";
        assertEquals("", ESCAPED.matcher(ours).replaceAll(""));
        for (String other : List.of(
                ours.replace("visibleOutput.html", "view.reason"),
                ours.replace("(item)}", "(item)}#{item}"),
                ours.replace("visibleOutput.html", "visibleOutput.text"))) {
            assertTrue(RAW.matcher(ESCAPED.matcher(other).replaceAll("")).find(), other);
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
