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
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * The workers of the newest other JDK on this machine: its compiler, its classes and its virtual machine keep the same
 * boundary. Attacks that may last until their time is over are left to {@link CorpusTest}; {@code -Dcorpus.all} runs them
 * here too.
 */
@Tag("long")
public class OtherJdkTest {

    private static Sandbox workers;

    @BeforeAll
    static void open() throws IOException {
        Optional<Path> home = newestOther();
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

    /** The home of the newest JDK beside the one that runs. */
    public static Optional<Path> newestOther() throws IOException {
        Path home = Path.of(System.getProperty("java.home")).toRealPath();
        if (home.getParent() == null) {
            return Optional.empty();
        }
        try (Stream<Path> beside = Files.list(home.getParent())) {
            return beside.filter(p ->
                            feature(p) >= 17 && feature(p) != Runtime.version().feature())
                    .filter(p ->
                            Files.isRegularFile(p.resolve("lib/modules")) && Files.isExecutable(p.resolve("bin/javac")))
                    .max(Comparator.comparingInt(OtherJdkTest::feature));
        }
    }

    private static int feature(Path home) {
        Properties release = new Properties();
        try (var in = Files.newInputStream(home.resolve("release"))) {
            release.load(in);
            String version = release.getProperty("JAVA_VERSION", "0").replace("\"", "");
            return Runtime.Version.parse(version).feature();
        } catch (IOException | IllegalArgumentException e) {
            return 0;
        }
    }

    @TestFactory
    Stream<DynamicTest> honestScriptsWorkThere() {
        return TestCommand.cases(Corpus.folder("benign")).stream()
                .map(f -> DynamicTest.dynamicTest(f.getFileName().toString(), () -> {
                    CaseFile one = CaseFile.read(f);
                    CaseResult result = TestCommand.runCase(workers, one);
                    assertEquals(List.of(), one.expectation().differences(result), () -> result.json(false));
                }));
    }

    @TestFactory
    Stream<DynamicTest> attacksAreContainedThere() throws IOException {
        return TestCommand.cases(Corpus.folder("attacks")).stream()
                .filter(f -> System.getProperty("corpus.all") != null
                        || !acceptable(f).contains("timed_out"))
                .map(f -> DynamicTest.dynamicTest(f.getFileName().toString(), () -> contained(f)));
    }

    private static void contained(Path file) {
        CaseResult result = TestCommand.runCase(workers, CaseFile.read(file));
        String line = result.json(true);
        assertTrue(acceptable(file).contains(result.outcome()), line);
        assertFalse(result.message().contains("ESCAPED"), line);
    }

    private static List<?> acceptable(Path file) {
        try {
            return (List<?>) ((Map<?, ?>) SandboxJson.read(Files.readString(file))).get("x_acceptable");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
