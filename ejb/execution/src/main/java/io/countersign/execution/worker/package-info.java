/** Takes a run from queued to its end on this node, and recovers runs of nodes that died. */
@NullMarked
package io.countersign.execution.worker;

import org.jspecify.annotations.NullMarked;
