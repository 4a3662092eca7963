package io.countersign.sandbox.worker;

import io.countersign.sandbox.allow.AllowList;
import io.countersign.sandbox.allow.AllowedClass;
import io.countersign.sandbox.allow.AllowedMember;
import io.countersign.sandbox.guard.Checkpoint;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/**
 * Initialises what scripts can reach, before any of them runs: a class that is first used near the end of the stack, or
 * when memory is short, stays broken for all later runs.
 */
final class WarmClasses {
    private static final String GUARDS = Checkpoint.class.getPackageName() + ".";

    private WarmClasses() {}

    /** All listed classes, all guards, and the classes behind them that the list names. */
    static void initialise() {
        Collection<AllowedClass> listed = AllowList.standard().classes().values();
        listed.forEach(c -> initialise(c.name()));
        listed.stream()
                .flatMap(c -> c.members().values().stream())
                .map(AllowedMember::guard)
                .filter(Objects::nonNull)
                .map(guard -> guard.substring(0, guard.indexOf('.')))
                .distinct()
                .forEach(guard -> initialise(GUARDS + guard));
        behind().forEach(WarmClasses::initialise);
    }

    private static void initialise(String name) {
        boolean ofJvm = name.startsWith("java.") || name.startsWith("sun.") || name.startsWith("jdk.");
        try {
            // asked directly, the boot loader answers in half the time
            Class.forName(name, true, ofJvm ? null : WarmClasses.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            // another JDK's
        }
    }

    private static List<String> behind() {
        try (InputStream in = WarmClasses.class.getResourceAsStream("warm-classes.txt");
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines().filter(l -> !l.startsWith("#")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
