package io.countersign.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TokensTest {

    @Test
    void tokensAre256BitsUrlSafeAndNeverTheSame() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            String token = Tokens.mint();
            assertTrue(token.matches("[A-Za-z0-9_-]{43}"), token);
            assertTrue(seen.add(token));
        }
    }

    @Test
    void onlyTheTokenItselfMatchesItsHash() {
        String token = Tokens.mint();
        assertTrue(Tokens.matches(token, Tokens.hash(token)));
        assertFalse(Tokens.matches(Tokens.mint(), Tokens.hash(token)));
        assertFalse(Tokens.matches(Tokens.hash(token), Tokens.hash(token)));
        assertEquals(64, Tokens.hash(token).length());
        assertNotEquals(token, Tokens.hash(token));
    }

    @Test
    void anyGarbageIsJustNoMatch() {
        String hash = Tokens.hash("x");
        for (String garbage : new String[] {"", "\u0000", "ümläut ☃", "x".repeat(100_000), "\ud800"}) {
            assertFalse(Tokens.matches(garbage, hash));
            assertFalse(Tokens.matches("x", garbage));
        }
    }
}
