/** Policies as stored, and their replay over past requests. */
@NullMarked
package io.countersign.approvals.policy;

import org.jspecify.annotations.NullMarked;
