package io.countersign.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Documents are found through their indexes, decision records have one form, and no link leads nowhere. */
class DocumentationTest {
    private static final Path DOCS = Path.of("../../docs");
    private static final Path DECISIONS = DOCS.resolve("decisions");
    private static final List<String> SECTIONS = List.of("## Context", "## Options", "## Decision", "## Consequences");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:\\s]+)(?:#[^)]*)?\\)");

    @Test
    void eachDecisionHasTheFormAndItsLineInTheIndex() throws IOException {
        String index = Files.readString(DECISIONS.resolve("README.md"));
        List<Path> records = files(DECISIONS, "[0-9]{4}-.*\\.md");
        assertTrue(records.size() > 20, "the records are looked for in the wrong place");
        for (Path record : records) {
            String name = record.getFileName().toString();
            List<String> lines = Files.readAllLines(record);
            String head = "# " + name.substring(0, 4) + ". ";
            assertTrue(lines.get(0).startsWith(head), name + " begins with " + lines.get(0));
            assertTrue(lines.get(2).matches("Status: (accepted|superseded by .*), \\d{4}-\\d{2}-\\d{2}"), name);
            assertEquals(
                    SECTIONS, lines.stream().filter(l -> l.startsWith("## ")).toList(), name);
            String row = "| [" + name.substring(0, 4) + "](" + name + ") | "
                    + lines.get(0).substring(head.length()) + " | "
                    + lines.get(2).substring("Status: ".length()) + " |";
            assertTrue(index.contains(row), "the index lacks " + row);
        }
        assertEquals(
                records.size(), index.lines().filter(l -> l.startsWith("| [")).count());
    }

    @Test
    void theIndexNamesEachDocument() throws IOException {
        String index = Files.readString(DOCS.resolve("README.md"));
        for (Path document : files(DOCS, ".*\\.(md|puml)")) {
            String name = document.getFileName().toString();
            assertTrue(name.equals("README.md") || index.contains("](" + name + ")"), "the index lacks " + name);
        }
    }

    @Test
    void noLinkLeadsNowhere() throws IOException {
        List<String> broken = new ArrayList<>();
        List<Path> documents = new ArrayList<>(files(DOCS, ".*\\.md"));
        documents.addAll(files(DECISIONS, ".*\\.md"));
        documents.add(DOCS.resolve("../README.md"));
        for (Path document : documents) {
            Matcher link = LINK.matcher(Files.readString(document));
            while (link.find()) {
                Path beside = document.toAbsolutePath().getParent();
                if (beside != null && !Files.exists(beside.resolve(link.group(1)))) {
                    broken.add(document.getFileName() + ": " + link.group(1));
                }
            }
        }
        assertEquals(List.of(), broken);
    }

    private static List<Path> files(Path folder, String name) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(f -> f.getFileName().toString().matches(name))
                    .sorted()
                    .toList();
        }
    }
}
