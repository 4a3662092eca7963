/** Calls of the configured integrations on behalf of a run. */
@NullMarked
package io.countersign.execution.integration;

import org.jspecify.annotations.NullMarked;
