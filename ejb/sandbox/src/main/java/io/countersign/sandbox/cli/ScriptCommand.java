package io.countersign.sandbox.cli;

import io.countersign.sandbox.Sandbox;
import io.countersign.sandbox.SandboxOptions;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code script check|test|new|install}: exit code 0 all well, 1 findings or unexpected outcomes, 2 unusable. */
public final class ScriptCommand {
    static final int WELL = 0;
    static final int FOUND = 1;
    static final int UNUSABLE = 2;

    private ScriptCommand() {}

    public static void main(String[] args) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        int status = run(List.of(args), out, err);
        out.flush();
        err.flush();
        // a script's thread that nothing can stop must not keep the command alive
        Runtime.getRuntime().halt(status);
    }

    static int run(List<String> args, PrintStream out, PrintStream err) {
        List<String> options = args.stream().filter(a -> a.startsWith("--")).toList();
        List<String> words =
                new ArrayList<>(args.stream().filter(a -> !a.startsWith("--")).toList());
        if (words.isEmpty()
                || options.stream().anyMatch(o -> !List.of("--json", "--watch", "--no-color")
                        .contains(o))) {
            return usage(err);
        }
        String verb = words.remove(0);
        if (verb.equals("install") ? words.size() > 1 : words.isEmpty()) {
            return usage(err);
        }
        Colors colors = Colors.fitting(options);
        return switch (verb) {
            case "check" -> new CheckCommand(out, err, colors, options).run(words);
            case "test" -> withSandbox(err, s -> new TestCommand(s, out, err, colors, options).run(words));
            case "new" -> new NewCommand(Path.of(""), InstallCommand.localRepository(), out, err).run(words);
            case "install" -> new InstallCommand(out, err).run(words);
            default -> usage(err);
        };
    }

    private interface Command {
        int run(Sandbox sandbox);
    }

    private static int withSandbox(PrintStream err, Command command) {
        boolean inProcess = "in_process".equals(System.getenv("SANDBOX_ISOLATION"));
        SandboxOptions options = SandboxOptions.DEFAULT.withWorkers(1, 96);
        try (Sandbox sandbox = inProcess ? Sandbox.inProcess(options) : Sandbox.workers(options)) {
            return command.run(sandbox);
        } catch (UncheckedIOException e) {
            err.println("the sandbox cannot work here: " + e.getCause().getMessage());
            return UNUSABLE;
        }
    }

    private static int usage(PrintStream err) {
        err.println("usage: script check [--json] [--watch] FILE...");
        err.println("       script test [--json] [--watch] PATH...   a case file or a folder of them");
        err.println("       script new NAME                          a script, a case and a pom in folder NAME");
        err.println("       script install [REPOSITORY]              what such a pom needs, into the local Maven"
                + " repository");
        return UNUSABLE;
    }
}
