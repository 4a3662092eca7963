package io.countersign.ui;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How long somebody stays signed in: the idle time-out stands in web.xml, the end of all activity here. */
final class SessionLife {

    /** A working day. Counted from the moment at which the person gave their password, not from the session's beginning. */
    static final Duration LONGEST = Duration.ofHours(8);

    private SessionLife() {}

    /** @param signedInAt when the sign-in server last saw the person's credentials; empty when it does not say */
    static boolean isOver(Optional<Instant> signedInAt, Instant sessionBegan, Instant now) {
        return now.isAfter(signedInAt.orElse(sessionBegan).plus(LONGEST));
    }
}
