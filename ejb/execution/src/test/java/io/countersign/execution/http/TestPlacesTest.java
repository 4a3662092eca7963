package io.countersign.execution.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.countersign.kernel.ErrorCode;
import io.countersign.kernel.Refusal;
import io.countersign.security.Actor;
import io.countersign.security.Credential;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TestPlacesTest {
    private final TestPlaces places = new TestPlaces(2);

    private static Actor with(Credential.Kind kind, String id) {
        return new Actor(
                "person", "maya", Actor.Kind.HUMAN, "maya", Set.of(), Set.of(), Credential.of(kind, id), List.of());
    }

    private static Actor key(String id) {
        return with(Credential.Kind.API_KEY, id);
    }

    @Test
    void aKeyHasNoMoreTestsAtOnceThanItsPlaces() {
        Actor maya = key("00000000-0000-0000-0000-000000000001");
        Refusal refusal = places.within(
                maya,
                () -> places.within(maya, () -> assertThrows(Refusal.class, () -> places.within(maya, () -> "third"))));
        assertEquals(ErrorCode.RATE_LIMITED, refusal.code());
        assertEquals(5, refusal.details().get("retry_after_seconds"));
        assertTrue(refusal.getMessage().startsWith("2 tests"), refusal.getMessage());
    }

    @Test
    void aPlaceIsFreeAgainHoweverTheTestEnded() {
        Actor maya = key("00000000-0000-0000-0000-000000000001");
        for (int i = 0; i < 5; i++) {
            assertThrows(
                    IllegalStateException.class,
                    () -> places.within(maya, () -> {
                        throw new IllegalStateException();
                    }));
        }
        assertEquals("done", places.within(maya, () -> "done"));
    }

    @Test
    void otherKeysHavePlacesOfTheirOwn() {
        Actor one = key("00000000-0000-0000-0000-000000000001");
        Actor other = key("00000000-0000-0000-0000-000000000002");
        assertEquals("done", places.within(one, () -> places.within(one, () -> places.within(other, () -> "done"))));
    }

    @Test
    void whoHasNoKeyIsCountedByPersonWhateverTheSession() {
        Actor one = with(Credential.Kind.SESSION, "one");
        Actor other = with(Credential.Kind.SESSION, "other");
        places.within(
                one,
                () -> places.within(other, () -> assertThrows(Refusal.class, () -> places.within(one, () -> "third"))));
    }
}
