package io.countersign.sandbox.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.countersign.sandbox.IndicatorData;
import io.countersign.sandbox.Limits;
import io.countersign.sandbox.RunOutcome;
import io.countersign.sandbox.RunSpec;
import io.countersign.sandbox.Sandbox;
import io.countersign.sandbox.SandboxOptions;
import io.countersign.sandbox.ScriptTexts;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a run that failed says: the field, the line and what to do, in both modes. */
class RunMessagesTest {
    private static Sandbox inProcess;
    private static Sandbox workers;

    @BeforeAll
    static void open() {
        inProcess = Sandbox.inProcess(SandboxOptions.DEFAULT);
        workers = Sandbox.workers(SandboxOptions.DEFAULT.withWorkers(1, 96));
    }

    @AfterAll
    static void close() {
        inProcess.close();
        workers.close();
    }

    private static String source(String statement) {
        return "import io.countersign.script.*;\nimport jakarta.json.*;\nimport java.util.*;\nimport java.util.stream.*;\n"
                + "public class Made implements Workflow {\n    JsonObject o(String s) { return Json.createReader(new java.io.StringReader(s)).readObject(); }\n"
                + "    public WorkflowResult run(WorkflowContext ctx) {\n        String none = null;\n        if (ctx != null) { "
                + statement
                + " }\n        return WorkflowResult.ok(\"a\");\n    }\n}\n";
    }

    private static String message(String statement) {
        RunSpec spec = RunSpec.of(source(statement), "run", IndicatorData.of("ip", "203.0.113.9"));
        String inWorker = failed(workers.run(spec, ScriptTexts.NO_HOST));
        assertEquals(inWorker, failed(inProcess.run(spec, ScriptTexts.NO_HOST)));
        return inWorker;
    }

    private static String failed(RunOutcome outcome) {
        return assertInstanceOf(RunOutcome.Failed.class, outcome, outcome::toString)
                .message();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "o(\"{`ID`: 1, `b`: 2}\").getString(\"id\");|NullPointerException: the JSON object has no string \"id\"; it has: ID, b (line 9)",
                "o(\"{}\").getInt(\"id\");|NullPointerException: the JSON object has no number \"id\"; it is empty (line 9)",
                "o(\"{`a`: 1}\").getBoolean(\"b\");|NullPointerException: the JSON object has no boolean \"b\"; it has: a (line 9)",
                "o(\"{`a`: 1}\").getString(\"a\");|ClassCastException: the JSON object has no string \"a\": it is a number (line 9)",
                "o(\"{`a`: null}\").getString(\"a\");|ClassCastException: the JSON object has no string \"a\": it is null (line 9)",
                "o(\"{`a`: []}\").getJsonObject(\"a\");|ClassCastException: the JSON object has no object \"a\": it is an array (line 9)",
                "o(\"{`Users`: 1}\").getJsonArray(\"users\").size();|NullPointerException: the JSON object has no array \"users\"; it has: Users (line 9)",
                "o(\"{`a`: {`c`: 1}}\").getJsonObject(\"a\").getJsonObject(\"b\").getString(\"c\");|NullPointerException: no JSON object to ask for \"c\": the JSON object has no object \"b\"; it has: c (line 9)",
                "Map.of(\"a\", none);|NullPointerException: Map.of takes no null; use a HashMap (line 9)",
                "Map.entry(none, 1);|NullPointerException: Map.entry takes no null; use new AbstractMap.SimpleEntry<>(...) (line 9)",
                "List.of(\"a\", none);|NullPointerException: List.of takes no null; use Arrays.asList(...) or an ArrayList (line 9)",
                "Set.of(none);|NullPointerException: Set.of takes no null; use a HashSet (line 9)",
                "Optional.of(none);|NullPointerException: Optional.of takes no null; use Optional.ofNullable(...) (line 9)",
                "List.copyOf(Arrays.asList(none, none));|NullPointerException: List.copyOf takes no null; use new ArrayList<>(list) (line 9)",
                "Stream.of(1).collect(Collectors.toMap(x -> x, x -> (String) null));|NullPointerException: Collectors.toMap takes no null (line 9)",
                "throw new NullPointerException();|NullPointerException: no message (line 9)",
                "throw new NullPointerException(\"mine\");|NullPointerException: mine (line 9)",
                "ctx.secrets().require(\"API_KEY\");|IllegalStateException: secret API_KEY is not set or not granted to this workflow: set SECRET_API_KEY on the server and list API_KEY in the workflow's allowed_secrets (line 9)"
            })
    void saysWhatWasMissing(String statement, String message) {
        assertEquals(message, message(statement.replace("`", "\\\"")));
    }

    @Test
    void whatIsThereIsFoundAsBefore() {
        String all = "JsonObject o = o(\"{`s`: `x`, `n`: 7, `b`: true, `o`: {}, `a`: []}\");"
                + " if (!o.getString(\"s\").equals(\"x\") || o.getInt(\"n\") != 7 || !o.getBoolean(\"b\") || !o.getJsonObject(\"o\").isEmpty()"
                + " || !o.getJsonArray(\"a\").isEmpty() || o.getJsonNumber(\"n\").intValue() != 7 || !o.getJsonString(\"s\").getString().equals(\"x\")"
                + " || o.getJsonObject(\"none\") != null) { return WorkflowResult.fail(\"wrong\"); } throw new IllegalStateException(\"fine\");";
        assertEquals("IllegalStateException: fine (line 9)", message(all.replace("`", "\\\"")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "while (true) { none = \"a\"; }",
                "ctx.pause(java.time.Duration.ofSeconds(50));",
                "while (true) { ctx.log().debug(\"\"); ctx.pause(java.time.Duration.ofMillis(1)); }"
            })
    void aRunOverItsTimeSaysWhereItWas(String statement) {
        Limits d = Limits.DEFAULT;
        Limits limits = new Limits(
                300,
                d.steps(),
                d.allocatedBytes(),
                d.depth(),
                d.logBytes(),
                d.httpCalls(),
                d.responseBytes(),
                d.resultBytes());
        RunSpec spec = ScriptTexts.spec(source(statement), Map.of(), limits);
        for (Sandbox sandbox : new Sandbox[] {inProcess, workers}) {
            RunOutcome outcome = sandbox.run(spec, ScriptTexts.NO_HOST);
            assertEquals(
                    "the run took longer than 300 ms; it was in line 9",
                    assertInstanceOf(RunOutcome.TimedOut.class, outcome, outcome::toString)
                            .message());
        }
    }
}
