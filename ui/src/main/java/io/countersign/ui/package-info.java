/**
 * The console: what approvers, authors and auditors see in a browser. Pages read through the doors of the other
 * modules; forms post to {@link io.countersign.ui.Actions}, which lets one {@link io.countersign.ui.Action} act.
 */
@NullMarked
package io.countersign.ui;

import org.jspecify.annotations.NullMarked;
