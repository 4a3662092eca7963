/** Asking for approval from Java on the platform: the service, its records, and the annotation that guards a tool. */
@NullMarked
package io.countersign.approvals.api;

import org.jspecify.annotations.NullMarked;
