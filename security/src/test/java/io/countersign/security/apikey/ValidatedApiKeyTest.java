package io.countersign.security.apikey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.countersign.kernel.ErrorCode;
import io.countersign.kernel.Refusal;
import io.countersign.security.ApiKey;
import io.countersign.security.ApiKeyPatch;
import io.countersign.security.NewApiKey;
import io.countersign.security.Person;
import io.countersign.security.SetClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ValidatedApiKeyTest {

    private final SetClock clock = new SetClock("2026-11-22T12:00:00Z");

    private ValidatedApiKey check(NewApiKey wish) {
        return ValidatedApiKey.of(
                wish,
                role -> !role.equals("no-such-role"),
                name -> Optional.of(Person.named(name, Set.of(), List.of())),
                clock);
    }

    private static NewApiKey human(List<String> scopes, List<String> roles) {
        return new NewApiKey("ci", "human", scopes, "Maya", roles, null, null);
    }

    private static NewApiKey agent(List<String> scopes, List<String> roles) {
        return new NewApiKey("triage", "agent", scopes, "sam", roles, null, null);
    }

    private List<String> wrongFields(NewApiKey wish) {
        Refusal refusal = assertThrows(Refusal.class, () -> check(wish));
        assertEquals(ErrorCode.VALIDATION_ERROR, refusal.code());
        return ((List<?>) refusal.details().get("fields"))
                .stream()
                        .map(field -> (String) ((Map<?, ?>) field).get("field"))
                        .toList();
    }

    @Test
    void everyMissingFieldIsNamedAtOnce() {
        assertEquals(
                List.of("key_type", "owner", "name"),
                wrongFields(new NewApiKey(null, null, null, null, null, null, null)));
    }

    @Test
    void theOwnerIsSpelledAsKeycloakSpellsUsers() {
        assertEquals("maya", check(human(List.of(), List.of())).owner());
        for (String name : List.of("o'brien", "zoë", "maya@example.org", "_svc", "x")) {
            assertEquals(
                    name,
                    check(new NewApiKey("a", "human", null, name, null, null, null))
                            .owner());
        }
        assertEquals(List.of("owner"), wrongFields(new NewApiKey("a", "human", null, "two words", null, null, null)));
        assertEquals(List.of("owner"), wrongFields(new NewApiKey("a", "human", null, " maya", null, null, null)));
    }

    @Test
    void anAgentNeverGetsAdmin() {
        assertEquals(List.of("scopes"), wrongFields(agent(List.of("workflows:read", "admin"), null)));
    }

    @Test
    void anAgentHasNoRoles() {
        assertEquals(List.of("roles"), wrongFields(agent(List.of("workflows:read"), List.of("approver"))));
    }

    @Test
    void unknownScopesAndRolesAreNamed() {
        Refusal refusal =
                assertThrows(Refusal.class, () -> check(human(List.of("workflows:fly"), List.of("no-such-role"))));
        assertEquals(2, ((List<?>) refusal.details().get("fields")).size());
        assertEquals(List.of("roles"), wrongFields(human(List.of(), List.of("bad role, really"))));
    }

    @Test
    void nullWordsAreNamedByTheirPlace() {
        assertEquals(List.of("scopes[1]"), wrongFields(human(Arrays.asList("admin", null), null)));
    }

    @Test
    void aKeyCannotBeBornExpired() {
        Instant now = clock.instant();
        NewApiKey wish = new NewApiKey("a", "human", null, "maya", null, now, null);
        assertEquals(List.of("expires_at"), wrongFields(wish));
    }

    @Test
    void namesAreLimited() {
        assertEquals(
                List.of("name"), wrongFields(new NewApiKey("x".repeat(201), "human", null, "m", null, null, null)));
        assertEquals(List.of("name"), wrongFields(new NewApiKey("a\nb", "human", null, "m", null, null, null)));
        assertEquals(List.of("name"), wrongFields(new NewApiKey("  ", "human", null, "m", null, null, null)));
    }

    @Test
    void aPatchKeepsWhatItDoesNotName() {
        Instant expiry = clock.instant().plus(Duration.ofDays(1));
        ApiKey key = new ApiKeyRow(
                        check(new NewApiKey(
                                "ci", "human", List.of("admin"), "maya", List.of("approver"), expiry, "acme")),
                        "hash",
                        "abcdefgh",
                        "root",
                        clock)
                .view();
        ValidatedApiKey renamed =
                ValidatedApiKey.patched(key, new ApiKeyPatch("new", null, null, null, false), role -> true, clock);
        assertEquals("new", renamed.name());
        assertEquals(Set.of("admin"), renamed.scopes());
        assertEquals(Set.of("approver"), renamed.roles());
        assertEquals(expiry, renamed.expiresAt());
        assertNull(ValidatedApiKey.patched(key, new ApiKeyPatch(null, null, null, null, true), role -> true, clock)
                .expiresAt());
    }

    @Test
    void aPatchCannotMakeAnAgentAnAdmin() {
        ApiKey key = new ApiKeyRow(check(agent(List.of(), null)), "hash", "abcdefgh", "root", clock).view();
        assertThrows(
                Refusal.class,
                () -> ValidatedApiKey.patched(
                        key, new ApiKeyPatch(null, List.of("admin"), null, null, false), role -> true, clock));
    }
}
