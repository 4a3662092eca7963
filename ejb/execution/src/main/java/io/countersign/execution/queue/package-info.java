/** Wakes up workers for queued runs. */
@NullMarked
package io.countersign.execution.queue;

import org.jspecify.annotations.NullMarked;
