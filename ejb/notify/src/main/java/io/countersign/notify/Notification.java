package io.countersign.notify;

import io.countersign.notify.delivery.Delivery;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A notification as an operator sees it. It never holds a token or a text that was sent.
 *
 * @param recipient user name of the person told; null when it goes to a channel or is yet to be spread
 * @param place the channel told
 * @param attempts how many tries were made
 * @param nextTryAt when it is tried next; null when it is over
 * @param problem why the last try failed, or why it was skipped
 */
public record Notification(
        UUID uuid,
        Notifier notifier,
        NotificationType occasion,
        UUID approvalRequestUuid,
        @Nullable UUID runUuid,
        @Nullable String recipient,
        @Nullable String place,
        DeliveryState state,
        int attempts,
        @Nullable Instant nextTryAt,
        @Nullable String problem,
        Instant createdAt,
        @Nullable Instant finishedAt) {

    static Notification of(Delivery it) {
        return new Notification(
                it.id(),
                it.notifier(),
                it.occasion(),
                it.requestId(),
                it.runId(),
                it.recipient(),
                it.place(),
                it.state(),
                it.attempts(),
                it.nextTryAt(),
                it.problem(),
                it.createdAt(),
                it.finishedAt());
    }
}
