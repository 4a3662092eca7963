package io.countersign.notify;

import java.util.Locale;

/** By which way somebody is told. */
public enum Notifier {
    SLACK,
    TEAMS,
    EMAIL,
    /** The address that the asker of a tool approval gave. */
    CALLBACK;

    /** As written in configuration and in the API: lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
