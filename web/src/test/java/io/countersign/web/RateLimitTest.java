package io.countersign.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.countersign.kernel.ErrorCode;
import io.countersign.kernel.Refusal;
import io.countersign.security.Actor;
import io.countersign.security.Credential;
import io.countersign.security.Person;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** One caller gone wild is slowed; the others are not. */
class RateLimitTest {

    private final AtomicLong nanos = new AtomicLong();
    private final RateLimit rate = new RateLimit(nanos::get, 10);

    private static Actor somebody(String name) {
        return Actor.person(Person.named(name, Set.of(), List.of()), Credential.of(Credential.Kind.ACCESS_TOKEN, null));
    }

    @Test
    void anEmptyBucketRefusesAndRefills() {
        Actor wild = somebody("wild");
        for (int i = 0; i < 20; i++) {
            rate.spend(wild);
        }
        Refusal refusal = assertThrows(Refusal.class, () -> rate.spend(wild));
        assertEquals(ErrorCode.RATE_LIMITED, refusal.code());
        assertEquals(1, refusal.details().get("retry_after_seconds"));
        rate.spend(somebody("calm"));
        nanos.addAndGet(100_000_000L);
        rate.spend(wild);
        assertThrows(Refusal.class, () -> rate.spend(wild));
    }
}
