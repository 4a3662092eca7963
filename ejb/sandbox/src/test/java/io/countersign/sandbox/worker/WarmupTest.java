package io.countersign.sandbox.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.countersign.sandbox.run.RunResult;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class WarmupTest {

    @Test
    void theScriptOfTheWarmUpGoesTheWholeWay() throws IOException {
        RunResult[] result = new RunResult[1];
        Thread thread = new io.countersign.sandbox.guard.ScriptThread(
                () -> {
                    try {
                        result[0] = Warmup.run();
                    } catch (IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                },
                "warm-up");
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        assertEquals(RunResult.Kind.OK, result[0].kind());
        assertEquals(100, result[0].data().get("size"));
    }
}
