package io.countersign.notify;

import java.util.Locale;

/** What a notification is about. */
public enum NotificationType {
    /** A request waits for a decision. */
    ASKED,
    /** It still waits. */
    REMINDED,
    /** It waits, and further people are asked. */
    ESCALATED,
    /** Somebody voted, or what is asked was revised: earlier messages must show it. */
    CHANGED,
    /** The request reached its end, whichever that is. */
    CLOSED,
    /** The run that followed came to its end. */
    RUN_FINISHED,
    /** One earlier message is brought up to date. */
    MESSAGE_UPDATE;

    /** As written in the API: lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
