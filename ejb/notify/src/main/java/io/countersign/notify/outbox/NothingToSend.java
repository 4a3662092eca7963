package io.countersign.notify.outbox;

import io.countersign.notify.Notifier;
import io.countersign.notify.delivery.DeliveryResult;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which notifiers did not answer just now. While one is silent only one of its messages at a time finds out whether it still
 * is: a queue of them, each waiting for its own time-out, would hold up what goes elsewhere.
 */
final class NothingToSend {
    private static final Duration PAUSE = Duration.ofSeconds(20);

    private final Map<Notifier, Instant> until = new ConcurrentHashMap<>();

    /** How long to wait with another message of this notifier; empty when it is worth a try. */
    Optional<Duration> left(Notifier notifier, Instant now) {
        Instant end = until.get(notifier);
        return end != null && now.isBefore(end) ? Optional.of(Duration.between(now, end)) : Optional.empty();
    }

    /** Notes what a try told. Callbacks go to many places, of which one says nothing about the others. */
    void learn(Notifier notifier, DeliveryResult outcome, Instant now) {
        if (outcome instanceof DeliveryResult.Failed failed && failed.unreachable() && notifier != Notifier.CALLBACK) {
            until.put(notifier, now.plus(PAUSE));
        } else if (outcome instanceof DeliveryResult.Delivered) {
            until.remove(notifier);
        }
    }
}
