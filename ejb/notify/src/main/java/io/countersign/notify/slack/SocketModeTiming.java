package io.countersign.notify.slack;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * When the connection to Slack is asked for a sign of life, given up, and opened again.
 *
 * @param ask silence after which we send a ping
 * @param giveUp silence after which the connection is dead; not even pings were answered
 * @param stood what a connection must have lasted for its end to be an ordinary one
 * @param first the longest first pause after a failure; it doubles with each further one
 * @param longest the longest pause
 */
record SocketModeTiming(Duration ask, Duration giveUp, Duration stood, Duration first, Duration longest) {
    static final SocketModeTiming USUAL = new SocketModeTiming(
            Duration.ofSeconds(20),
            Duration.ofSeconds(60),
            Duration.ofSeconds(60),
            Duration.ofSeconds(2),
            Duration.ofSeconds(60));

    /**
     * The pause before the next try: somewhere in the upper half of what is due, so that several nodes do not come at once.
     *
     * @param failures how many tries in a row have failed; zero after a connection that stood
     */
    Duration pause(int failures, RandomGenerator random) {
        if (failures == 0) {
            return Duration.ofMillis(random.nextLong(first.toMillis() / 2 + 1));
        }
        long due = Math.min(longest.toMillis(), first.toMillis() << Math.min(failures - 1, 20));
        return Duration.ofMillis(due - random.nextLong(due / 2 + 1));
    }
}
