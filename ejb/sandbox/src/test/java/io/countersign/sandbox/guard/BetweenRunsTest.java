package io.countersign.sandbox.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.countersign.sandbox.Corpus;
import io.countersign.sandbox.Limits;
import io.countersign.sandbox.RunOutcome;
import io.countersign.sandbox.Sandbox;
import io.countersign.sandbox.SandboxOptions;
import io.countersign.sandbox.ScriptTexts;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What one run does to the JVM is not felt by the next, though all run in one worker, one after the other. */
class BetweenRunsTest {
    private static final Limits DEEPEST =
            new Limits(20_000, Limits.MAXIMUM.steps(), 1L << 30, Limits.MAXIMUM.depth(), 1_000, 1, 1_000, 10_000);
    private static final int NEAR_THE_LIMIT = 19_900;

    private static Sandbox sandbox;

    @BeforeAll
    static void open() {
        sandbox = Sandbox.workers(SandboxOptions.DEFAULT.withWorkers(1, 96));
    }

    @AfterAll
    static void close() {
        sandbox.close();
    }

    /** With the largest frames that weigh one, at the deepest nesting there is: the JDK has its reserve. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "format",
                "format-french",
                "format-german",
                "symbols",
                "number-format",
                "decimal-format",
                "month",
                "weekday",
                "date-localized",
                "date-pattern",
                "date-parse",
                "zone",
                "zone-name",
                "week",
                "digest",
                "digest-sha1",
                "uuid",
                "uuid-name",
                "random",
                "shuffle",
                "json",
                "regex",
                "split",
                "collect",
                "statistics",
                "concat",
                "record",
                "enum",
                "big",
                "big-divide",
                "double",
                "base64",
                "url",
                "charset",
                "normalize",
                "exception"
            })
    void theJdkWorksAtTheBottomOfTheStackAsAtItsTop(String what) throws IOException {
        String deep = said(run("BottomOfStack", Map.of("what", what, "depth", NEAR_THE_LIMIT), DEEPEST));
        String flat = said(run("BottomOfStack", Map.of("what", what, "depth", 0), Limits.DEFAULT));
        assertEquals(flat, deep);
    }

    /** The JDK's own recursion may find the end of the stack there; then the run ends, and the worker with it. */
    @ParameterizedTest
    @ValueSource(strings = {"nested-hash", "nested-text", "comparators", "functions", "stages"})
    void recursionOfTheJdkEndsAtTheLimit(String what) throws IOException {
        long before = sandbox.status().recycled();
        RunOutcome outcome = run("BottomOfStack", Map.of("what", what, "depth", NEAR_THE_LIMIT), DEEPEST);
        if (outcome instanceof RunOutcome.LimitExceeded limit) {
            assertEquals("LIMIT_DEPTH", limit.code());
        } else {
            assertInstanceOf(RunOutcome.Succeeded.class, outcome, outcome.toString());
        }
        assertEquals(before + 1, sandbox.status().recycled());
        honest("HonestFrench");
        honest("HonestFormat");
    }

    @ParameterizedTest
    @CsvSource({
        "GuardAtBottom, 330", "GuardAtBottom, 180", "GuardAtBottom, 60",
        "LocaleAtBottom, 330", "LocaleAtBottom, 180", "LocaleAtBottom, 60",
        "WorkerLost, 330", "WorkerLost, 180", "WorkerLost, 60"
    })
    void wideFramesDoNotReachTheBottom(String script, int small) throws IOException {
        RunOutcome outcome = run(script, Map.of("big", 1738, "small", small), Limits.DEFAULT);
        assertEquals(
                "LIMIT_DEPTH",
                assertInstanceOf(RunOutcome.LimitExceeded.class, outcome).code());
        honest("HonestFrench");
        honest("HonestFormat");
    }

    @Test
    void nobodyChoosesWhatAnotherDraws() throws IOException {
        assertFalse(said(run("KeepMathRandom", Map.of(), Limits.DEFAULT)).contains("ESCAPED"));
        assertFalse(said(run("KeepMathRandom", Map.of(), Limits.DEFAULT)).contains("ESCAPED"));
    }

    @Test
    void nobodyChoosesAnothersFormat() throws IOException {
        run("KeepLocalizedPattern", Map.of("poison", true), Limits.DEFAULT);
        assertEquals("5/3/26", said(run("KeepLocalizedPattern", Map.of(), Limits.DEFAULT)));
    }

    @Test
    void madeUpLocalesFillNoMemory() throws IOException {
        honest("Victim");
        for (int i = 0; i < 5; i++) {
            said(run("KeepLocaleTexts", Map.of("from", i * 1_000, "count", 1_000), Limits.DEFAULT));
        }
        honest("Victim");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "new Locale(\"en\", \"US\", \"v1\")",
                "Locale.forLanguageTag(\"en-US-u-nu-thai\")",
                "Locale.forLanguageTag(\"en-US-x-made-up\")",
                "((BiFunction<String, String, Locale>) Locale::new).apply(\"en\", \"US\")",
                "((Function<String, Locale>) Locale::forLanguageTag).apply(\"en-US-posix2\")",
                "new Locale(System.nanoTime() > 0 ? \"en\" : \"de\", List.of(\"US\").get(0))",
                "new Locale(\"en\", \"US\", new Locale(\"fr\", \"QQ\").getLanguage())",
                "new Locale(\"en\", \"US\", \"v2\").stripExtensions()"
            })
    void everyWayToALocaleLeadsToOneOfTheJdks(String made) {
        String source = ScriptTexts.script("", "\"\" + " + made);
        assertEquals(
                "en_US", said(sandbox.run(ScriptTexts.spec(source, Map.of(), Limits.DEFAULT), ScriptTexts.NO_HOST)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Math.random()",
                "StrictMath.random()",
                "((Supplier<Double>) Math::random).get()",
                "DoubleStream.generate(Math::random).limit(3).sum()"
            })
    void everyDrawIsTheRunsOwn(String drawn) {
        String source = ScriptTexts.script("", "\"\" + " + drawn);
        RunOutcome first = sandbox.run(ScriptTexts.spec(source, Map.of(), Limits.DEFAULT), ScriptTexts.NO_HOST);
        RunOutcome second = sandbox.run(ScriptTexts.spec(source, Map.of(), Limits.DEFAULT), ScriptTexts.NO_HOST);
        assertFalse(said(first).equals(said(second)));
    }

    private static void honest(String script) throws IOException {
        assertFalse(said(run(script, Map.of(), Limits.DEFAULT)).contains("ESCAPED"), script);
    }

    private static String said(RunOutcome outcome) {
        return assertInstanceOf(RunOutcome.Succeeded.class, outcome, outcome.toString())
                .message();
    }

    private static RunOutcome run(String script, Map<String, Object> parameters, Limits limits) throws IOException {
        String source = Files.readString(Corpus.folder("between-runs").resolve(script + ".java"));
        return sandbox.run(ScriptTexts.spec(source, parameters, limits), ScriptTexts.NO_HOST);
    }
}
