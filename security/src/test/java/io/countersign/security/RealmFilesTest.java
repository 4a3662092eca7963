package io.countersign.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.countersign.kernel.CanonicalJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The two realms that the launcher imports: the one for a demonstration, and the one for production. */
class RealmFilesTest {

    private static final String CONSOLE = "countersign-console";

    private final Map<String, Object> demo = read("countersign-realm.json");
    private final Map<String, Object> production = read("countersign-production-realm.json");

    @Test
    void productionHasNobodyButTheDirectorysServiceAccount() {
        assertEquals(List.of("service-account-countersign-directory"), names(production, "users", "username"));
        assertFalse(production.toString().contains("password="), "no credential is in the file");
    }

    @Test
    void productionTakesNoPasswordsPastTheSignInPage() {
        assertEquals(List.of(CONSOLE, "countersign-directory"), names(production, "clients", "clientId"));
        for (Map<String, Object> client : list(production, "clients")) {
            assertEquals(false, client.get("directAccessGrantsEnabled"), client.get("clientId") + "");
            assertEquals(false, client.get("publicClient"), client.get("clientId") + "");
        }
    }

    @Test
    void productionSendsPeopleBackToItsOwnAddressOnly() {
        Map<String, Object> console = client(production, CONSOLE);
        assertEquals(List.of("${COUNTERSIGN_BASE_URL}/console/*"), console.get("redirectUris"));
        assertEquals(List.of("${COUNTERSIGN_BASE_URL}"), console.get("webOrigins"));
        assertFalse(production.toString().contains("localhost")
                || production.toString().contains("127.0.0.1"));
    }

    @Test
    void bothWantPkceAndEndASignInWithTheWorkingDay() {
        for (Map<String, Object> realm : List.of(demo, production)) {
            assertEquals(
                    "S256", ((Map<?, ?>) client(realm, CONSOLE).get("attributes")).get("pkce.code.challenge.method"));
            assertEquals(1800L, number(realm, "ssoSessionIdleTimeout"));
            assertEquals(28_800L, number(realm, "ssoSessionMaxLifespan"));
            assertEquals("external", realm.get("sslRequired"));
            assertEquals(true, realm.get("bruteForceProtected"));
        }
        assertTrue(String.valueOf(production.get("passwordPolicy")).contains("notUsername"));
    }

    /** What is not about demonstration is the same, so that a realm tried out behaves like the real one. */
    @Test
    void allElseIsTheSame() {
        assertEquals(withoutDifferences(demo), withoutDifferences(production));
    }

    private static Map<String, Object> withoutDifferences(Map<String, Object> realm) {
        Map<String, Object> same = new LinkedHashMap<>(realm);
        same.remove("users");
        same.remove("passwordPolicy");
        same.put(
                "clients",
                list(realm, "clients").stream()
                        .filter(client -> !"countersign-cli".equals(client.get("clientId")))
                        .map(client -> {
                            Map<String, Object> rest = new LinkedHashMap<>(client);
                            rest.remove("redirectUris");
                            rest.remove("webOrigins");
                            return rest;
                        })
                        .toList());
        return same;
    }

    private static long number(Map<String, Object> realm, String field) {
        return ((Number) realm.get(field)).longValue();
    }

    private static Map<String, Object> client(Map<String, Object> realm, String id) {
        return list(realm, "clients").stream()
                .filter(client -> id.equals(client.get("clientId")))
                .findFirst()
                .orElseThrow();
    }

    private static List<Object> names(Map<String, Object> realm, String field, String name) {
        return list(realm, field).stream().map(one -> one.get(name)).collect(Collectors.toList());
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> list(Map<String, Object> realm, String field) {
        return (List<Map<String, Object>>) realm.get(field);
    }

    private static Map<String, Object> read(String file) {
        try {
            return CanonicalJson.parseObject(Files.readString(Path.of("src/main/keycloak", file)));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
