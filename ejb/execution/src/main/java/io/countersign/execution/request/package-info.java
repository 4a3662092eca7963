/** Asking for an execution, its dry run, and queueing once it is approved. */
@NullMarked
package io.countersign.execution.request;

import org.jspecify.annotations.NullMarked;
