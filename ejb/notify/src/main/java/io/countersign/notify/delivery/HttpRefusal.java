package io.countersign.notify.delivery;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an HTTP status that is no success means for another try. */
public final class HttpRefusal {
    /** Client errors that may pass: time-outs, conflicts, locks and being too early or too often. */
    private static final Set<Integer> PASSING = Set.of(408, 409, 421, 423, 424, 425, 429);

    private HttpRefusal() {}

    /** From the operator's own address: whatever it refuses it will refuse again until somebody repairs something. */
    public static DeliveryResult of(String who, int status, @Nullable Duration pause) {
        return outcome(who, status, pause, status / 100 == 4 && !PASSING.contains(status));
    }

    /** From an asker's address, which may not be there or not be known yet: 401, 403 and 404 are tried again too. */
    public static DeliveryResult ofCallback(String who, int status) {
        boolean lasting = status / 100 == 4
                && !PASSING.contains(status)
                && !Set.of(401, 403, 404).contains(status);
        return outcome(who, status, null, lasting);
    }

    private static DeliveryResult outcome(String who, int status, @Nullable Duration pause, boolean lasting) {
        String why = who + " answered HTTP " + status;
        return lasting ? new DeliveryResult.PermanentFailure(why) : new DeliveryResult.Failed(why, pause);
    }
}
