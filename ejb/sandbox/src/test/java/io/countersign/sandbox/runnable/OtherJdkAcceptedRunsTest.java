package io.countersign.sandbox.runnable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.countersign.sandbox.Sandbox;
import io.countersign.sandbox.SandboxOptions;
import io.countersign.sandbox.cli.OtherJdkTest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the check of the newest other JDK on this machine accepts runs there: its compiler and its limits are its own. */
@Tag("long")
class OtherJdkAcceptedRunsTest {
    private static Sandbox workers;

    @BeforeAll
    static void open() throws IOException {
        Optional<Path> home = OtherJdkTest.newestOther();
        Assumptions.assumeTrue(home.isPresent(), "no other JDK beside this one");
        SandboxOptions d = SandboxOptions.DEFAULT;
        workers = Sandbox.workers(d.withWorkers(1, d.workerHeapMegabytes()).withJavaHome(home.get()));
    }

    @AfterAll
    static void close() {
        if (workers != null) {
            workers.close();
        }
    }

    /** About where the limit is there too; what is beyond it, or costs that compiler too much, is a finding. */
    @ParameterizedTest
    @EnumSource(Growing.class)
    void whatIsAcceptedThereRunsThere(Growing shape) {
        for (int size : new int[] {shape.near(), shape.near() * 19 / 20}) {
            String source = shape.source(size);
            if (workers.check(source).findings().isEmpty()) {
                assertFalse(AcceptedRunsTest.message(Runs.in(workers, source)).isEmpty());
            }
        }
    }

    @Test
    void nestedConstructsDoThereWhatTheyDoHere() throws Exception {
        for (long seed = 1; seed <= 20; seed++) {
            String source = Mixed.program(seed, 80);
            assertEquals(Runs.plainly(source), AcceptedRunsTest.message(Runs.in(workers, source)), source);
        }
    }
}
