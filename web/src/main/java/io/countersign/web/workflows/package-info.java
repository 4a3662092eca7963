/** Workflows over REST: write, read, check, rehearse, ask for their execution. */
@NullMarked
package io.countersign.web.workflows;

import org.jspecify.annotations.NullMarked;
