package io.countersign.notify.outbox;

import io.countersign.approvals.RequestView;
import io.countersign.notify.delivery.Delivery;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Until when a notification is tried. What asks for a decision is tried as long as somebody may decide; what tells of an
 * outcome for two days. A dead letter that somebody replays late gets {@link #FEWEST_TRIES} tries all the same.
 */
final class RetryDeadline {
    static final int FEWEST_TRIES = 10;
    private static final Duration OUTCOME = Duration.ofDays(2);
    /** Requests live no longer; for a notification whose request could not be read. */
    private static final Duration LONGEST_REQUEST = Duration.ofDays(7);

    private RetryDeadline() {}

    static Instant of(Delivery one, @Nullable RequestView request) {
        Instant told = one.createdAt().plus(OUTCOME);
        Instant expiry = request == null ? one.createdAt().plus(LONGEST_REQUEST) : request.expiresAt();
        return switch (one.occasion()) {
            case ASKED, REMINDED, ESCALATED -> expiry;
            case CLOSED, RUN_FINISHED -> told;
            // a message of a pending request is kept true while it can be decided by it
            case CHANGED, MESSAGE_UPDATE -> expiry.isAfter(told) ? expiry : told;
        };
    }

    /** Whether another try is no longer due. */
    static boolean isOver(int tries, Instant until, Instant now) {
        return tries >= FEWEST_TRIES && !now.isBefore(until);
    }
}
