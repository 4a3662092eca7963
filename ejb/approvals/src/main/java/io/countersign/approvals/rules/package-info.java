/**
 * The rules of agreeing, and nothing else: no database, no container, no clock of its own. {@link Rulebook#judge} is the
 * table of the guide to approvals; the rest are its columns.
 */
@NullMarked
package io.countersign.approvals.rules;

import org.jspecify.annotations.NullMarked;
