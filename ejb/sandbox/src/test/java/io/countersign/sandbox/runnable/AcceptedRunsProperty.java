package io.countersign.sandbox.runnable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.countersign.sandbox.RunOutcome;
import io.countersign.sandbox.Sandbox;
import io.countersign.sandbox.SandboxOptions;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Programs of many constructs, nested by chance, do with checkpoints what they do without, in both modes. */
class AcceptedRunsProperty {
    private static Sandbox workers;
    private static Sandbox inProcess;

    @BeforeContainer
    static void open() {
        workers = Sandbox.workers(SandboxOptions.DEFAULT.withWorkers(1, 96));
        inProcess = Sandbox.inProcess(SandboxOptions.DEFAULT);
    }

    @AfterContainer
    static void close() {
        workers.close();
        inProcess.close();
    }

    @Property(tries = 60)
    void whatIsAcceptedRunsAsItIsWritten(@ForAll long seed, @ForAll @IntRange(min = 1, max = 160) int size)
            throws Exception {
        String source = Mixed.program(seed, size);
        Runs.plainly(source);
        String expected = Runs.plainly(source);
        assertEquals(expected, message(Runs.in(workers, source)), source);
        assertEquals(expected, message(Runs.in(inProcess, source)), source);
    }

    private static String message(RunOutcome outcome) {
        return assertInstanceOf(RunOutcome.Succeeded.class, outcome, outcome::toString)
                .message();
    }
}
