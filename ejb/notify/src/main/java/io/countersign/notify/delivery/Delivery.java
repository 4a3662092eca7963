package io.countersign.notify.delivery;

import io.countersign.notify.DeliveryState;
import io.countersign.notify.NotificationType;
import io.countersign.notify.Notifier;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One row of the outbox.
 *
 * @param recipient user name of the one person it goes to; null when it goes to a place or is still to be spread
 * @param place a Slack channel
 * @param step the escalation step, counted from 0
 * @param about the earlier delivery whose message is to be brought up to date
 * @param attempts how many tries have been begun
 * @param messagePlace where the message was delivered, in the notifier's own words
 * @param messageRef which message it is there
 */
public record Delivery(
        UUID id,
        Notifier notifier,
        NotificationType occasion,
        UUID requestId,
        @Nullable UUID runId,
        @Nullable String recipient,
        @Nullable String place,
        @Nullable Integer step,
        @Nullable UUID about,
        DeliveryState state,
        int attempts,
        @Nullable Instant nextTryAt,
        @Nullable String problem,
        @Nullable String messagePlace,
        @Nullable String messageRef,
        Instant createdAt,
        @Nullable Instant finishedAt) {

    public static Delivery toAll(Notifier notifier, NotificationType occasion, UUID requestId, Instant now) {
        return fresh(notifier, occasion, requestId, now);
    }

    private static Delivery fresh(Notifier notifier, NotificationType occasion, UUID requestId, Instant now) {
        return new Delivery(
                UUID.randomUUID(),
                notifier,
                occasion,
                requestId,
                null,
                null,
                null,
                null,
                null,
                DeliveryState.DUE,
                0,
                now,
                null,
                null,
                null,
                now,
                null);
    }

    /** The same news for one person. */
    public Delivery toPerson(String userName, Instant now) {
        return part(occasion, userName, null, null, now);
    }

    /** The same news for one channel. */
    public Delivery toPlace(String channel, Instant now) {
        return part(occasion, null, channel, null, now);
    }

    /** The wish that the message of this delivery show what is stored now. */
    public Delivery update(Instant now) {
        return part(NotificationType.MESSAGE_UPDATE, recipient, place, id, now);
    }

    public Delivery forRun(UUID run) {
        return new Delivery(
                id,
                notifier,
                occasion,
                requestId,
                run,
                recipient,
                place,
                step,
                about,
                state,
                attempts,
                nextTryAt,
                problem,
                messagePlace,
                messageRef,
                createdAt,
                finishedAt);
    }

    public Delivery atStep(int number) {
        return new Delivery(
                id,
                notifier,
                occasion,
                requestId,
                runId,
                recipient,
                place,
                number,
                about,
                state,
                attempts,
                nextTryAt,
                problem,
                messagePlace,
                messageRef,
                createdAt,
                finishedAt);
    }

    public boolean addressed() {
        return recipient != null || place != null;
    }

    private Delivery part(
            NotificationType what,
            @Nullable String person,
            @Nullable String channel,
            @Nullable UUID earlier,
            Instant now) {
        return new Delivery(
                UUID.randomUUID(),
                notifier,
                what,
                requestId,
                runId,
                person,
                channel,
                step,
                earlier,
                DeliveryState.DUE,
                0,
                now,
                null,
                null,
                null,
                now,
                null);
    }
}
