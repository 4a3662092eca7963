/** Who may see and who may decide a request. */
@NullMarked
package io.countersign.approvals.eligibility;

import org.jspecify.annotations.NullMarked;
