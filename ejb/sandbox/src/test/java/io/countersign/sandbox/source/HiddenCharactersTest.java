package io.countersign.sandbox.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.countersign.sandbox.Finding;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What no reader sees is refused, wherever it stands; written as an escape in a literal it is seen. */
class HiddenCharactersTest {
    private static final String SCRIPT = """
            import io.countersign.script.*;
            /** A comment.%1$s */
            public class Hidden implements Workflow {
                // another%2$s
                public WorkflowResult run(WorkflowContext ctx) {%3$s
                    char c = '%6$s';
                    return WorkflowResult.ok("text%4$s" + \"""
                        block%5$s\""" + c);
                }
            }
            """;

    @ParameterizedTest
    @ValueSource(
            ints = {
                0x00, 0x08, 0x0b, 0x0c, 0x1a, 0x1b, 0x7f, 0x85, 0xa0, 0xad, 0x34f, 0x61c, 0x115f, 0x1160, 0x1680,
                0x17b4, 0x180b, 0x180e, 0x2000, 0x200b, 0x200c, 0x200d, 0x200e, 0x200f, 0x2028, 0x2029, 0x202a, 0x202e,
                0x202f, 0x205f, 0x2060, 0x2061, 0x2065, 0x2066, 0x2069, 0x206f, 0x2800, 0x3000, 0x3164, 0xe000, 0xfe00,
                0xfe0f, 0xfeff, 0xffa0, 0xfff0, 0xfff9, 0x1bca0, 0x1d173, 0xe0001, 0xe0041, 0xe007f, 0xe0100, 0xe01ef,
                0xf0000
            })
    void isRefusedInCodeCommentsAndLiterals(int character) {
        int[] lines = {2, 4, 5, 7, 8, 6};
        for (int place = 0; place < lines.length; place++) {
            Object[] parts = {"", "", "", "", "", "x"};
            parts[place] = Character.toString(character);
            List<Finding> findings = TextRules.check(SCRIPT.formatted(parts));
            assertEquals(1, findings.size(), findings::toString);
            Finding found = findings.get(0);
            assertEquals(lines[place], found.line());
            assertTrue(found.code().matches("HIDDEN_CHARACTER|TURNING_CHARACTER"), found::toString);
            assertTrue(found.message().startsWith(String.format(Locale.ROOT, "U+%04X ", character)), found::message);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0x00, 0x0b, 0xad, 0x200b, 0x2028, 0x202e, 0x2060, 0x3164, 0xfe0f, 0xe0041})
    void itsEscapeInALiteralIsNot(int character) {
        StringBuilder escape = new StringBuilder();
        for (char half : Character.toChars(character)) {
            escape.append(String.format(Locale.ROOT, "\\u%04x", (int) half));
        }
        assertTrue(HiddenCharacters.check("" + (char) 0x200b).get(0).message().contains("\\u200b"));
        String source = SCRIPT.formatted("", "", "", escape, escape, "x");
        assertEquals(List.of(), new ScriptCompiler().compile(source).findings());
    }

    @Test
    void whatIsSeenIsNot() {
        String seen = "Grüße, 東京 – «naïve» ✓ 🙂 \u0416 e\u0301";
        assertEquals(List.of(), TextRules.check(SCRIPT.formatted(seen, seen, "\t", seen, seen, "é")));
        assertEquals(
                List.of(),
                TextRules.check(SCRIPT.formatted("", "", "", "", "", "x").replace("\n", "\r\n")));
        assertEquals(List.of(), TextRules.check("\ufeff" + SCRIPT.formatted("", "", "", "", "", "x")));
    }

    @Test
    void aLineEndThatOnlyTheCompilerSeesEndsNoComment() {
        List<Finding> findings = TextRules.check(SCRIPT.formatted("", "\rint x;", "", "", "", "x"));
        assertEquals("HIDDEN_CHARACTER", findings.get(0).code());
        assertEquals(
                "U+000D cannot be seen by a reader; end lines with a line feed",
                findings.get(0).message());
    }

    @Test
    void aLoneHalfOfACharacterIs() {
        assertEquals(1, HiddenCharacters.check("a \ud83d b").size());
    }
}
