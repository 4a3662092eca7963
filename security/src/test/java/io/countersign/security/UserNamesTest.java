package io.countersign.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;

class UserNamesTest {

    @Test
    void composedAndDecomposedSpellingsAreOneName() {
        assertEquals(UserNames.normal("jos\u00e9"), UserNames.normal("jose\u0301"));
        assertEquals("alex", UserNames.normal("\uff21\uff2c\uff25\uff38"));
        assertEquals("maya", UserNames.normal("MaYa"));
    }

    @Test
    void caseIsFoldedAndNotOnlyLowered() {
        assertEquals(UserNames.normal("stra\u00dfe"), UserNames.normal("STRASSE"));
        assertEquals(UserNames.normal("\u039f\u0394\u039f\u03a3"), UserNames.normal("\u03bf\u03b4\u03bf\u03c2"));
    }

    @Test
    void foldingTwiceChangesNothing() {
        for (String name : List.of("stra\u00dfe", "\u0130stanbul", "\u1e9e", "\ufb01n", "\u0149a", "\u03c3\u03c2")) {
            String once = UserNames.normal(name);
            assertEquals(once, UserNames.normal(once), name);
        }
    }

    @Test
    void lettersOfTwoScriptsAreRefused() {
        assertNotNull(UserNames.flaw("\u0430lex"), "a Cyrillic a");
        assertNotNull(UserNames.flaw("m\u03b1ya"), "a Greek alpha");
        assertNull(UserNames.flaw("\u0430\u043b\u0435\u043a\u0441"), "one script, not Latin");
        assertNull(UserNames.flaw("\u5c71\u7530\u30bf\u30ed\u30a6"), "Japanese writes three together");
        assertNull(UserNames.flaw("zo\u00eb-2@example.org"));
    }

    @Test
    void wordsThatMeanNoPersonAreRefused() {
        for (String word : List.of("system", "token", "channel", "policy", "emergency", "agent", "anonymous")) {
            assertNotNull(UserNames.flaw(word), word);
        }
        assertNull(UserNames.flaw("systema"));
    }
}
