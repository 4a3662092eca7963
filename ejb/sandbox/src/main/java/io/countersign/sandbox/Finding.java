package io.countersign.sandbox;

import java.util.Comparator;

/**
 * One thing that is wrong with a source.
 *
 * @param line from 1
 * @param column from 1
 * @param code the rule, such as {@code MEMBER_NOT_ALLOWED}
 * @param message what is wrong and what to use instead
 */
public record Finding(int line, int column, String code, String message) implements Comparable<Finding> {
    private static final Comparator<Finding> BY_PLACE = Comparator.comparingInt(Finding::line)
            .thenComparingInt(Finding::column)
            .thenComparing(Finding::code)
            .thenComparing(Finding::message);

    @Override
    public int compareTo(Finding other) {
        return BY_PLACE.compare(this, other);
    }
}
