package io.countersign.sandbox.cli;

import io.countersign.sandbox.Finding;
import io.countersign.sandbox.SourceCheck;
import io.countersign.sandbox.json.SandboxJson;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code script check FILE…}: the save-time check, each finding with its line and a caret. */
final class CheckCommand {
    private final SourceCheck check = new SourceCheck();
    private final PrintStream out;
    private final PrintStream err;
    private final Colors colors;
    private final boolean json;
    private final boolean watch;

    CheckCommand(PrintStream out, PrintStream err, Colors colors, List<String> options) {
        this.out = out;
        this.err = err;
        this.colors = colors;
        this.json = options.contains("--json");
        this.watch = options.contains("--watch");
    }

    int run(List<String> files) {
        return watch
                ? new Watch(files, WatchedFiles.scripts(files), json ? err : out, () -> once(files)).untilInterrupted()
                : once(files);
    }

    private int once(List<String> files) {
        int worst = ScriptCommand.WELL;
        for (String file : files) {
            worst = Math.max(worst, check(file));
            out.flush();
        }
        return worst;
    }

    private int check(String file) {
        String source;
        try {
            source = TextFile.read(Path.of(file));
        } catch (IllegalArgumentException e) {
            err.println(TerminalText.of(e.getMessage()));
            return ScriptCommand.UNUSABLE;
        }
        List<Finding> findings = check.findings(source);
        if (json) {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("file", file);
            line.put("valid", findings.isEmpty());
            line.put("errors", findings.stream().map(CaseResult::finding).toList());
            out.println(TerminalText.json(SandboxJson.write(line)));
        } else {
            print(file, source, findings, out, colors);
        }
        return findings.isEmpty() ? ScriptCommand.WELL : ScriptCommand.FOUND;
    }

    static void print(String file, String source, List<Finding> findings, PrintStream out, Colors colors) {
        String[] lines = source.split("\\R", -1);
        for (Finding f : findings) {
            out.println(TerminalText.of(file) + ":" + f.line() + ":" + f.column() + ": " + colors.red(f.code()) + " "
                    + TerminalText.of(f.message()));
            if (f.line() <= lines.length && lines[f.line() - 1].length() < 400) {
                String line = lines[f.line() - 1].replace('\t', ' ');
                out.println("    " + TerminalText.of(line));
                out.println("    "
                        + " "
                                .repeat(TerminalText.of(line.substring(0, Math.min(f.column() - 1, line.length())))
                                        .length())
                        + colors.red("^"));
            }
        }
        if (findings.isEmpty()) {
            out.println(TerminalText.of(file) + ": " + colors.green("clean"));
        }
    }
}
