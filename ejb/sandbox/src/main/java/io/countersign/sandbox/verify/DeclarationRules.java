package io.countersign.sandbox.verify;

import java.util.List;
import java.util.Set;

/** What a script may declare: asked of its source, where a finding has a line, and of its class files, where nothing is overlooked. */
public final class DeclarationRules {

    /** What the JDK keeps by its name, beyond the run, in the place of its own. */
    private static final Set<String> NEVER_IMPLEMENTED = Set.of("java.time.chrono.Chronology");

    /** Interfaces of these packages are for the JDK's own objects: what takes them trusts what they answer. */
    private static final List<String> NEVER_IMPLEMENTED_OF =
            List.of("org.w3c.dom.", "javax.xml.stream.", "java.security.", "javax.crypto.");

    private static final List<String> FORBIDDEN_PACKAGES = List.of("java", "javax", "jakarta", "io.countersign");
    private static final Set<String> PARENTS = Set.of(
            "java.lang.Object",
            "java.lang.Record",
            "java.lang.Enum",
            "java.lang.Exception",
            "java.lang.RuntimeException");
    private static final Set<String> NEVER_DECLARED =
            Set.of("getStackTrace", "setStackTrace", "fillInStackTrace", "printStackTrace");

    /** What is wrong with a package that is not allowed. */
    public static final String PACKAGE_RULE = "a script's package must not start with "
            + String.join(", ", FORBIDDEN_PACKAGES.subList(0, 3)) + " or " + FORBIDDEN_PACKAGES.get(3);

    private DeclarationRules() {}

    /** Whether a script's types may be in a package. */
    public static boolean mayBeIn(String packageName) {
        return FORBIDDEN_PACKAGES.stream()
                .noneMatch(not -> packageName.equals(not) || packageName.startsWith(not + "."));
    }

    /** Whether a script's class may extend one that is not its own. */
    public static boolean mayExtend(String className) {
        return PARENTS.contains(className);
    }

    /** Whether an allowed interface may be implemented, too. */
    public static boolean mayImplement(String className) {
        return !NEVER_IMPLEMENTED.contains(className)
                && NEVER_IMPLEMENTED_OF.stream().noneMatch(className::startsWith);
    }

    /** Whether a method of that name may be declared, in whatever class. */
    public static boolean mayDeclare(String method) {
        return !NEVER_DECLARED.contains(method);
    }
}
