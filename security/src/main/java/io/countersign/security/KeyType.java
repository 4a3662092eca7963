package io.countersign.security;

import java.util.Locale;

/** Whether a person or an agent uses a key. Fixed when the key is created. */
public enum KeyType {
    HUMAN,
    AGENT;

    /** The name on the wire. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
