package io.countersign.security.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.countersign.security.KeysOnTable;
import io.countersign.security.SecuritySettings;
import io.countersign.security.UserNames;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** People over the real table. */
class PersonIdsTest extends KeysOnTable {

    private PersonIds ids;

    @BeforeEach
    void keycloak() {
        ids = idsAt("http://127.0.0.1:8180");
    }

    private PersonIds idsAt(String url) {
        return new PersonIds(
                new PersonTable(em),
                new SecuritySettings(name -> Optional.ofNullable(
                        Map.of(SecuritySettings.KEYCLOAK_URL.name(), url).get(name))),
                clock);
    }

    @Test
    void theIdBeginsAsTheUserNameAndOutlivesIt() {
        assertEquals("ann", ids.of("id-1", "ann"));
        assertEquals("ann", ids.of("id-1", "ann.miller"));
        assertEquals("ann", idsAt("http://127.0.0.1:8180").of("id-1", "ann.miller"), "after a restart");
    }

    @Test
    void whoeverTakesTheNameLaterIsSomebodyElse() {
        assertEquals("ann", ids.of("id-1", "ann"));
        String other = ids.of("id-2-and-more", "ann");
        assertNotEquals("ann", other);
        assertEquals(other, ids.of("id-2-and-more", "anna"));
    }

    @Test
    void twoWhoSwapTheirNamesStayWhoTheyAre() {
        assertEquals("ann", ids.of("id-1", "ann"));
        assertEquals("bob", ids.of("id-2", "bob"));
        Map<String, String> swapped = new LinkedHashMap<>(Map.of("id-1", "bob", "id-2", "ann"));
        assertEquals(Map.of("id-1", "ann", "id-2", "bob"), ids.of(swapped));
    }

    @Test
    void noUserBecomesAWordThatMeansNoPerson() {
        assertNotEquals("system", ids.of("id-3", "system"));
        assertNotEquals(UserNames.BOOTSTRAP_ADMIN, ids.of("id-4", "bootstrap-admin"));
    }

    @Test
    void theSameSubjectOfAnotherIssuerIsSomebodyElse() {
        assertEquals("ann", ids.of("id-1", "ann"));
        assertNotEquals("ann", idsAt("https://login.example.org").of("id-1", "ann"));
        assertEquals("ann", idsAt("http://localhost:9180").of("id-1", "ann"), "on this machine the port says nothing");
    }

    @Test
    void manyAtOnceAreManyPeople() {
        Map<String, String> users = new LinkedHashMap<>();
        for (int i = 0; i < 1_200; i++) {
            users.put("subject-" + i, "user" + i);
        }
        Map<String, String> known = ids.of(users);
        assertEquals("user1199", known.get("subject-1199"));
        assertEquals(known, idsAt("http://127.0.0.1:8180").of(users));
        assertEquals(Optional.of("subject-7"), ids.subjectOf("user7"));
        assertEquals(Optional.empty(), ids.subjectOf("nobody"));
    }
}
