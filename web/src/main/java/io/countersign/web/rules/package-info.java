/** Who decides instead of whom, and which policies hold: delegations and policies over REST. */
@NullMarked
package io.countersign.web.rules;

import org.jspecify.annotations.NullMarked;
