/** Whether votes fill the places of a quorum. */
@NullMarked
package io.countersign.approvals.quorum;

import org.jspecify.annotations.NullMarked;
