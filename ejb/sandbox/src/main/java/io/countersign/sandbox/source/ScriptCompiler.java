package io.countersign.sandbox.source;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import io.countersign.sandbox.Finding;
import io.countersign.sandbox.verify.ClassVerifier;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/**
 * Checks and compiles. One parser reads the source: the compiler's own, so nothing can look different to a check than to
 * the compiler. Used by one thread at a time. A source may make this slow or run it out of memory; whoever calls keeps the
 * time and, in a worker, throws the process away.
 */
public final class ScriptCompiler {
    private static final Pattern PUBLIC_TYPE =
            Pattern.compile("\\bpublic\\b[^;{(]*?\\b(?:class|record|enum|interface)\\s+(\\w+)");

    private final JavaCompiler javac;
    private final MemorySources files;

    public ScriptCompiler() {
        this.javac = ToolProvider.getSystemJavaCompiler();
        if (javac == null) {
            throw new IllegalStateException("no Java compiler here: run on a JDK, not a JRE");
        }
        this.files = new MemorySources(javac.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8));
    }

    /** Everything that is wrong with the source, or its class files. */
    public synchronized Compilation compile(String source) {
        List<Finding> text = TextRules.check(source);
        if (!text.isEmpty()) {
            return Compilation.refused(text);
        }
        files.takeWritten();
        try {
            return compileText(source);
        } catch (StackOverflowError | OutOfMemoryError e) {
            return Compilation.refused(List.of(tooCostly()));
        } catch (RuntimeException | IOException e) {
            if (causedByLimits(e)) {
                return Compilation.refused(List.of(tooCostly()));
            }
            return Compilation.refused(
                    List.of(new Finding(1, 1, "COMPILER_FAILED", "the compiler gave up on this source; simplify it")));
        }
    }

    /** The finding for a source that costs the compiler too much. */
    public static Finding tooCostly() {
        return new Finding(
                1,
                1,
                "COMPILE_TOO_COSTLY",
                "compiling this takes too much time or memory; simplify types, constants and nesting");
    }

    private static boolean causedByLimits(Throwable e) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (t instanceof VirtualMachineError) {
                return true;
            }
        }
        return false;
    }

    private Compilation compileText(String source) throws IOException {
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        Matcher name = PUBLIC_TYPE.matcher(source);
        JavaFileObject file = MemorySources.source(source, name.find() ? name.group(1) : "Script");
        JavacTask task =
                (JavacTask) javac.getTask(Writer.nullWriter(), files, diagnostics, options(), null, List.of(file));
        CompilationUnitTree tree = task.parse().iterator().next();
        List<Finding> findings = errors(diagnostics);
        if (!findings.isEmpty()) {
            return Compilation.refused(findings);
        }
        Attribution unit = new Attribution(task, tree);
        if (!new ConstantRule(unit).check(tree)) {
            return Compilation.refused(unit.findings());
        }
        task.analyze();
        new LanguageRules(unit).scan(tree, null);
        new MemberRule(unit).scan(tree, null);
        String mainClass = new MainClassRule(unit).find();
        findings = new ArrayList<>(errors(diagnostics));
        findings.addAll(unit.findings());
        return findings.isEmpty() ? generate(task, diagnostics, mainClass) : Compilation.refused(findings);
    }

    private Compilation generate(JavacTask task, DiagnosticCollector<JavaFileObject> diagnostics, String mainClass)
            throws IOException {
        task.generate();
        List<Finding> findings = errors(diagnostics);
        Map<String, byte[]> classes = files.takeWritten();
        if (findings.isEmpty()) {
            findings = ClassVerifier.verify(classes);
        }
        if (findings.isEmpty()) {
            findings = LoadRule.check(mainClass, classes);
        }
        if (!findings.isEmpty()) {
            return Compilation.refused(findings);
        }
        return new Compilation(List.of(), mainClass, classes);
    }

    private static List<String> options() {
        List<String> options = new ArrayList<>(
                List.of("-proc:none", "-g", "-Xlint:none", "-nowarn", "-implicit:none", "-XDshould-stop.ifError=FLOW"));
        if (Runtime.version().feature() > 17) {
            options.addAll(List.of("-source", "17", "-target", "17", "-Xlint:-options"));
        }
        return options;
    }

    private static List<Finding> errors(DiagnosticCollector<JavaFileObject> diagnostics) {
        List<Finding> findings = new ArrayList<>();
        for (Diagnostic<? extends JavaFileObject> d : diagnostics.getDiagnostics()) {
            if (d.getKind() == Diagnostic.Kind.ERROR) {
                findings.add(new Finding(
                        (int) Math.max(1, d.getLineNumber()),
                        (int) Math.max(1, d.getColumnNumber()),
                        "COMPILE_ERROR",
                        firstLines(d.getMessage(Locale.ROOT))));
            }
        }
        return findings;
    }

    private static String firstLines(String message) {
        String flat = message.strip().replaceAll("\\s*\\R\\s*", "; ");
        return flat.length() <= 500 ? flat : flat.substring(0, 497) + "...";
    }
}
