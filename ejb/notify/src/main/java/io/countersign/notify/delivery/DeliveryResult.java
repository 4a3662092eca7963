package io.countersign.notify.delivery;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one try at a delivery came to. */
public sealed interface DeliveryResult {
    /** It arrived; place and reference find the message again where the notifier can change it later. */
    record Delivered(@Nullable String place, @Nullable String ref) implements DeliveryResult {}

    /** It was for everybody concerned: here is one delivery for each. */
    record Spread(List<Delivery> parts) implements DeliveryResult {}

    /** Nobody needs it any more. */
    record Skipped(String why) implements DeliveryResult {}

    /** Its turn has not come yet; nothing was tried, nothing counts. */
    record NotYet(String why, Duration pause) implements DeliveryResult {}

    /** It failed in a way that may pass. */
    record Failed(String why, @Nullable Duration pause, boolean unreachable) implements DeliveryResult {
        public Failed(String why, @Nullable Duration pause) {
            this(why, pause, false);
        }

        /** Nobody answered there: others need not be tried at the same place just now. */
        public static Failed unreachable(String why) {
            return new Failed(why, null, true);
        }
    }

    /** It failed in a way that another try will not mend. */
    record PermanentFailure(String why) implements DeliveryResult {}
}
