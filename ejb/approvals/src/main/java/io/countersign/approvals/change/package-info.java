/** Proposed changes as stored, and which administrators decide them. */
@NullMarked
package io.countersign.approvals.change;

import org.jspecify.annotations.NullMarked;
