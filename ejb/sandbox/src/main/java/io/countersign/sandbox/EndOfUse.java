package io.countersign.sandbox;

import java.util.Locale;

/** Why a worker is not used again. */
public enum EndOfUse {
    /** It was the own process of one run. */
    DEDICATED(true),
    /** It has had its share of runs. */
    RUNS(true),
    /** A run used up its stack or memory, or broke: what it left behind must not be found by the next. */
    SPENT(true),
    /** Its process was needed for another tenant. */
    TENANT(true),
    /** A run or a compilation was ended by force. */
    KILLED(false),
    /** It died on its own. */
    LOST(false);

    private final boolean onPurpose;

    EndOfUse(boolean onPurpose) {
        this.onPurpose = onPurpose;
    }

    /** Whether the worker was well and was replaced even so. */
    public boolean onPurpose() {
        return onPurpose;
    }

    /** The name outside. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
