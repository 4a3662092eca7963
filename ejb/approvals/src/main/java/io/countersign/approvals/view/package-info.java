/** Requests as callers see them: one, lists, waiting for a change. */
@NullMarked
package io.countersign.approvals.view;

import org.jspecify.annotations.NullMarked;
