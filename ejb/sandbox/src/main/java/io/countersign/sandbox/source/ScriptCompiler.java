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
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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
        if (failed(diagnostics)) {
            return Compilation.refused(
                    unparsed(source, new CompilerErrors(diagnostics.getDiagnostics(), task.getElements(), Set.of())));
        }
        Attribution unit = new Attribution(task, tree);
        if (!new ConstantRule(unit).check(tree)) {
            return Compilation.refused(unit.findings());
        }
        task.analyze();
        new LanguageRules(unit).scan(tree, null);
        new MemberRule(unit).scan(tree, null);
        CompilerErrors errors = new CompilerErrors(diagnostics.getDiagnostics(), task.getElements(), imports(tree));
        if (errors.newer()) {
            return Compilation.refused(unparsed(source, errors));
        }
        String mainClass = new MainClassRule(unit, errors.unresolved()).find();
        FindingList findings = errors.found();
        findings.addAll(unit.found());
        return findings.isEmpty()
                ? generate(task, unit, diagnostics, mainClass)
                : Compilation.refused(findings.merged());
    }

    private static Set<String> imports(CompilationUnitTree tree) {
        return tree.getImports().stream()
                .map(i -> i.getQualifiedIdentifier().toString())
                .collect(Collectors.toSet());
    }

    /** Where the parser gave up nothing that it says is of use if it is another language, or a newer one. */
    private static List<Finding> unparsed(String source, CompilerErrors errors) {
        Optional<Finding> other = OtherLanguages.find(source);
        if (other.isPresent()) {
            return List.of(other.get());
        }
        List<Finding> newer = NewerJava.syntax(source);
        FindingList found = new FindingList();
        newer.forEach(found::add);
        return newer.isEmpty() ? errors.found().merged() : found.merged();
    }

    private Compilation generate(
            JavacTask task, Attribution unit, DiagnosticCollector<JavaFileObject> diagnostics, String mainClass)
            throws IOException {
        task.generate();
        List<Finding> findings = new CompilerErrors(diagnostics.getDiagnostics(), unit.elements, Set.of())
                .found()
                .merged();
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

    private static boolean failed(DiagnosticCollector<JavaFileObject> diagnostics) {
        return diagnostics.getDiagnostics().stream().anyMatch(d -> d.getKind() == Diagnostic.Kind.ERROR);
    }
}
