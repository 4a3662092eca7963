/** Delegations as stored. */
@NullMarked
package io.countersign.approvals.delegation;

import org.jspecify.annotations.NullMarked;
