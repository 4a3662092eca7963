/** Asking for, revising and cancelling an approval request. */
@NullMarked
package io.countersign.approvals.submission;

import org.jspecify.annotations.NullMarked;
