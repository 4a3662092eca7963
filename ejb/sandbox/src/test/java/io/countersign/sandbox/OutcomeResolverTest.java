package io.countersign.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.countersign.sandbox.run.RunResult;
import io.countersign.sandbox.secrets.Masker;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a worker says of its run is not believed further than a script may go. */
class OutcomeResolverTest {
    private static final Limits LIMITS = new Limits(1_000, 1_000, 1_000, 10, 100, 1, 100, 100);

    private final OutcomeResolver endings = new OutcomeResolver(LIMITS, Masker.of(List.of("corpus-secret-8f2e61")));

    private RunOutcome of(RunResult.Kind kind, String code, String message, Map<String, Object> data) {
        return endings.of(new RunResult(kind, code, message, data, 0, RunOutcome.Spent.NOTHING, false), null, false);
    }

    private void tooLong(RunOutcome outcome) {
        assertEquals(
                "LIMIT_RESULT",
                assertInstanceOf(RunOutcome.LimitExceeded.class, outcome).code());
    }

    @Test
    void aResultBeyondItsLimitDoesNotPassWhoeverSaysSo() {
        tooLong(of(RunResult.Kind.OK, "", "x".repeat(101), Map.of()));
        tooLong(of(RunResult.Kind.FAIL, "", "x", Map.of("a", "x".repeat(100))));
        tooLong(of(RunResult.Kind.OK, "", "x", Map.of("x".repeat(100), 1)));
        tooLong(of(RunResult.Kind.OK, "", "x", Map.of("a", List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12))));
    }

    @Test
    void aResultWithinItsLimitPasses() {
        RunOutcome outcome = of(RunResult.Kind.OK, "", "x".repeat(40), Map.of("a", List.of(1, 2.5, "b")));
        assertEquals(
                "x".repeat(40),
                assertInstanceOf(RunOutcome.Succeeded.class, outcome).message());
    }

    @Test
    void aSentenceWithoutEndIsCutButNoSecretWithIt() {
        RunOutcome outcome = of(
                RunResult.Kind.THREW,
                "SCRIPT_EXCEPTION",
                "x".repeat(7_990) + "corpus-secret-8f2e61" + "x".repeat(100_000),
                Map.of());
        String message = assertInstanceOf(RunOutcome.Failed.class, outcome).message();
        assertTrue(message.length() < 8_100, "length " + message.length());
        assertFalse(message.contains("corpus-s"), message.substring(7_900));
    }

    @Test
    void onlyKnownCodesAreRepeated() {
        assertInstanceOf(
                RunOutcome.Errored.class, of(RunResult.Kind.KILLED, "LIMIT_" + "X".repeat(1_000_000), "", Map.of()));
        assertInstanceOf(RunOutcome.Errored.class, of(RunResult.Kind.KILLED, "LIMIT_<script>", "", Map.of()));
        assertEquals(
                "SCRIPT_EXCEPTION",
                assertInstanceOf(RunOutcome.Failed.class, of(RunResult.Kind.THREW, "<b>", "x", Map.of()))
                        .code());
    }

    @Test
    void whatComesLateIsTimedOutWhateverItIs() {
        for (RunResult.Kind kind :
                List.of(RunResult.Kind.OK, RunResult.Kind.FAIL, RunResult.Kind.THREW, RunResult.Kind.BROKEN)) {
            RunResult late = new RunResult(kind, "SCRIPT_EXCEPTION", "x", Map.of(), 0, RunOutcome.Spent.NOTHING, false);
            assertInstanceOf(RunOutcome.TimedOut.class, endings.of(late, null, true));
        }
        RunResult killed =
                new RunResult(RunResult.Kind.KILLED, "LIMIT_DEPTH", "", Map.of(), 0, RunOutcome.Spent.NOTHING, false);
        assertInstanceOf(RunOutcome.LimitExceeded.class, endings.of(killed, null, true));
    }
}
