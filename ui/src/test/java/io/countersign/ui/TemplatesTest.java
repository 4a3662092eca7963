package io.countersign.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.countersign.approvals.ApprovalType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How the page templates are written. */
class TemplatesTest {
    private static final Path TEMPLATES = Path.of("src/main/webapp");
    private static final int LONGEST_LINE = 160;

    @Test
    void noLineIsLongerThanTheLimit() throws IOException {
        List<String> tooLong = new ArrayList<>();
        for (Path template : templates()) {
            List<String> lines = Files.readAllLines(template);
            for (int i = 0; i < lines.size(); i++) {
                if (lines.get(i).length() > LONGEST_LINE) {
                    tooLong.add(TEMPLATES.relativize(template) + ":" + (i + 1));
                }
            }
        }
        assertEquals(List.of(), tooLong);
    }

    /** A line break inside of these is shown, or becomes a part of what is typed. */
    @Test
    void noLineBreakIsAddedToTextThatKeepsThem() throws IOException {
        for (Path template : templates()) {
            String text = Files.readString(template);
            assertTrue(!text.matches("(?s).*\\n\\s*</(textarea|pre)>.*"), template.toString());
        }
    }

    @Test
    void everyApprovalTypeCanBeChosen() throws IOException {
        String options = Files.readString(TEMPLATES.resolve("WEB-INF/tags/approval-types.xhtml"));
        assertEquals(
                Stream.of(ApprovalType.values())
                        .map(ApprovalType::toString)
                        .sorted()
                        .toList(),
                Pattern.compile("value=\"([a-z]+)\"")
                        .matcher(options)
                        .results()
                        .map(option -> option.group(1))
                        .sorted()
                        .toList());
    }

    private static List<Path> templates() throws IOException {
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            return files.filter(f -> f.toString().endsWith(".xhtml")).toList();
        }
    }
}
