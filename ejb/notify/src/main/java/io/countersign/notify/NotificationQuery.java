package io.countersign.notify;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which notifications to list; what is null does not filter. */
public record NotificationQuery(
        @Nullable DeliveryState state,
        @Nullable Notifier notifier,
        @Nullable UUID requestId) {

    /** What was given up and waits for an operator. */
    public static NotificationQuery deadLetters() {
        return new NotificationQuery(DeliveryState.DEAD, null, null);
    }
}
