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
        return watch
                ? new Watch(paths, WatchedFiles.cases(paths), json ? err : out, () -> once(paths)).untilInterrupted()
                : once(paths);
    }

    private int once(List<String> paths) {
        List<Path> files = new ArrayList<>();
        int status = ScriptCommand.WELL;
        for (String path : paths) {
            List<Path> found = cases(Path.of(path));
            if (found.isEmpty()) {
                err.println(TerminalText.of(nothingAt(Path.of(path))));
                status = ScriptCommand.UNUSABLE;
            }
            files.addAll(found);
        }
        int expected = 0;
        int reported = 0;
        for (Path file : files) {
            Verdict one = test(file);
            out.flush();
            expected += one == Verdict.AS_EXPECTED ? 1 : 0;
            reported += one == Verdict.REPORTED ? 1 : 0;
            status = Math.max(status, one.status);
        }
        if (!json) {
            String without = reported == 0 ? "" : ", " + reported + " without expect";
            out.println(expected + " of " + (files.size() - reported) + " as expected" + without);
        }
        out.flush();
        return status;
    }

    private static String nothingAt(Path path) {
        if (!Files.exists(path)) {
            return "there is no file or folder " + path;
        }
        if (Files.isDirectory(path)) {
            return path + ": no case file (NAME.case.json) there";
        }
        return path.toString().endsWith(".java")
                ? "there is no case file " + beside(path)
                : path + " is neither a case (NAME.case.json) nor a script";
    }

    private static Path beside(Path script) {
        return Path.of(script.toString().replaceAll("\\.java$", ".case.json"));
    }

    static List<Path> cases(Path path) {
        if (Files.isRegularFile(path)) {
            boolean script = path.toString().endsWith(".java");
            Path beside = script ? beside(path) : path;
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

    private enum Verdict {
        AS_EXPECTED(ScriptCommand.WELL),
        /** It expects nothing. */
        REPORTED(ScriptCommand.WELL),
        DIFFERENT(ScriptCommand.FOUND),
        UNUSABLE(ScriptCommand.UNUSABLE);

        private final int status;

        Verdict(int status) {
            this.status = status;
        }
    }

    private Verdict test(Path file) {
        CaseFile one;
        try {
            one = CaseFile.read(file);
        } catch (IllegalArgumentException e) {
            err.println(TerminalText.of(file + ": " + e.getMessage()));
            return Verdict.UNUSABLE;
        }
        CaseResult result = runCase(sandbox, one);
        List<String> differences = one.expectation().differences(result);
        Verdict verdict = !one.expectation().any()
                ? Verdict.REPORTED
                : differences.isEmpty() ? Verdict.AS_EXPECTED : Verdict.DIFFERENT;
        if (json) {
            out.println(TerminalText.json(
                    result.json(verdict == Verdict.REPORTED ? null : verdict == Verdict.AS_EXPECTED)));
        } else {
            print(one, result, verdict, differences);
        }
        return verdict;
    }

    /** Runs a case against its mocks. */
    static CaseResult runCase(Sandbox sandbox, CaseFile one) {
        EgressPolicy policy = EgressPolicy.of(
                System.getenv("EGRESS_ALLOWED_HOSTS"), Boolean.parseBoolean(System.getenv("EGRESS_ALLOW_PRIVATE")));
        MockHost host = new MockHost(one.mocks(), one.standIns(), new RequestGuard(policy.forMocks()));
        RunOutcome outcome = sandbox.run(one.spec(), host);
        return CaseResult.of(one.name(), outcome, host);
    }

    private void print(CaseFile one, CaseResult result, Verdict verdict, List<String> differences) {
        String mark =
                switch (verdict) {
                    case AS_EXPECTED -> colors.green("ok  ");
                    case REPORTED -> colors.dim("ran ");
                    case DIFFERENT, UNUSABLE -> colors.red("FAIL");
                };
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
