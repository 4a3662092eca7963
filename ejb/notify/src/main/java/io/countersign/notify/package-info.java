/**
 * Tells the right people: what happens to a request or a run becomes notification rows in the same transaction, which
 * are then delivered to Slack, Teams, e-mail or a caller's own address, with retries and visible dead letters.
 */
@NullMarked
package io.countersign.notify;

import org.jspecify.annotations.NullMarked;
