/**
 * Workflow definitions: what may run, its versions, and who must agree. The door is {@link
 * io.countersign.workflows.Workflows}.
 */
@NullMarked
package io.countersign.workflows;

import org.jspecify.annotations.NullMarked;
