package io.countersign.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.countersign.kernel.ErrorCode;
import io.countersign.kernel.Refusal;
import io.countersign.security.Actor;
import io.countersign.security.Credential;
import io.countersign.security.Person;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** One caller has so many waits open and no more; each that ends, however it ends, makes room. */
class WaitCountTest {

    private final WaitCount waits = new WaitCount(2);
    private final Actor one = somebody("one");

    private static Actor somebody(String name) {
        return Actor.person(Person.named(name, Set.of(), List.of()), Credential.of(Credential.Kind.ACCESS_TOKEN, null));
    }

    @Test
    void whoHasTooManyOpenIsRefusedAndTheOthersAreNot() {
        WaitCount.Slot first = waits.enter(one);
        waits.enter(one);
        Refusal refusal = assertThrows(Refusal.class, () -> waits.enter(one));
        assertEquals(ErrorCode.RATE_LIMITED, refusal.code());
        assertEquals(5, refusal.details().get("retry_after_seconds"));
        waits.enter(somebody("other"));
        first.close();
        first.close();
        waits.enter(one);
        assertThrows(Refusal.class, () -> waits.enter(one));
    }

    @Test
    void aWaitCountsUntilItEnds() {
        CompletableFuture<String> good = new CompletableFuture<>();
        CompletableFuture<String> bad = new CompletableFuture<>();
        CompletableFuture<String> counted = waits.during(one, () -> good);
        waits.during(one, () -> bad);
        assertEquals(2, waits.open(one));
        good.complete("done");
        assertEquals("done", counted.join());
        bad.completeExceptionally(new IllegalStateException("lost"));
        assertEquals(0, waits.open(one));
    }

    @Test
    void whoStopsWaitingEndsTheWait() {
        CompletableFuture<String> wait = new CompletableFuture<>();
        waits.during(one, () -> wait).cancel(true);
        assertTrue(wait.isCancelled());
        assertEquals(0, waits.open(one));
    }

    @Test
    void aWaitThatCannotBeginIsNotCounted() {
        assertThrows(
                IllegalStateException.class,
                () -> waits.during(one, () -> {
                    throw new IllegalStateException("no such thing");
                }));
        assertEquals(0, waits.open(one));
    }
}
