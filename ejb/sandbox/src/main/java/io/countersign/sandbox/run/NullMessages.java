package io.countersign.sandbox.run;

import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a null pointer exception of the JDK means for the script that caused it. */
final class NullMessages {
    /** As the virtual machine says that a field that was looked for in a JSON object was not there. */
    private static final Pattern FROM_JSON =
            Pattern.compile("because the return value of \"(?:jakarta\\.json\\.JsonObject"
                    + "|io\\.countersign\\.sandbox\\.guard\\.JsonGuards)\\.getJson\\w+\\([\\w., ]*\\)\" is null");

    private static final Map<String, String> INSTEAD = Map.of(
            "Map.of", "use a HashMap",
            "Map.entry", "use new AbstractMap.SimpleEntry<>(...)",
            "Map.ofEntries", "use a HashMap",
            "Map.copyOf", "use new HashMap<>(map)",
            "List.of", "use Arrays.asList(...) or an ArrayList",
            "List.copyOf", "use new ArrayList<>(list)",
            "Set.of", "use a HashSet",
            "Set.copyOf", "use new HashSet<>(set)",
            "Optional.of", "use Optional.ofNullable(...)");

    private NullMessages() {}

    /**
     * A better message than the exception has; null if there is none.
     *
     * @param missed what the run looked for last and did not find
     * @param ours whether a class is the script's
     */
    static @Nullable String of(Throwable e, @Nullable String message, @Nullable String missed, Predicate<String> ours) {
        if (e.getClass() != NullPointerException.class) {
            return message;
        }
        if (message != null && !message.isEmpty()) {
            return missed != null && FROM_JSON.matcher(message).find() ? missed : message;
        }
        StackTraceElement called = null;
        for (StackTraceElement frame : e.getStackTrace()) {
            if (ours.test(frame.getClassName())) {
                break;
            }
            if (frame.getClassName().equals("java.util.stream.Collectors")) {
                return "Collectors.toMap takes no null";
            }
            called = frame;
        }
        return called == null || !called.getClassName().startsWith("java.") ? message : takesNoNull(called);
    }

    private static String takesNoNull(StackTraceElement called) {
        String type = called.getClassName().replaceFirst(".*\\.", "");
        boolean immutable = type.startsWith("ImmutableCollections");
        boolean constructor = called.getMethodName().equals("<init>");
        String what = immutable
                ? called.getMethodName() + " of what List.of, Set.of or Map.of made"
                : constructor ? "new " + type.replace('$', '.') : type.replace('$', '.') + "." + called.getMethodName();
        String instead = INSTEAD.get(what);
        return what + " takes no null" + (instead == null ? "" : "; " + instead);
    }
}
