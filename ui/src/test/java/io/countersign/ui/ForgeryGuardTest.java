package io.countersign.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.countersign.security.Actor;
import io.countersign.security.Credential;
import io.countersign.security.CurrentUser;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ForgeryGuardTest {

    private final FormSeal seal = Seals.of("here");
    private final ForgeryGuard guard = of("alex");

    @Test
    void onlyTheSessionsOwnFormsAreAccepted() {
        assertTrue(guard.accepts(guard.getToken()));
        assertFalse(guard.accepts(of("alex").getToken()), "another session of the same person");
        assertFalse(guard.accepts(guard.getToken() + "x"));
        assertFalse(guard.accepts(""));
        assertFalse(guard.accepts("ü"));
        assertFalse(guard.accepts(null));
    }

    @Test
    void nobodyElsesSecretIsAcceptedThoughTheSessionIsTheSame() {
        SessionSecret shared = new SessionSecret();
        String token = guard(shared, seal, user("alex")).getToken();
        assertFalse(guard(shared, seal, user("blake")).accepts(token));
    }

    @Test
    void everySessionHasItsOwnSecret() {
        assertNotEquals(guard.getToken(), of("alex").getToken());
    }

    @Test
    void whereNobodyIsSignedInNothingIsAccepted() {
        ForgeryGuard stranger = guard(new SessionSecret(), seal, new CurrentUser());
        assertEquals("", stranger.getToken());
        assertFalse(stranger.accepts(""));
    }

    @Test
    void aFormOfAnEarlierSessionIsKnownToItsWriterAlone() {
        String earlier = of("alex").getToken();
        assertTrue(guard.knows(earlier));
        assertFalse(of("blake").knows(earlier));
        assertFalse(guard.knows("x" + earlier));
        assertFalse(guard.knows(null));
        ForgeryGuard elsewhere = guard(new SessionSecret(), Seals.of("elsewhere"), user("alex"));
        assertFalse(elsewhere.knows(earlier), "made by another installation");
    }

    private static ForgeryGuard guard(SessionSecret session, FormSeal seal, CurrentUser user) {
        ForgeryGuard guard = new ForgeryGuard();
        guard.session = session;
        guard.seal = seal;
        guard.currentUser = user;
        return guard;
    }

    private ForgeryGuard of(String person) {
        return guard(new SessionSecret(), seal, user(person));
    }

    private static CurrentUser user(String name) {
        CurrentUser user = new CurrentUser();
        user.become(new Actor(name, name, Actor.Kind.HUMAN, name, Set.of(), Set.of(), Credential.SERVER, List.of()));
        return user;
    }
}
