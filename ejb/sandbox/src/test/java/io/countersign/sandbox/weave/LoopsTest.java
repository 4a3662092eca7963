package io.countersign.sandbox.weave;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.countersign.sandbox.CancelToken;
import io.countersign.sandbox.IndicatorData;
import io.countersign.sandbox.Limits;
import io.countersign.sandbox.RunOutcome;
import io.countersign.sandbox.RunSpec;
import io.countersign.sandbox.Sandbox;
import io.countersign.sandbox.SandboxOptions;
import io.countersign.sandbox.http.EgressPolicy;
import io.countersign.sandbox.http.RequestGuard;
import io.countersign.sandbox.mocks.MockHost;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Loops count to themselves, and what they count is not lost. */
class LoopsTest {
    /** Steps between two looks at what was counted, at most. */
    private static final long UNSEEN = 40_000;

    private static Sandbox sandbox;

    @BeforeAll
    static void open() {
        sandbox = Sandbox.inProcess(SandboxOptions.DEFAULT);
    }

    @AfterAll
    static void close() {
        sandbox.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "for (int i = 0; i < 1_000_000; i++) { n += i; }",
                "int i = 0; do { n += i; } while (++i < 1_000_000);",
                "long i = 0; double d = 0; while (i < 1_000_000) { i++; if (i % 3 == 0) continue; d += i; } n = (int) d;",
                "for (int i = 0; i < 1_000; i++) { for (int j = 0; j < 1_000; j++) { n += j; } }",
                "for (int i = 0; i < 10_000; i++) { n += hundred(); }",
                "for (int i = 1; i <= 1_000_000; i++) { n += 1_000 / i; }",
                "int i = 0; do { n = Integer.sum(n, i); } while (++i < 1_000_000);",
                "for (int i = 0; i < 10_000; i++) { try { thrown(); } catch (IllegalStateException e) { n++; } }",
                "outer: for (int i = 0; ; i++) { for (int j = 0; j < 1_000; j++) { if (i == 1_000) break outer; if (j == 999) continue outer; n++; } }",
                "n = IntStream.range(0, 1_000).map(x -> { int m = 0; for (int i = 0; i < 1_000; i++) m += i; return m; }).sum();"
            })
    void everyTurnOfALoopIsAStep(String body) {
        RunOutcome outcome = run(body, Limits.DEFAULT);
        assertInstanceOf(RunOutcome.Succeeded.class, outcome, outcome::toString);
        assertTrue(outcome.spent().steps() > 1_000_000 - UNSEEN, outcome::toString);
        RunOutcome limited = run(body, steps(500_000));
        assertEquals(
                "LIMIT_STEPS",
                assertInstanceOf(RunOutcome.LimitExceeded.class, limited, limited::toString)
                        .code());
    }

    @Test
    void aFewStepsAreCountedToTheStep() {
        String body = "for (int i = 0; i < 400; i++) { n += i; }";
        assertInstanceOf(RunOutcome.Succeeded.class, run(body, steps(450)));
        assertInstanceOf(RunOutcome.LimitExceeded.class, run(body, steps(350)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"n = n * 31 + 123_456;\n", "n = n / 31 + 123_456;\n"})
    void aLoopOfMoreThan32KilobytesIsALoop(String line) {
        String body = "for (int i = 0; i < 20_000; i++) { " + line.repeat(4_000) + " }";
        assertInstanceOf(RunOutcome.Succeeded.class, run(body, Limits.DEFAULT));
        assertInstanceOf(RunOutcome.LimitExceeded.class, run(body, steps(10_000)));
    }

    private static Limits steps(long most) {
        Limits l = Limits.DEFAULT;
        return new Limits(
                l.wallMillis(),
                most,
                l.allocatedBytes(),
                l.depth(),
                l.logBytes(),
                l.httpCalls(),
                l.responseBytes(),
                l.resultBytes());
    }

    private static RunOutcome run(String body, Limits limits) {
        String source =
                "import io.countersign.script.*; import java.util.stream.*; public class Loops implements Workflow {"
                        + " int hundred() { int m = 0; for (int i = 0; i < 100; i++) { m += i; } return m; }"
                        + " void thrown() { for (int i = 0; i < 100; i++) { if (i == 99) throw new IllegalStateException(); } }"
                        + " public WorkflowResult run(WorkflowContext ctx) { int n = 0; " + body
                        + " return WorkflowResult.ok(\"\" + n); } }";
        return sandbox.run(
                new RunSpec(
                        source,
                        "loops",
                        IndicatorData.of("ip", "203.0.113.9"),
                        null,
                        Map.of(),
                        Map.of(),
                        Set.of(),
                        limits,
                        new CancelToken()),
                new MockHost(List.of(), new RequestGuard(EgressPolicy.of("", false))));
    }
}
