/** Kill switches as stored, and whether one applies. */
@NullMarked
package io.countersign.execution.killswitch;

import org.jspecify.annotations.NullMarked;
