package io.countersign.sandbox.runnable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.countersign.sandbox.Finding;
import io.countersign.sandbox.RunOutcome;
import io.countersign.sandbox.Sandbox;
import io.countersign.sandbox.SandboxOptions;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the check accepts runs: of each shape the largest program that is accepted, and the next size is a finding. */
class AcceptedRunsTest {
    private static final Set<String> WORDS = Set.of(
            "METHOD_TOO_LARGE",
            "FRAME_TOO_LARGE",
            "CLASS_TOO_LARGE",
            "TOO_MANY_CLASSES",
            "TOO_MANY_VALUES",
            "NOT_RUNNABLE",
            "COMPILE_ERROR",
            "SOURCE_TOO_LARGE",
            "NESTED_TOO_DEEP",
            "EXPRESSION_TOO_LONG");

    private static Sandbox workers;
    private static Sandbox inProcess;

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

    @ParameterizedTest
    @EnumSource(Growing.class)
    void theLargestThatIsAcceptedRuns(Growing shape) throws Exception {
        int largest = largest(shape, inProcess);
        assertTrue(largest > 1, shape + " is refused when it is small: " + findings(shape, 2, inProcess));
        String source = shape.source(largest);
        String expected = Runs.plainly(source);
        assertEquals(expected, message(Runs.in(workers, source)));
        assertEquals(expected, message(Runs.in(inProcess, source)));
        if (largest < shape.most()) {
            List<Finding> findings = findings(shape, largest + 1, inProcess);
            assertFalse(findings.isEmpty());
            findings.forEach(f -> assertTrue(WORDS.contains(f.code()), f::toString));
        }
    }

    static String message(RunOutcome outcome) {
        return assertInstanceOf(RunOutcome.Succeeded.class, outcome, outcome::toString)
                .message();
    }

    /** From about where it is in growing steps, then halving what is left between. */
    static int largest(Growing shape, Sandbox sandbox) {
        int accepted = 0;
        int refused = shape.most() + 1;
        int step = 1;
        for (int size = shape.near(); size > accepted && size < refused; step *= 4) {
            if (findings(shape, size, sandbox).isEmpty()) {
                accepted = size;
                size = Math.min(size + step, shape.most());
            } else {
                refused = size;
                size = Math.max(size - step, 1);
            }
        }
        while (refused - accepted > 1) {
            int middle = (accepted + refused) >>> 1;
            if (findings(shape, middle, sandbox).isEmpty()) {
                accepted = middle;
            } else {
                refused = middle;
            }
        }
        return accepted;
    }

    private static List<Finding> findings(Growing shape, int size, Sandbox sandbox) {
        return sandbox.check(shape.source(size)).findings();
    }
}
