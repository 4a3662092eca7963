/** What happens to requests by time: reminders, escalation and expiry. */
@NullMarked
package io.countersign.approvals.expiry;

import org.jspecify.annotations.NullMarked;
