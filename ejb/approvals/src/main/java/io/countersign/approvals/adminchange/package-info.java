/** Changes of policies, catalogue and keys that need the agreement of a second administrator. */
@NullMarked
package io.countersign.approvals.adminchange;

import org.jspecify.annotations.NullMarked;
