/** Runs over REST: read, follow, wait for, cancel. */
@NullMarked
package io.countersign.web.runs;

import org.jspecify.annotations.NullMarked;
