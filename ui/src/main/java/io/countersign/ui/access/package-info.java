/** Who may do what, in the console: keys, policies, out-of-office delegations and the kill switch. */
@NullMarked
package io.countersign.ui.access;

import org.jspecify.annotations.NullMarked;
