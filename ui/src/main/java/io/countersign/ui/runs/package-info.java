/** Runs in the console: list, one run with its log and calls, and the figures over all of them. */
@NullMarked
package io.countersign.ui.runs;

import org.jspecify.annotations.NullMarked;
