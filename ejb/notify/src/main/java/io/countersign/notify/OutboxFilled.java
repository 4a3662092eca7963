package io.countersign.notify;

/** Something was written to the outbox. After the commit it is worth a look. */
record OutboxFilled() {}
