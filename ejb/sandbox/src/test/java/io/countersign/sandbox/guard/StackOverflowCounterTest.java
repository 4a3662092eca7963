package io.countersign.sandbox.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What nobody saw is counted all the same, in a JVM whose command line lets it be counted. */
class StackOverflowCounterTest {
    private static int deeper(int n) {
        return deeper(n + 1) + 1;
    }

    /** In a JVM of its own; the exit code is what was counted before, after and after that. */
    static final class Swallowing {
        public static void main(String[] args) {
            boolean before = StackOverflowCounter.happened();
            try {
                deeper(0);
            } catch (StackOverflowError e) {
                // as the JDK does
            }
            boolean after = StackOverflowCounter.happened();
            boolean again = StackOverflowCounter.happened();
            System.exit(
                    (StackOverflowCounter.counted() ? 8 : 0) + (before ? 4 : 0) + (after ? 2 : 0) + (again ? 1 : 0));
        }
    }

    @Test
    void aSwallowedOverflowIsCountedOnce() throws Exception {
        assertEquals(
                8 + 2,
                exitCode(StackOverflowCounter.OPENED.stream()
                        .map(opened -> "--add-opens=" + opened + "=ALL-UNNAMED")
                        .toList()));
    }

    @Test
    void nothingIsCountedWhereTheCommandLineDoesNotAllowIt() throws Exception {
        assertEquals(0, exitCode(List.of()));
    }

    private static int exitCode(List<String> options) throws IOException, InterruptedException {
        List<String> line = new java.util.ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(options);
        line.addAll(List.of("-cp", System.getProperty("java.class.path"), Swallowing.class.getName()));
        return new ProcessBuilder(line).inheritIO().start().waitFor();
    }
}
