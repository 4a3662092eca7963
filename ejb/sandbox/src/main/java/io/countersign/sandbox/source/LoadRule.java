package io.countersign.sandbox.source;

import io.countersign.sandbox.Finding;
import io.countersign.sandbox.run.LoadedScript;
import io.countersign.sandbox.run.ScriptLoader;
import io.countersign.sandbox.weave.NotWeavableException;
import io.countersign.sandbox.weave.Weaver;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The rest of the way to a run, gone once at the check: the classes are woven, defined and linked in a loader that is thrown
 * away, and never initialised. What is refused here would cost a worker when it runs.
 */
final class LoadRule {
    /** Each takes its place in the small metaspace of a worker. */
    private static final int MOST_CLASSES = 1_000;

    /** As the virtual machine writes where it found fault. */
    private static final Pattern LOCATION = Pattern.compile("Location:\\s+([^\\s(]+)\\.([^\\s.(]+\\([^\\s)]*\\)\\S+)");

    private final Map<String, byte[]> classes;

    private LoadRule(Map<String, byte[]> classes) {
        this.classes = classes;
    }

    /** What is wrong with classes that the verifier has agreed to; empty if they can be run. */
    static List<Finding> check(String mainClass, Map<String, byte[]> classes) {
        if (classes.size() > MOST_CLASSES) {
            String message = "the script has " + classes.size() + " classes, lambdas not counted, more than "
                    + MOST_CLASSES + "; split the work into several workflows";
            return List.of(new Finding(1, 1, "TOO_MANY_CLASSES", message));
        }
        return new LoadRule(classes).check(mainClass);
    }

    private List<Finding> check(String mainClass) {
        try {
            ScriptLoader loader = new ScriptLoader(new LoadedScript(mainClass, Weaver.weave(classes)));
            for (String name : classes.keySet()) {
                List<Finding> findings = link(loader, name);
                if (!findings.isEmpty()) {
                    return findings;
                }
            }
            return List.of();
        } catch (NotWeavableException e) {
            return List.of(notWoven(e));
        }
    }

    private Finding notWoven(NotWeavableException e) {
        if (!e.tooLarge()) {
            return finding(
                    "NOT_RUNNABLE", e.className(), e.member(), "cannot be given its checkpoints: " + e.getMessage());
        }
        return e.member().isEmpty()
                ? finding("CLASS_TOO_LARGE", e.className(), "", e.getMessage() + "; split it into several classes")
                : finding(
                        "METHOD_TOO_LARGE",
                        e.className(),
                        e.member(),
                        e.getMessage() + "; split it into several methods");
    }

    /** Listing its methods links a class and initialises nothing; the list itself is of no interest. */
    @SuppressWarnings("ReturnValueIgnored")
    private List<Finding> link(ScriptLoader loader, String name) {
        try {
            loader.loadClass(name).getDeclaredMethods();
            return List.of();
        } catch (LinkageError | ClassNotFoundException e) {
            Matcher at = LOCATION.matcher(String.valueOf(e.getMessage()));
            boolean known = at.find() && classes.containsKey(at.group(1).replace('/', '.'));
            return List.of(finding(
                    "NOT_RUNNABLE",
                    known ? at.group(1).replace('/', '.') : name,
                    known ? at.group(2) : "",
                    "cannot be loaded with its checkpoints; simplify it"));
        }
    }

    private Finding finding(String code, String className, String member, String what) {
        Declared declared = Declared.of(classes.get(className), member);
        return new Finding(declared.line(), 1, code, declared.words() + " " + what);
    }
}
