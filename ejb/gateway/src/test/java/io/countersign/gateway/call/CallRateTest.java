package io.countersign.gateway.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.countersign.kernel.ErrorCode;
import io.countersign.kernel.Refusal;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CallRateTest {

    private final AtomicLong now = new AtomicLong();
    private final CallRate rate = new CallRate(now::get);
    private final UUID server = UUID.randomUUID();

    @Test
    void oneMoreThanTheLimitIsToldWhenToComeAgain() {
        rate.spend(server, 2);
        now.addAndGet(TimeUnit.SECONDS.toNanos(20));
        rate.spend(server, 2);
        Refusal refused = assertThrows(Refusal.class, () -> rate.spend(server, 2));
        assertEquals(ErrorCode.RATE_LIMITED, refused.code());
        assertEquals(40L, refused.details().get("retry_after"));
        rate.spend(UUID.randomUUID(), 2);
        now.addAndGet(TimeUnit.SECONDS.toNanos(40));
        rate.spend(server, 2);
        assertThrows(Refusal.class, () -> rate.spend(server, 2));
    }
}
