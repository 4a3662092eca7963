package io.countersign.sandbox.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptCommandTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    private int run(String... words) {
        return ScriptCommand.run(List.of(words), stream(out), stream(err));
    }

    private static PrintStream stream(ByteArrayOutputStream to) {
        return new PrintStream(to, true, StandardCharsets.UTF_8);
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void everyFindingIsShownWithItsLineAndACaretUnderItsColumn() throws IOException {
        Path script = folder.resolve("Bad.java");
        Files.writeString(
                script,
                "import io.countersign.script.*;\npublic class Bad implements Workflow {\n    static int n;\n"
                        + "\tpublic WorkflowResult run(WorkflowContext ctx) {\n"
                        + "        return WorkflowResult.ok(System.getenv(\"HOME\"));\n    }\n}\n");
        assertEquals(ScriptCommand.FOUND, run("check", script.toString()));
        assertTrue(said().contains(script + ":3:5: MUTABLE_STATIC "), said());
        assertTrue(
                said().contains("            return WorkflowResult.ok(System.getenv(\"HOME\"));\n" + " ".repeat(4 + 40)
                        + "^\n"),
                said());
        assertFalse(said().contains("\u001b["), "colours where nobody sees them");
    }

    @Test
    void aNewScriptIsCleanAndItsCaseComesOutAsExpected() {
        assertEquals(ScriptCommand.WELL, new NewCommand(folder, stream(out), stream(err)).run(List.of("BlockIt")));
        assertEquals(
                ScriptCommand.WELL,
                run(
                        "check",
                        folder.resolve("BlockIt/src/main/java/BlockIt.java").toString()));
        assertEquals(ScriptCommand.WELL, run("test", folder.resolve("BlockIt").toString()));
        assertTrue(said().contains("1 of 1 as expected"), said());
        assertEquals(
                ScriptCommand.UNUSABLE,
                new NewCommand(folder, stream(out), stream(err)).run(List.of("BlockIt")),
                "what exists is left alone");
    }

    @Test
    void whatCannotBeUsedIsSaidWithExitCodeTwo() {
        assertEquals(
                ScriptCommand.UNUSABLE, run("check", folder.resolve("None.java").toString()));
        assertEquals(ScriptCommand.UNUSABLE, run("test", folder.toString()));
        assertEquals(ScriptCommand.UNUSABLE, run("explain", "this"));
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("None.java: cannot be read as UTF-8 text"));
    }
}
