/** Requests over REST: ask for a tool call, read, wait for, decide, revise, review. */
@NullMarked
package io.countersign.web.approvals;

import org.jspecify.annotations.NullMarked;
