package io.countersign.notify;

import java.util.Locale;

/** The delivery state of a notification. */
public enum DeliveryState {
    /** Waits for its next try. */
    DUE,
    /** A node is at it. */
    DELIVERING,
    DELIVERED,
    /** Nobody needs it any more: the request ended first, say. */
    SKIPPED,
    /** Given up; an operator can replay it. */
    DEAD;

    /** As written in the API: lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
