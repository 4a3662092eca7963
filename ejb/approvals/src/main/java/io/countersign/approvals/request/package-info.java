/** Approval requests as stored, and the agreement document made of them. */
@NullMarked
package io.countersign.approvals.request;

import org.jspecify.annotations.NullMarked;
