package io.countersign.sandbox.source;

import io.countersign.sandbox.Finding;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.util.Elements;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/** What the compiler complains of, as sentences that say what to write instead; what only follows from another complaint is left out. */
final class CompilerErrors {
    private static final String CODE = "COMPILE_ERROR";
    private static final Pattern SYMBOL =
            Pattern.compile("symbol:\\s+(class|interface|variable|method|constructor|static) (.+?)(?:\\R|$)");
    private static final Pattern LOCATION = Pattern.compile("location:\\s+(.+?)(?:\\R|$)");
    private static final Pattern PACKAGE = Pattern.compile("package ([\\w.$]+) does not exist");
    private static final Set<String> FOLLOW_UPS = Set.of(
            "compiler.err.method.does.not.override.superclass",
            "compiler.err.does.not.override.abstract",
            "compiler.err.cant.deref",
            "compiler.err.not.def.public.cant.access");

    private final List<Diagnostic<? extends JavaFileObject>> errors;
    private final MissingNames names;
    private final Set<String> fromMissingPackages = new HashSet<>();
    private final FindingList found = new FindingList();
    private boolean unresolved;

    CompilerErrors(List<Diagnostic<? extends JavaFileObject>> diagnostics, Elements elements, Set<String> imports) {
        this.errors = diagnostics.stream()
                .filter(d -> d.getKind() == Diagnostic.Kind.ERROR)
                .toList();
        this.names = new MissingNames(elements);
        errors.forEach(e -> learnPackage(e, imports));
        errors.forEach(this::add);
    }

    /** All that is left of them. */
    FindingList found() {
        return found;
    }

    /** Whether a name was not found: then what else seems to be wrong may only follow from that. */
    boolean unresolved() {
        return unresolved;
    }

    /** Whether something of a later Java was met. */
    boolean newer() {
        return errors.stream()
                .map(Diagnostic::getCode)
                .anyMatch(
                        c -> c.startsWith("compiler.err.preview.feature") || c.startsWith("compiler.err.feature.not"));
    }

    private void learnPackage(Diagnostic<?> error, Set<String> imports) {
        unresolved |= error.getCode().startsWith("compiler.err.cant.resolve") || isPackage(error);
        Matcher pack = PACKAGE.matcher(error.getMessage(Locale.ROOT));
        if (isPackage(error) && pack.find()) {
            imports.stream()
                    .filter(i -> i.startsWith(pack.group(1) + "."))
                    .map(i -> i.substring(i.lastIndexOf('.') + 1))
                    .forEach(fromMissingPackages::add);
        }
    }

    private static boolean isPackage(Diagnostic<?> error) {
        return error.getCode().equals("compiler.err.doesnt.exist");
    }

    private void add(Diagnostic<?> error) {
        String message = error.getMessage(Locale.ROOT);
        if (unresolved && FOLLOW_UPS.contains(error.getCode())) {
            return;
        }
        if (error.getCode().startsWith("compiler.err.cant.resolve")) {
            addMissing(error, message);
        } else if (isPackage(error)) {
            addMissingPackage(error, message);
        } else {
            add(error, CompilerSentence.of(error.getCode(), message));
        }
    }

    private void addMissingPackage(Diagnostic<?> error, String message) {
        Matcher pack = PACKAGE.matcher(message);
        String name = pack.find() ? pack.group(1) : message;
        if (Character.isUpperCase(name.charAt(0))) {
            add(error, names.ofName("class", name.replaceAll("\\..*", ""), ""));
        } else {
            add(error, Libraries.missing(name));
        }
    }

    private void addMissing(Diagnostic<?> error, String message) {
        Matcher symbol = SYMBOL.matcher(message);
        if (!symbol.find()) {
            add(error, CompilerSentence.of(error.getCode(), message));
            return;
        }
        Matcher location = LOCATION.matcher(message);
        String where = location.find() ? CompilerSentence.shortNames(location.group(1)) : "";
        String name = symbol.group(2);
        if (symbol.group(1).equals("method")) {
            add(error, names.ofMethod(CompilerSentence.shortNames(name), type(where)));
        } else if (symbol.group(1).equals("constructor")) {
            add(error, "cannot find constructor " + CompilerSentence.shortNames(name) + " of " + type(where));
        } else if (!fromMissingPackages.contains(name)) {
            String of = where.startsWith("variable ") || where.startsWith("interface ") ? " in " + type(where) : "";
            add(error, names.ofName(symbol.group(1), name, of));
        }
    }

    /** The type of {@code variable list of type List<String>}, {@code class X} or {@code interface Y}. */
    private static String type(String where) {
        int ofType = where.indexOf(" of type ");
        return ofType >= 0
                ? where.substring(ofType + " of type ".length())
                : where.replaceFirst("^(class|interface|enum|record|package) ", "");
    }

    private void add(Diagnostic<?> error, MissingNames.Advice advice) {
        found.add(CODE + " " + advice.matter(), finding(error, advice.sentence()));
    }

    private void add(Diagnostic<?> error, String sentence) {
        found.add(finding(error, sentence));
    }

    private static Finding finding(Diagnostic<?> error, String sentence) {
        return new Finding(
                (int) Math.max(1, error.getLineNumber()),
                (int) Math.max(1, error.getColumnNumber()),
                CODE,
                sentence.length() <= 500 ? sentence : sentence.substring(0, 497) + "...");
    }
}
