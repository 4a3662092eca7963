/**
 * Runs: asked for, gated, queued, claimed, run and recorded. The door is {@link io.countersign.execution.Runs}.
 */
@NullMarked
package io.countersign.execution;

import org.jspecify.annotations.NullMarked;
