/** The settings of this module. */
@NullMarked
package io.countersign.approvals.settings;

import org.jspecify.annotations.NullMarked;
