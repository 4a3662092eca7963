/** The platform API for Java code: {@code ApprovalService} and {@code @SoarTool}. */
@NullMarked
package io.countersign.approvals.tool;

import org.jspecify.annotations.NullMarked;
