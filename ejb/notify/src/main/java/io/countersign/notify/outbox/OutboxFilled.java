package io.countersign.notify.outbox;

/** Something was written to the outbox. After the commit it is worth a look. */
public record OutboxFilled() {}
