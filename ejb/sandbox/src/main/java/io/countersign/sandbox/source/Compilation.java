package io.countersign.sandbox.source;

import io.countersign.sandbox.Finding;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What became of a source.
 *
 * @param findings sorted; empty means that the classes may be woven and run
 * @param mainClass binary name of the workflow class, empty if there is none
 * @param classes class files as javac made them, by binary name; empty if there are findings
 */
public record Compilation(List<Finding> findings, String mainClass, Map<String, byte[]> classes) {

    /** A refused source. */
    public static Compilation refused(List<Finding> findings) {
        SortedSet<Finding> sorted = new TreeSet<>(findings);
        return new Compilation(List.copyOf(sorted), "", Map.of());
    }

    /** Whether it may run. */
    public boolean clean() {
        return findings.isEmpty();
    }
}
