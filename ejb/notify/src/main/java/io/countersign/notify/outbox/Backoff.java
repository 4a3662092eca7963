package io.countersign.notify.outbox;

import java.time.Duration;

/** How long to wait after a failed try: twice as long each time, up to ten minutes. */
public final class Backoff {
    private static final Duration FIRST = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final int DOUBLINGS = 9;

    private Backoff() {}

    /**
     * @param tries how many tries have failed so far, at least one
     * @return the pause before the next try
     */
    public static Duration after(int tries) {
        Duration pause = FIRST.multipliedBy(1L << Math.min(tries - 1, DOUBLINGS));
        return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
    }
}
