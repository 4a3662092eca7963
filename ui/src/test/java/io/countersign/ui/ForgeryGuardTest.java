package io.countersign.ui;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ForgeryGuardTest {

    private final ForgeryGuard guard = new ForgeryGuard();

    @Test
    void onlyTheSessionsOwnFormsAreAccepted() {
        assertTrue(guard.accepts(guard.getToken()));
        assertFalse(guard.accepts(new ForgeryGuard().getToken()));
        assertFalse(guard.accepts(guard.getToken() + "x"));
        assertFalse(guard.accepts(""));
        assertFalse(guard.accepts("ü"));
        assertFalse(guard.accepts(null));
    }

    @Test
    void everySessionHasItsOwnSecret() {
        assertNotEquals(guard.getToken(), new ForgeryGuard().getToken());
    }
}
