package io.countersign.sandbox.cli;

import io.countersign.sandbox.RunOutcome;
import io.countersign.sandbox.Sandbox;
import io.countersign.sandbox.http.EgressPolicy;
import io.countersign.sandbox.http.RequestGuard;
import io.countersign.sandbox.mocks.MockHost;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** {@code script test PATH…}: runs case files through the sandbox and compares. */
final class TestCommand {
    private static final int MOST_LINES = 50;

    private final Sandbox sandbox;
    private final PrintStream out;
    private final PrintStream err;
    private final Colors colors;
    private final boolean json;
    private final boolean watch;

    TestCommand(Sandbox sandbox, PrintStream out, PrintStream err, Colors colors, List<String> options) {
        this.sandbox = sandbox;
        this.out = out;
        this.err = err;
        this.colors = colors;
        this.json = options.contains("--json");
        this.watch = options.contains("--watch");
    }

    int run(List<String> paths) {
        return watch ? new Watch(paths, () -> once(paths)).untilInterrupted() : once(paths);
    }

    private int once(List<String> paths) {
        List<Path> files = new ArrayList<>();
        int status = ScriptCommand.WELL;
        for (String path : paths) {
            List<Path> found = cases(Path.of(path));
            if (found.isEmpty()) {
                err.println(TerminalText.of(path) + ": no case file (NAME.case.json) there");
                status = ScriptCommand.UNUSABLE;
            }
            files.addAll(found);
        }
        int expected = 0;
        for (Path file : files) {
            int one = test(file);
            out.flush();
            expected += one == ScriptCommand.WELL ? 1 : 0;
            status = Math.max(status, one);
        }
        if (!json) {
            out.println(expected + " of " + files.size() + " as expected");
        }
        out.flush();
        return status;
    }

    static List<Path> cases(Path path) {
        if (Files.isRegularFile(path)) {
            boolean script = path.toString().endsWith(".java");
            Path beside = script ? Path.of(path.toString().replaceAll("\\.java$", ".case.json")) : path;
            return Files.isRegularFile(beside) ? List.of(beside) : List.of();
        }
        if (!Files.isDirectory(path)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(path)) {
            return all.filter(Files::isRegularFile)
                    .filter(CaseFile::isCase)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private int test(Path file) {
        CaseFile one;
        try {
            one = CaseFile.read(file);
        } catch (IllegalArgumentException e) {
            err.println(TerminalText.of(file + ": " + e.getMessage()));
            return ScriptCommand.UNUSABLE;
        }
        CaseResult result = runCase(sandbox, one);
        List<String> differences = one.expectation().differences(result);
        if (json) {
            out.println(TerminalText.json(result.json(differences.isEmpty())));
        } else {
            print(one, result, differences);
        }
        return differences.isEmpty() ? ScriptCommand.WELL : ScriptCommand.FOUND;
    }

    /** Runs a case against its mocks. */
    static CaseResult runCase(Sandbox sandbox, CaseFile one) {
        EgressPolicy policy = EgressPolicy.of(
                System.getenv("EGRESS_ALLOWED_HOSTS"), Boolean.parseBoolean(System.getenv("EGRESS_ALLOW_PRIVATE")));
        MockHost host = new MockHost(one.mocks(), new RequestGuard(policy.forMocks()));
        RunOutcome outcome = sandbox.run(one.spec(), host);
        return CaseResult.of(one.name(), outcome, host);
    }

    private void print(CaseFile one, CaseResult result, List<String> differences) {
        String mark = differences.isEmpty() ? colors.green("ok  ") : colors.red("FAIL");
        out.println(mark + " " + TerminalText.of(one.name()) + "  " + result.outcome()
                + (result.code() == null ? "" : " " + result.code()) + colors.dim("  " + result.millis() + " ms"));
        if (!result.message().isEmpty()) {
            out.println("     " + TerminalText.of(result.message()));
        }
        result.log().stream()
                .limit(MOST_LINES)
                .forEach(l -> out.println(colors.dim("     "
                        + TerminalText.of(
                                l.level() + " " + l.message() + (l.fields().isEmpty() ? "" : " " + l.fields())))));
        if (!result.errors().isEmpty()) {
            CheckCommand.print(one.name(), one.source(), result.errors(), out, colors);
        }
        differences.forEach(d -> out.println("     " + colors.red(TerminalText.of(d))));
    }
}
