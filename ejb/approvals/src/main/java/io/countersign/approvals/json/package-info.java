/** Reading JSON that was stored. */
@NullMarked
package io.countersign.approvals.json;

import org.jspecify.annotations.NullMarked;
