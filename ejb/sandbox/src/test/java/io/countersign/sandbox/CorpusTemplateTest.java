package io.countersign.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CorpusTemplateTest {
    private static final long LARGEST_STORED_SOURCE = 10_000;

    @Test
    void repetitionsAreWrittenOut() {
        assertEquals("{case 6: a; case 9: a; }", Corpus.expand("{<<2..3|case #*3: a; >>}"));
        assertEquals("a[9] += 9; a[0] += 10; ", Corpus.expand("<<9..10|a[#%10] += #; >>"));
        assertEquals("A1(A0) A2(A1) ", Corpus.expand("<<1..2|A#(A#-1) >>"));
        assertEquals("x << 1 >> 2", Corpus.expand("x << 1 >> 2"));
    }

    @Test
    void largeSourcesAreStoredAsTemplates() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/resources/corpus"))) {
            assertEquals(
                    List.of(),
                    files.filter(f -> f.toFile().isFile() && f.toFile().length() > LARGEST_STORED_SOURCE)
                            .toList(),
                    "write repetitions as a template, see Corpus");
        }
    }

    @Test
    void everyTemplateYieldsOneSource() throws IOException {
        String source = Files.readString(Corpus.folder("attacks").resolve("BombClassesBeyondNumber.java"));
        assertEquals(
                1001, source.lines().filter(l -> l.startsWith("static class A")).count());
    }
}
