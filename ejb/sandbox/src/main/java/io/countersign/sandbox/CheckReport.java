package io.countersign.sandbox;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the save-time check says of a source.
 *
 * @param findings everything that is wrong, sorted by place; empty means that the source may be saved
 * @param mainClass the binary name of the workflow class, null if there is none
 * @param outline what a clean source would reach; {@link Outline#UNKNOWN} for any other
 */
public record CheckReport(List<Finding> findings, @Nullable String mainClass, Outline outline) {

    /** Whether the source may be saved. */
    public boolean valid() {
        return findings.isEmpty();
    }
}
