package io.countersign.notify;

import java.time.Duration;
import java.util.Optional;

/** How long to wait after a failed try, and when to give up: ten tries over about half an hour. */
final class Backoff {
    static final int MAX_TRIES = 10;
    private static final Duration FIRST = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private Backoff() {}

    /**
     * @param tries how many tries have failed so far, at least one
     * @return the pause before the next try, or empty when there is to be none
     */
    static Optional<Duration> after(int tries) {
        if (tries >= MAX_TRIES) {
            return Optional.empty();
        }
        Duration pause = FIRST.multipliedBy(1L << (tries - 1));
        return Optional.of(pause.compareTo(LONGEST) > 0 ? LONGEST : pause);
    }
}
