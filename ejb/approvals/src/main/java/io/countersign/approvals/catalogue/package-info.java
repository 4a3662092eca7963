/** The tool catalogue as stored. */
@NullMarked
package io.countersign.approvals.catalogue;

import org.jspecify.annotations.NullMarked;
