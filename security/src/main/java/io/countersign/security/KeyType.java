package io.countersign.security;

import java.util.Locale;

/** Who stands behind a key. Fixed when the key is made. */
public enum KeyType {
    HUMAN,
    AGENT;

    /** The name on the wire. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
