package io.countersign.notify.outbox;

import io.countersign.notify.DeliveryState;
import io.countersign.notify.delivery.Delivery;
import io.countersign.notify.delivery.DeliveryResult;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is written down after a try. */
record DeliveryUpdate(
        DeliveryState state,
        int attempts,
        @Nullable Instant nextTryAt,
        @Nullable String problem,
        @Nullable String messagePlace,
        @Nullable String messageRef,
        List<Delivery> following) {

    /** @param until when trying ends */
    static DeliveryUpdate of(Delivery tried, DeliveryResult outcome, Instant until, Instant now) {
        int tries = tried.attempts();
        if (outcome instanceof DeliveryResult.Delivered it) {
            return new DeliveryUpdate(DeliveryState.DELIVERED, tries, null, null, it.place(), it.ref(), List.of());
        }
        if (outcome instanceof DeliveryResult.Spread it) {
            return new DeliveryUpdate(DeliveryState.DELIVERED, tries, null, null, null, null, it.parts());
        }
        if (outcome instanceof DeliveryResult.Skipped it) {
            return over(DeliveryState.SKIPPED, tries, it.why());
        }
        if (outcome instanceof DeliveryResult.NotYet it) {
            return again(tries - 1, now.plus(it.pause()), it.why());
        }
        if (outcome instanceof DeliveryResult.Failed it) {
            return RetryDeadline.isOver(tries, until, now)
                    ? over(DeliveryState.DEAD, tries, it.why())
                    : again(tries, now.plus(pause(it, Backoff.after(tries))), it.why());
        }
        return over(DeliveryState.DEAD, tries, ((DeliveryResult.PermanentFailure) outcome).why());
    }

    private static Duration pause(DeliveryResult.Failed failed, Duration ours) {
        Duration wish = failed.pause();
        return wish != null && wish.compareTo(ours) > 0 ? wish : ours;
    }

    /** The same, and more deliveries that follow from it. */
    DeliveryUpdate andThen(List<Delivery> more) {
        return new DeliveryUpdate(state, attempts, nextTryAt, problem, messagePlace, messageRef, more);
    }

    private static DeliveryUpdate over(DeliveryState state, int tries, String why) {
        return new DeliveryUpdate(state, tries, null, why, null, null, List.of());
    }

    private static DeliveryUpdate again(int tries, Instant nextTryAt, String why) {
        return new DeliveryUpdate(DeliveryState.DUE, tries, nextTryAt, why, null, null, List.of());
    }
}
