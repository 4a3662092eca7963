package io.countersign.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a script hides leaves its run nowhere from then on, as a granted secret does. */
class HiddenValuesTest {
    private static final String TOKEN = "fetched-token-77c1";

    private static Sandbox workers;
    private static Sandbox inProcess;

    private final List<LogLine> lines = new ArrayList<>();
    private final List<HttpRecord> records = new ArrayList<>();

    @BeforeAll
    static void open() {
        workers = Sandbox.workers(SandboxOptions.DEFAULT.withWorkers(1, 96));
        inProcess = Sandbox.inProcess(SandboxOptions.DEFAULT);
    }

    @AfterAll
    static void close() {
        workers.close();
        inProcess.close();
    }

    private RunOutcome run(boolean inWorkers, String body) {
        String source =
                "import io.countersign.script.*;\nimport java.util.*;\npublic class Hides implements Workflow {\n"
                        + "public WorkflowResult run(WorkflowContext ctx) throws Exception {\n" + body + "\n}\n}\n";
        RunSpec spec = new RunSpec(
                source,
                "run-1",
                new IndicatorData("ip", "192.0.2.1", null, Map.of()),
                null,
                Map.of(),
                Map.of("API_KEY", "granted-secret-1"),
                Set.of(),
                Limits.DEFAULT,
                new CancelToken());
        return (inWorkers ? workers : inProcess).run(spec, new Recorder());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void itIsMaskedInLogResultAndRecordOfRequests(boolean inWorkers) {
        RunOutcome.Succeeded outcome = assertInstanceOf(RunOutcome.Succeeded.class, run(inWorkers, """
                String token = ctx.http().get("https://vault.example/token").send().body();
                ctx.log().info("before");
                String same = ctx.secrets().hide(token);
                ctx.log().info("bearer " + token, Map.of("b64", Base64.getEncoder().encodeToString(("u:" + token).getBytes())));
                ctx.http().get("https://api.example/x?key=" + java.net.URLEncoder.encode(token, "UTF-8")).send();
                return WorkflowResult.ok("done with " + same, Map.of("hex", HexFormat.of().formatHex(token.getBytes()), token, List.of(token), "other", "granted-secret-1"));"""));
        assertEquals("done with ***", outcome.message());
        assertEquals(Map.of("hex", "***", "***", List.of("***"), "other", "***"), outcome.data());
        assertEquals(
                List.of("before", "bearer ***"),
                lines.stream().map(LogLine::message).toList());
        assertTrue(String.valueOf(lines.get(1).fields()).contains("***"), lines.toString());
        assertEquals("https://api.example/x?key=***", records.get(1).url());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void itIsMaskedInWhatTheScriptThrows(boolean inWorkers) {
        RunOutcome.Failed outcome = assertInstanceOf(RunOutcome.Failed.class, run(inWorkers, """
                String token = ctx.http().get("https://vault.example/token").send().body();
                ctx.secrets().hide(token);
                throw new IllegalStateException("x".repeat(3_990) + token);"""));
        assertFalse(outcome.message().contains("fetched"), outcome.message());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void itsLimitsAreNamed(boolean inWorkers) {
        RunOutcome.LimitExceeded many = assertInstanceOf(RunOutcome.LimitExceeded.class, run(inWorkers, """
                for (int i = 0; i < 101; i++) {
                    ctx.secrets().hide("value-number-" + i);
                }
                return WorkflowResult.ok("hid them");"""));
        assertEquals("a script may hide 100 values of 16384 characters", many.message());
        RunOutcome.Succeeded again = assertInstanceOf(RunOutcome.Succeeded.class, run(inWorkers, """
                for (int i = 0; i < 1_000; i++) {
                    ctx.secrets().hide("the same value");
                }
                ctx.secrets().hide("short");
                return WorkflowResult.ok("the same value, short");"""));
        assertEquals("***, short", again.message());
        assertEquals(
                "a hidden value is too short to mask: it may show in logs and results",
                lines.get(0).message());
    }

    private final class Recorder implements Host {
        @Override
        public HttpReply http(HttpCall call) {
            return new HttpReply(200, Map.of(), TOKEN.getBytes());
        }

        @Override
        public void log(LogLine line) {
            lines.add(line);
        }

        @Override
        public void called(HttpRecord record) {
            records.add(record);
        }

        @Override
        public IntegrationReply integration(String name, String operation, Map<String, Object> args) {
            return new IntegrationReply(true, "done", Map.of());
        }
    }
}
