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
import java.util.jar.JarFile;
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
    void noOutputOfAScriptReachesTheTerminalsControls() throws IOException {
        Files.writeString(
                folder.resolve("Paints.java"),
                "import io.countersign.script.*;\npublic class Paints implements Workflow {\n"
                        + "    public WorkflowResult run(WorkflowContext ctx) {\n"
                        + "        ctx.log().info(\"\\u001b[2J\\u009b31mlog\");\n"
                        + "        return WorkflowResult.fail(\"\\u001b[1A\\rok   all is well\\nok   forged\");\n    }\n}\n");
        Files.writeString(
                folder.resolve("Paints.case.json"),
                "{\"script\": \"Paints.java\", \"indicator\": {\"type\": \"ip\", \"value\": \"203.0.113.9\"}}");
        run("test", folder.toString());
        assertFalse(said().chars().anyMatch(c -> c != '\n' && Character.isISOControl(c)), said());
        assertTrue(said().contains("\\u001b[2J\\u009b31mlog"), said());
        assertFalse(said().lines().anyMatch(line -> line.startsWith("ok   forged")), said());
        out.reset();
        run("test", "--json", folder.toString());
        assertFalse(said().chars().anyMatch(c -> c != '\n' && Character.isISOControl(c)), said());
    }

    @Test
    void noFindingReachesTheTerminalsControls() throws IOException {
        Path script = folder.resolve("Bad.java");
        Files.writeString(script, "// \u009b2J\npublic class Bad { int \u001b[2J; \u202e }\n");
        assertEquals(ScriptCommand.FOUND, run("check", script.toString()));
        assertFalse(said().chars().anyMatch(c -> c != '\n' && Character.isISOControl(c)), said());
        assertFalse(said().contains("\u202e"), said());
    }

    @Test
    void anEmptySourceIsCalledEmpty() throws IOException {
        Path script = folder.resolve("Empty.java");
        for (String nothing : List.of("", " \t\n\n")) {
            Files.writeString(script, nothing);
            assertEquals(ScriptCommand.FOUND, run("check", script.toString()));
        }
        String finding = script + ":1:1: MAIN_CLASS the source is empty; ";
        assertEquals(2, said().split(java.util.regex.Pattern.quote(finding), -1).length - 1, said());
    }

    @Test
    void aNewScriptIsCleanAndItsCaseComesOutAsExpected() {
        assertEquals(
                ScriptCommand.WELL, new NewCommand(folder, folder, stream(out), stream(err)).run(List.of("BlockIt")));
        assertEquals(
                ScriptCommand.WELL,
                run(
                        "check",
                        folder.resolve("BlockIt/src/main/java/BlockIt.java").toString()));
        assertEquals(ScriptCommand.WELL, run("test", folder.resolve("BlockIt").toString()));
        assertTrue(said().contains("1 of 1 as expected"), said());
        assertTrue(said().contains("once: ./countersign script install"), said());
        assertEquals(
                ScriptCommand.UNUSABLE,
                new NewCommand(folder, folder, stream(out), stream(err)).run(List.of("BlockIt")),
                "what exists is left alone");
    }

    @Test
    void whatCannotBeUsedIsSaidWithExitCodeTwo() {
        assertEquals(
                ScriptCommand.UNUSABLE, run("check", folder.resolve("None.java").toString()));
        assertEquals(ScriptCommand.UNUSABLE, run("test", folder.toString()));
        assertEquals(ScriptCommand.UNUSABLE, run("explain", "this"));
        assertTrue(complaints().contains("there is no file " + folder.resolve("None.java")), complaints());
        assertTrue(complaints().contains(folder + ": no case file (NAME.case.json) there"), complaints());
    }

    private String complaints() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void whyAFileCannotBeReadIsToldApart() throws IOException {
        Path latin = Files.write(folder.resolve("Latin.java"), new byte[] {'a', '\n', (byte) 0xfc});
        assertEquals(ScriptCommand.UNUSABLE, run("check", folder.toString()));
        assertEquals(ScriptCommand.UNUSABLE, run("check", latin.toString()));
        assertEquals(ScriptCommand.UNUSABLE, run("test", latin.toString()));
        assertEquals(ScriptCommand.UNUSABLE, run("test", folder.resolve("none").toString()));
        Path odd = Files.writeString(folder.resolve("Odd.case.json"), "{\"script\": \"Gone.java\"}");
        assertEquals(ScriptCommand.UNUSABLE, run("test", odd.toString()));
        for (String complaint : List.of(
                folder + " is a folder; name the files in it",
                latin + " is not UTF-8 text (line 2)",
                "there is no case file " + folder.resolve("Latin.case.json"),
                "there is no file or folder " + folder.resolve("none"),
                "field script: there is no file " + folder.resolve("Gone.java"))) {
            assertTrue(complaints().contains(complaint), complaints());
        }
    }

    @Test
    void aCaseThatExpectsNothingIsReported() throws IOException {
        Files.writeString(
                folder.resolve("A.java"),
                "import io.countersign.script.*;\npublic class A implements Workflow {\n"
                        + "    public WorkflowResult run(WorkflowContext ctx) { return WorkflowResult.ok(\"a\"); }\n}\n");
        Files.writeString(folder.resolve("A.case.json"), "{\"script\": \"A.java\"}");
        Files.writeString(
                folder.resolve("B.case.json"), "{\"script\": \"A.java\", \"expect\": {\"outcome\": \"success\"}}");
        assertEquals(ScriptCommand.WELL, run("test", folder.toString()));
        assertTrue(said().contains("ran  A  success"), said());
        assertTrue(said().contains("1 of 1 as expected, 1 without expect"), said());
        out.reset();
        run("test", "--json", folder.toString());
        assertTrue(said().contains("\"as_expected\":null") && said().contains("\"as_expected\":true"), said());
    }

    @Test
    void onlyItsOwnFilesConcernAWatch() throws IOException {
        Path one = Files.writeString(folder.resolve("One.case.json"), "{\"script\": \"Other.java\"}");
        Path script = folder.resolve("Other.java");
        var check = WatchedFiles.scripts(List.of(script.toString()));
        assertTrue(check.test(script));
        assertFalse(check.test(folder.resolve("Another.java")));
        assertFalse(check.test(folder.resolve("Other.java.swp")));
        var test = WatchedFiles.cases(List.of(one.toString()));
        assertTrue(test.test(one) && test.test(script));
        assertFalse(test.test(folder.resolve("Another.java")));
        var all = WatchedFiles.cases(List.of(folder.toString()));
        assertTrue(all.test(folder.resolve("deep/New.java")) && all.test(folder.resolve("New.case.json")));
        assertFalse(all.test(folder.resolve("notes.txt")) || all.test(folder.resolve(".One.case.json.swp")));
    }

    @Test
    void aCaseWhoseMockCannotAnswerIsUnusableAndNamesTheField() throws IOException {
        Files.writeString(folder.resolve("Any.java"), "public class Any {}");
        Path slip = folder.resolve("Any.case.json");
        Files.writeString(slip, "{\"script\": \"Any.java\", \"http\": [{\"response\": {\"error\": \"slow\"}}]}");
        assertEquals(ScriptCommand.UNUSABLE, run("test", slip.toString()));
        Files.writeString(slip, "{\"script\": \"Any.java\", \"http\": [{\"request\": {\"url\": \"*\"}}]}");
        assertEquals(ScriptCommand.UNUSABLE, run("test", slip.toString()));
        String complaints = err.toString(StandardCharsets.UTF_8);
        assertTrue(complaints.contains("field http[0].response.error must be one of connect_timeout"), complaints);
        assertTrue(complaints.contains("field http[0].response must be an object"), complaints);
    }

    @Test
    void whatAScriptsPomNamesIsPutIntoTheLocalRepository() throws IOException {
        assertEquals(ScriptCommand.WELL, run("install", folder.toString()));
        Path artifacts = folder.resolve("io/countersign");
        String version = "0.1.0-SNAPSHOT";
        for (String name : List.of("countersign-script-api", "countersign-sandbox")) {
            Path jar = artifacts.resolve(name).resolve(version).resolve(name + "-" + version + ".jar");
            try (JarFile packed = new JarFile(jar.toFile())) {
                assertTrue(packed.size() > 5, name);
            }
        }
        Path api = artifacts.resolve("countersign-script-api").resolve(version);
        try (JarFile sources = new JarFile(api.resolve("countersign-script-api-" + version + "-sources.jar")
                        .toFile());
                JarFile javadoc = new JarFile(api.resolve("countersign-script-api-" + version + "-javadoc.jar")
                        .toFile())) {
            assertTrue(sources.getEntry("io/countersign/script/HttpRequest.java") != null);
            assertTrue(javadoc.getEntry("io/countersign/script/HttpRequest.html") != null);
        }
        String pom = Files.readString(artifacts
                .resolve("countersign-sandbox")
                .resolve(version)
                .resolve("countersign-sandbox-" + version + ".pom"));
        for (String needed : List.of("countersign-script-api", "javaparser-core", "byte-buddy", "parsson")) {
            assertTrue(pom.contains("<artifactId>" + needed + "</artifactId>"), pom);
        }
        assertEquals(
                ScriptCommand.WELL, new NewCommand(folder, folder, stream(out), stream(err)).run(List.of("Later")));
        assertFalse(said().contains("once: ./countersign script install"), said());
    }

    @Test
    void aWatchedScriptIsCheckedAgainWhenItChanges() throws Exception {
        Path script = folder.resolve("Watched.java");
        String good = "import io.countersign.script.*;\npublic class Watched implements Workflow {\n"
                + "    public WorkflowResult run(WorkflowContext ctx) { return WorkflowResult.ok(\"a\"); }\n}\n";
        Files.writeString(script, good);
        Thread watching = new Thread(() -> run("check", "--watch", script.toString()));
        watching.start();
        try {
            waitFor(": clean");
            Files.writeString(script, good.replace("\"a\"", "System.getenv(\"HOME\")"));
            waitFor("MEMBER_NOT_ALLOWED");
            waitFor("Watched.java changed\n");
            assertTrue(watching.isAlive(), "it goes on");
        } finally {
            watching.interrupt();
            watching.join(60_000);
        }
        assertFalse(watching.isAlive(), "an interrupt ends it");
    }

    private void waitFor(String text) throws InterruptedException {
        long until = System.nanoTime() + 120_000_000_000L;
        while (!said().contains(text) && System.nanoTime() < until) {
            Thread.sleep(50);
        }
        assertTrue(said().contains(text), said());
    }
}
