/** Decisions: votes, decision tokens, retries and the review after an emergency. */
@NullMarked
package io.countersign.approvals.decision;

import org.jspecify.annotations.NullMarked;
