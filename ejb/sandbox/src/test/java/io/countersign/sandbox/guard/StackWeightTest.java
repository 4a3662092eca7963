package io.countersign.sandbox.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.countersign.sandbox.Finding;
import io.countersign.sandbox.Limits;
import io.countersign.sandbox.RunOutcome;
import io.countersign.sandbox.Sandbox;
import io.countersign.sandbox.SandboxOptions;
import io.countersign.sandbox.ScriptTexts;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Frames of scripts never reach the end of the stack, however large they are and whatever makes them. */
class StackWeightTest {
    private static final Limits DEEPEST =
            new Limits(20_000, Limits.MAXIMUM.steps(), 1L << 30, Limits.MAXIMUM.depth(), 1_000, 1, 1_000, 10_000);

    private static Sandbox sandbox;

    @BeforeAll
    static void open() {
        sandbox = Sandbox.workers(SandboxOptions.DEFAULT.withWorkers(1, 96));
    }

    @AfterAll
    static void close() {
        sandbox.close();
    }

    static Stream<ScriptTexts.Shape> shapes() {
        return ScriptTexts.shapes(2_000).stream();
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void largeFramesEndAtTheLimitAndNotAtTheEndOfTheStack(ScriptTexts.Shape shape) {
        RunOutcome outcome = run(shape.source(), DEEPEST);
        RunOutcome.LimitExceeded limit = assertInstanceOf(RunOutcome.LimitExceeded.class, outcome, outcome.toString());
        assertEquals("LIMIT_DEPTH", limit.code());
        assertTrue(limit.message().startsWith("calls nest deeper than 20000"), limit.message());
    }

    @Test
    void ordinaryFramesNestAsDeepAsTheLimitSays() {
        String source = ScriptTexts.script("int f(int n) { return n == 0 ? 0 : 1 + f(n - 1); }", "\"\" + f(%d)");
        assertInstanceOf(RunOutcome.Succeeded.class, run(source.formatted(4_990), Limits.DEFAULT));
        assertInstanceOf(RunOutcome.Succeeded.class, run(source.formatted(19_990), DEEPEST));
        assertInstanceOf(RunOutcome.LimitExceeded.class, run(source.formatted(5_010), Limits.DEFAULT));
    }

    @Test
    void exceptionsDoNotMakeLargeFramesCheaper() {
        String source = ScriptTexts.script(
                "int f(int n) { " + ScriptTexts.variables(500)
                        + " if (n == 0) throw new IllegalStateException(); return f(n - 1) + (int) v499; }"
                        + " int tries() { int thrown = 0; for (int i = 0; i < 2_000; i++) try { f(20); } catch (IllegalStateException e) { thrown++; } return thrown; }",
                "tries() + \" \" + f(1_000_000)");
        RunOutcome outcome = run(source, Limits.DEFAULT);
        assertInstanceOf(RunOutcome.LimitExceeded.class, outcome, outcome.toString());
        String honest = source.replace("\" \" + f(1_000_000)", "\" \"");
        assertInstanceOf(RunOutcome.Succeeded.class, run(honest, Limits.DEFAULT));
    }

    @Test
    void aWorkerThatWentDeepIsReplaced() {
        String source = ScriptTexts.script("int f(int n) { return n == 0 ? 0 : 1 + f(n - 1); }", "\"\" + f(%d)");
        long before = sandbox.status().recycled();
        run(source.formatted(1_000), Limits.DEFAULT);
        assertEquals(before, sandbox.status().recycled());
        run(source.formatted(3_000), Limits.DEFAULT);
        assertEquals(before + 1, sandbox.status().recycled());
    }

    @Test
    void aWorkerThatMetALinkageErrorIsReplaced() {
        String source =
                ScriptTexts.script("static class A { static final int X = Integer.parseInt(\"x\"); }", "\"\" + A.X");
        long before = sandbox.status().recycled();
        assertInstanceOf(RunOutcome.Failed.class, run(source, Limits.DEFAULT));
        assertEquals(before + 1, sandbox.status().recycled());
    }

    @Test
    void aMethodWithAnAbsurdFrameIsRefusedAtItsLine() {
        String source = "\n\n"
                + ScriptTexts.script(
                        "int f(int n) {\n" + ScriptTexts.variables(4_200) + " return (int) v1; }", "\"\" + f(1)");
        List<Finding> findings = sandbox.check(source).findings();
        assertEquals("FRAME_TOO_LARGE", findings.get(0).code());
        assertEquals(4, findings.get(0).line());
    }

    private static RunOutcome run(String source, Limits limits) {
        return sandbox.run(ScriptTexts.spec(source, Map.of(), limits), ScriptTexts.NO_HOST);
    }
}
