package io.countersign.approvals;

import java.util.UUID;

/** A pending request has waited as long as its asker wanted before a reminder. Fired inside the transaction. */
public record ReminderDue(UUID id) {}
