/** Runs as stored: rows, transitions, events, statistics. */
@NullMarked
package io.countersign.execution.run;

import org.jspecify.annotations.NullMarked;
