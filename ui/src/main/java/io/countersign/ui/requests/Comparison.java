package io.countersign.ui.requests;

import org.jspecify.annotations.Nullable;

/**
 * The code of a request beside the code that people last agreed to.
 *
 * @param sentence what the comparison says
 * @param diff the difference line by line; null when there is none to show
 */
public record Comparison(String sentence, @Nullable String diff) {}
