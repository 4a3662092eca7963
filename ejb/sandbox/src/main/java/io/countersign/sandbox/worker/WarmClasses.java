package io.countersign.sandbox.worker;

import io.countersign.sandbox.allow.AllowList;
import io.countersign.sandbox.allow.AllowedClass;
import io.countersign.sandbox.allow.AllowedMember;
import io.countersign.sandbox.bundled.BundledFiles;
import io.countersign.sandbox.guard.Checkpoint;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Initialises what scripts can reach, before any of them runs: a class that is first used near the end of the stack, or
 * when memory is short, stays broken for all later runs.
 */
final class WarmClasses {
    private static final String GUARDS = Checkpoint.class.getPackageName() + ".";

    /** Where {@link #indexed} is kept, beside this class: a start need not read all lists for it. */
    static final String INDEX = "warm.index";

    /**
     * Listed classes that cost a start more than they are worth to it: they read tables that few scripts need. A run that goes deep
     * or meets a linkage error ends its worker, so none of them stays broken either.
     */
    private static final Set<String> LATE = Set.of("java.net.IDN");

    private static final char BASE = '.';

    private WarmClasses() {}

    /** What every worker has when it starts. */
    static void initialise() {
        initialise(BASE);
    }

    /** What scripts have that use the area. */
    static void initialise(WarmArea area) {
        initialise(mark(area));
    }

    private static void initialise(char mark) {
        byte[] names = BundledFiles.unpacked(WarmClasses.class, INDEX)
                ? BundledFiles.read(WarmClasses.class, INDEX)
                : indexed();
        ClassLoader own = WarmClasses.class.getClassLoader();
        int from = 0;
        for (int at = 0; at < names.length; at++) {
            if (names[at] == '\n') {
                if (names[from] == mark) {
                    initialise(new String(names, from + 1, at - from - 1, StandardCharsets.ISO_8859_1), own);
                }
                from = at + 1;
            }
        }
    }

    private static char mark(@Nullable WarmArea area) {
        return area == null ? BASE : (char) ('A' + area.ordinal());
    }

    /** All listed classes, all guards, and the classes behind them that the list names: one a line, after the mark of its area. */
    static byte[] indexed() {
        Collection<AllowedClass> listed = AllowList.standard().classes().values();
        Set<String> names = new LinkedHashSet<>();
        listed.forEach(c -> names.add(c.name()));
        listed.stream()
                .flatMap(c -> c.members().values().stream())
                .map(AllowedMember::guard)
                .filter(Objects::nonNull)
                .forEach(guard -> names.add(GUARDS + guard.substring(0, guard.indexOf('.'))));
        BundledFiles.lines(WarmClasses.class, "warm-classes.txt").forEach(names::add);
        names.removeAll(LATE);
        StringBuilder lines = new StringBuilder();
        names.forEach(name -> lines.append(mark(WarmArea.of(name))).append(name).append('\n'));
        return lines.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static void initialise(String name, ClassLoader own) {
        boolean ofJvm = name.startsWith("java.") || name.startsWith("sun.") || name.startsWith("jdk.");
        try {
            // asked directly, the boot loader answers in half the time
            Class.forName(name, true, ofJvm ? null : own);
        } catch (ClassNotFoundException e) {
            // another JDK's
        }
    }
}
