package io.countersign.notify;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The medium of a notification. */
public enum Notifier {
    SLACK,
    TEAMS,
    EMAIL,
    /** The address that the asker of a tool approval gave. */
    CALLBACK;

    /** Those that the operator switches on; the callback belongs to the request that gave its address. */
    public static List<Notifier> configurable() {
        return Stream.of(values()).filter(notifier -> notifier != CALLBACK).toList();
    }

    /** As written in configuration and in the API: lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
