package io.countersign.security.people;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A pause after Keycloak failed to answer, in which it is not asked about single people. */
public final class DirectoryOutage {

    public static final Duration PAUSE = Duration.ofSeconds(5);
    private static final System.Logger LOG = System.getLogger(DirectoryOutage.class.getName());

    private volatile @Nullable Instant since;

    boolean isOn(Instant now) {
        Instant begun = since;
        return begun != null && now.isBefore(begun.plus(PAUSE));
    }

    void begin(Instant now, Throwable why) {
        if (since == null) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "Keycloak does not answer about single people, the last knowledge stands: {0}",
                    why.toString());
        }
        since = now;
    }

    void end() {
        since = null;
    }
}
