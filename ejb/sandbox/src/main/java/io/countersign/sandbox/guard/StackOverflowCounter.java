package io.countersign.sandbox.guard;

import java.lang.reflect.Method;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The stack overflows that the virtual machine has counted. The JDK swallows some, and goes on with less than it should
 * have; nothing but this counter tells of those. It is read from the text of {@code VM.info}, which takes about a
 * millisecond; the package that gives it must be opened by the command line, else nothing is counted.
 */
public final class StackOverflowCounter {
    /** The packages to open on the command line of a JVM that is to count. */
    public static final List<String> OPENED =
            List.of("jdk.management/com.sun.management.internal", "java.management/sun.management");

    /** The class whose initialiser loads the native library of the others. */
    static final String LIBRARY_OWNER = "com.sun.management.internal.PlatformMBeanProviderImpl";

    /**
     * Without a structure of so many bytes no recursion of the JDK's comes near the end of the stack: a level of one takes
     * 16 bytes or more, and the frames that visit it some hundred.
     */
    private static final long SMALLEST_STRUCTURE_BYTES = 1L << 20;

    private static final Pattern COUNT = Pattern.compile("StackOverflowErrors=(\\d{1,9})");
    private static final @Nullable StackOverflowCounter COUNTER = find();

    private final Object commands;
    private final Method execute;
    private long known;

    private StackOverflowCounter(Object commands, Method execute) {
        this.commands = commands;
        this.execute = execute;
    }

    /** Whether a run may have overflowed the stack unseen. */
    public static boolean possible(Budget budget) {
        return budget.harmful() || budget.allocated() > SMALLEST_STRUCTURE_BYTES;
    }

    /** Whether any were counted since the last question; false where nothing is counted. */
    public static boolean happened() {
        return COUNTER != null && COUNTER.more();
    }

    /** Whether overflows are counted here. */
    public static boolean counted() {
        return COUNTER != null;
    }

    private synchronized boolean more() {
        long now = count();
        boolean more = now > known;
        known = now;
        return more;
    }

    private long count() {
        try {
            Matcher found = COUNT.matcher((String) execute.invoke(commands, "VM.info"));
            return found.find() ? Long.parseLong(found.group(1)) : 0;
        } catch (ReflectiveOperationException | RuntimeException e) {
            return 0;
        }
    }

    private static @Nullable StackOverflowCounter find() {
        try {
            Class.forName(LIBRARY_OWNER);
            Class<?> type = Class.forName("com.sun.management.internal.DiagnosticCommandImpl");
            Method execute = type.getDeclaredMethod("executeDiagnosticCommand", String.class);
            execute.setAccessible(true);
            Method make = type.getDeclaredMethod("getDiagnosticCommandMBean");
            make.setAccessible(true);
            return new StackOverflowCounter(make.invoke(null), execute);
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            return null;
        }
    }
}
