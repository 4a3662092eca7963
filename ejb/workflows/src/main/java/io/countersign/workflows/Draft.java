package io.countersign.workflows;

import io.countersign.approvals.RuleLimits;
import io.countersign.kernel.Characters;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A draft that the language model returned.
 *
 * @param code the source
 * @param name a title
 * @param documentation what it does, in a sentence or two
 */
record Draft(String code, String name, String documentation) {
    private static final Pattern JAVA_FENCE = Pattern.compile(
            "```[ \\t]*java\\b[^\\n]*\\n(.*?)(?:\\n[ \\t]*```|\\z)", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
    private static final Pattern ANY_FENCE = Pattern.compile("```[^\\n]*\\n(.*?)(?:\\n[ \\t]*```|\\z)", Pattern.DOTALL);
    private static final Pattern NAME = line("Name");
    private static final Pattern DOCUMENTATION = line("Documentation");
    private static final Pattern WORKFLOW = Pattern.compile("\\bimplements\\b[^{]*\\bWorkflow\\b");
    private static final Pattern CLASS = Pattern.compile("\\bclass\\s+(\\w+)");

    private static Pattern line(String label) {
        return Pattern.compile(
                "^[ \\t*#-]*" + label + "\\**[ \\t]*:[ \\t*]*(.+?)[ \\t*]*$",
                Pattern.MULTILINE | Pattern.CASE_INSENSITIVE);
    }

    /** Empty when there is no code in the answer. */
    static Optional<Draft> in(String answer) {
        String text = answer.replace("\r\n", "\n");
        Matcher fence = JAVA_FENCE.matcher(text);
        if (!findWorkflow(fence)) {
            fence = ANY_FENCE.matcher(text);
            if (!fence.find()) {
                return CLASS.matcher(text).find() ? Optional.of(draft(text, "")) : Optional.empty();
            }
        }
        String around = text.substring(0, fence.start()) + "\n" + text.substring(fence.end());
        return Optional.of(draft(fence.group(1) + "\n", around));
    }

    /** Among several blocks the workflow is meant, not the snippet before it; else the first one. */
    private static boolean findWorkflow(Matcher fence) {
        while (fence.find()) {
            if (WORKFLOW.matcher(fence.group(1)).find()) {
                return true;
            }
        }
        return fence.reset().find();
    }

    private static Draft draft(String code, String around) {
        String name = first(NAME, around)
                .orElseGet(() -> first(CLASS, code).map(Draft::words).orElse("Generated workflow"));
        String prose = around.replaceAll("```[^\\n]*", "").strip();
        String documentation = first(DOCUMENTATION, around).orElse(Characters.first(prose, 2000));
        return new Draft(code, Characters.first(name, RuleLimits.MAX_NAME), documentation);
    }

    private static Optional<String> first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1).strip()) : Optional.empty();
    }

    /** {@code BlockIpAtFirewall} → {@code Block Ip At Firewall}. */
    private static String words(String className) {
        return className.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ");
    }
}
