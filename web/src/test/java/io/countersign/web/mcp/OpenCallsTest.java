package io.countersign.web.mcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.countersign.security.Actor;
import io.countersign.security.Credential;
import io.countersign.security.Person;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

/** A cancelled call waits no longer: it is answered with how things stand. */
class OpenCallsTest {

    private final OpenCalls calls = new OpenCalls();
    private final McpCaller caller = McpCaller.of(somebody("agent"), false);
    private final CompletableFuture<String> wait = new CompletableFuture<>();

    private static Actor somebody(String name) {
        return Actor.person(Person.named(name, Set.of(), List.of()), Credential.of(Credential.Kind.ACCESS_TOKEN, null));
    }

    private CompletableFuture<String> call(Object id) {
        CompletableFuture<String> answer = caller.waiting(wait, () -> "pending", Runnable::run);
        calls.add(caller, id, answer);
        return answer;
    }

    @Test
    void aCancelledCallIsAnsweredAtOnceAndItsWaitEnds() {
        CompletableFuture<String> answer = call(7L);
        calls.cancel(caller.agent(), 7L);
        assertEquals("pending", answer.join());
        assertTrue(wait.isCancelled());
        assertEquals(0, calls.size());
    }

    @Test
    void othersCallsAndOtherIdsAreNotCancelled() {
        CompletableFuture<String> answer = call(7L);
        calls.cancel(somebody("other"), 7L);
        calls.cancel(caller.agent(), "7");
        calls.cancel(caller.agent(), 8L);
        calls.cancel(caller.agent(), null);
        assertFalse(answer.isDone());
        wait.complete("approved");
        assertEquals("approved", answer.join());
        assertEquals(0, calls.size());
    }

    @Test
    void aCallWhoseClientIsGoneEndsItsWait() {
        call(7L).cancel(true);
        assertTrue(wait.isCancelled());
        assertEquals(0, calls.size());
    }

    @Test
    void aFailedWaitFailsItsCall() {
        CompletableFuture<String> answer = call(7L);
        wait.completeExceptionally(new IllegalStateException("lost"));
        assertThrows(CompletionException.class, answer::join);
        assertEquals(0, calls.size());
    }
}
