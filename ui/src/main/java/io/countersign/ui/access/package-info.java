/** Who may do what, in the console: keys, policies, out-of-office delegations and the stop switch. */
@NullMarked
package io.countersign.ui.access;

import org.jspecify.annotations.NullMarked;
