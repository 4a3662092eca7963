package io.countersign.sandbox.cli;

import io.countersign.sandbox.Sandbox;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Case files for other runners than the command line. */
public final class CaseCheck {
    private CaseCheck() {}

    /** The case files at a path: itself, or all below it. */
    public static List<Path> find(Path path) {
        return TestCommand.cases(path);
    }

    /**
     * Runs a case and says what differs from what it expects, findings included; empty if nothing does.
     *
     * @throws IllegalArgumentException if the case cannot be used
     */
    public static List<String> differences(Sandbox sandbox, Path file) {
        CaseFile one = CaseFile.read(file);
        CaseResult result = TestCommand.runCase(sandbox, one);
        List<String> found = new ArrayList<>(one.expectation().differences(result));
        if (!found.isEmpty()) {
            result.errors().forEach(e -> found.add("line " + e.line() + ": " + e.message()));
        }
        return found;
    }
}
