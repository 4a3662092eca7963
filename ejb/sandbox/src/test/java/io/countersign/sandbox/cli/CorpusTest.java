package io.countersign.sandbox.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.countersign.sandbox.Corpus;
import io.countersign.sandbox.Sandbox;
import io.countersign.sandbox.SandboxOptions;
import io.countersign.sandbox.json.SandboxJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every honest script does what it should, and no attack gets what it wanted. {@code -Dcorpus.only=REGEX} takes some of them. */
class CorpusTest {
    /** Attacks that only the end of a process ends, or that would take this JVM's memory. */
    private static final String WORKER_ONLY =
            "Mem.*|Bomb.*|Depth.*|Cpu.*|Kill(Big|Equals|LongStream|ModPow|ToStringLaughs|ResultLaughs|GenerateNew|Iterate|Regex|GetMessage).*|ResultHuge|ResultBig.*|HttpHugeBody";

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

    @TestFactory
    Stream<DynamicTest> honestScriptsWorkInWorkers() throws IOException {
        return cases("benign")
                .map(f -> DynamicTest.dynamicTest(f.getFileName().toString(), () -> asExpected(workers, f)));
    }

    @TestFactory
    Stream<DynamicTest> honestScriptsWorkInProcess() throws IOException {
        return cases("benign")
                .map(f -> DynamicTest.dynamicTest(f.getFileName().toString(), () -> asExpected(inProcess, f)));
    }

    @TestFactory
    Stream<DynamicTest> attacksAreContainedInWorkers() throws IOException {
        return cases("attacks")
                .map(f -> DynamicTest.dynamicTest(f.getFileName().toString(), () -> contained(workers, f)));
    }

    @TestFactory
    Stream<DynamicTest> attacksAreContainedInProcess() throws IOException {
        return cases("attacks")
                .filter(f -> !CaseFile.read(f).name().matches(WORKER_ONLY))
                .map(f -> DynamicTest.dynamicTest(f.getFileName().toString(), () -> contained(inProcess, f)));
    }

    private static Stream<Path> cases(String folder) throws IOException {
        List<Path> found = TestCommand.cases(Corpus.folder(folder));
        assertFalse(found.isEmpty(), "no cases in " + folder);
        String only = System.getProperty("corpus.only", ".*");
        return found.stream()
                .filter(f ->
                        f.getFileName().toString().replace(".case.json", "").matches(only));
    }

    private static void asExpected(Sandbox sandbox, Path file) {
        CaseFile one = CaseFile.read(file);
        CaseResult result = TestCommand.runCase(sandbox, one);
        assertEquals(List.of(), one.expectation().differences(result), () -> result.json(false));
    }

    private static void contained(Sandbox sandbox, Path file) throws IOException {
        Map<?, ?> raw = (Map<?, ?>) SandboxJson.read(Files.readString(file));
        CaseResult result = TestCommand.runCase(sandbox, CaseFile.read(file));
        String line = result.json(true);
        assertTrue(((List<?>) raw.get("x_acceptable")).contains(result.outcome()), line);
        assertFalse(result.message().contains("ESCAPED"), line);
        if (raw.get("x_forbidden_output") instanceof List<?> forbidden) {
            forbidden.forEach(f -> assertFalse(line.contains((String) f), line));
        }
    }
}
