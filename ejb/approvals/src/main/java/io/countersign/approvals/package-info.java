/** Asking for human agreement, deciding, and everything that may happen to a request in between. */
@NullMarked
package io.countersign.approvals;

import org.jspecify.annotations.NullMarked;
