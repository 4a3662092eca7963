package io.countersign.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.countersign.audit.AuditEntry;
import io.countersign.kernel.ErrorCode;
import io.countersign.kernel.PageRequest;
import io.countersign.kernel.Refusal;
import io.countersign.security.apikey.LiveKeys;
import io.countersign.security.people.Snapshot;
import io.countersign.security.people.SnapshotTable;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Making, listing, changing and revoking keys. */
class ApiKeysTest extends KeysOnTable {

    @Test
    void onlyAnAdminHandlesTheKeysOfOthers() {
        Actor approver = Somebody.with("alex", Set.of(Roles.APPROVER), null);
        UUID id = human("maya").apiKey().id();
        assertEquals(0, keys.list(PageRequest.first(), approver).total());
        assertThrows(Refusal.class, () -> keys.find(id, approver));
        assertThrows(Refusal.class, () -> keys.revoke(id, approver));
        assertThrows(
                Refusal.class, () -> keys.update(id, new ApiKeyPatch("x", null, null, null, false), null, approver));
    }

    @Test
    void aStalePatchIsAConflictAndAFreshOneIsSeenAtOnce() {
        CreatedKey created = human("maya", "approver");
        authentication.authenticate(created.key());
        UUID id = created.apiKey().id();
        ApiKeyPatch patch = new ApiKeyPatch(null, List.of("workflows:read"), null, null, false);
        assertEquals(
                ErrorCode.CONFLICT,
                assertThrows(Refusal.class, () -> keys.update(id, patch, 99, ADMIN))
                        .code());
        ApiKey updated = keys.update(id, patch, created.apiKey().version(), ADMIN);
        assertNotEquals(created.apiKey().version(), updated.version());
        assertEquals(
                Set.of("workflows:read"),
                authentication.authenticate(created.key()).scopes());
    }

    @Test
    void aRevokedKeyCannotBeChanged() {
        UUID id = human("maya").apiKey().id();
        keys.revoke(id, ADMIN);
        keys.revoke(id, ADMIN);
        assertEquals(
                ErrorCode.CONFLICT,
                assertThrows(
                                Refusal.class,
                                () -> keys.update(id, new ApiKeyPatch("x", null, null, null, false), null, ADMIN))
                        .code());
    }

    @Test
    void aKeyIsKnownByItsNameItsIdAndItsOwnerInAnyCaseAndForEver() {
        UUID id = human("maya", "approver").apiKey().id();
        keys.revoke(id, ADMIN);
        for (String name : List.of(
                "key of maya",
                "Key of Maya",
                "MAYA",
                id.toString(),
                id.toString().toUpperCase())) {
            assertTrue(keys.isKnown(name, ADMIN), name);
        }
        for (String name : List.of("mayo", "", "key of", UUID.randomUUID().toString(), "%")) {
            assertFalse(keys.isKnown(name, ADMIN), name);
        }
    }

    @Test
    void aKeyOfAnotherOrganizationIsNotKnown() {
        keys.create(new NewApiKey("bot", "agent", List.of(), "sam", null, null, "south"), ADMIN);
        assertTrue(keys.isKnown("bot", Somebody.with("sue", Set.of(Roles.SOC_ADMIN), "south")));
        assertFalse(keys.isKnown("bot", Somebody.with("nora", Set.of(Roles.SOC_ADMIN), "north")));
    }

    @Test
    void everyChangeIsAuditedAndNoSecretWithIt() {
        CreatedKey created = human("maya");
        keys.update(created.apiKey().id(), new ApiKeyPatch("new name", null, null, null, false), null, ADMIN);
        keys.revoke(created.apiKey().id(), ADMIN);
        assertEquals(
                List.of("api_key.created", "api_key.updated", "api_key.revoked"),
                audit.entries.stream().map(AuditEntry::action).toList());
        for (AuditEntry entry : audit.entries) {
            assertEquals("root", entry.actor());
            assertFalse(entry.details().toString().contains(created.key().substring(12)));
        }
    }

    @Test
    void ownersOfLiveHumanKeysAreEligibleAndOthersAreNot() {
        CreatedKey maya = human("maya", "approver");
        keys.create(new NewApiKey("bot", "agent", List.of(), "sam", null, null, null), ADMIN);
        keys.create(
                new NewApiKey(
                        "k",
                        "human",
                        null,
                        "kim",
                        List.of("approver"),
                        clock.instant().plusSeconds(9),
                        null),
                ADMIN);
        assertEquals(Set.of("maya", "kim"), owners());
        clock.pass(Duration.ofSeconds(9));
        assertEquals(Set.of("maya"), owners());
        keys.revoke(maya.apiKey().id(), ADMIN);
        assertEquals(Set.of(), owners());
    }

    private Set<String> owners() {
        Directory directory = Directories.withoutKeycloak(new SnapshotTable(em), new LiveKeys(table, clock), clock);
        return directory.holders("approver").stream()
                .map(Person::userName)
                .collect(java.util.stream.Collectors.toSet());
    }

    @Test
    void theSnapshotOfPeopleRestsInTheDatabase() {
        SnapshotTable snapshots = new SnapshotTable(em);
        Person alex = new Person("alex", "alex", "Alex", null, "U1", Set.of("approver"), List.of("acme"));
        assertTrue(snapshots.load().isEmpty());
        snapshots.save(new Snapshot(clock.instant(), Map.of("alex", alex), Set.of("approver")));
        clock.pass(Duration.ofHours(1));
        snapshots.save(new Snapshot(clock.instant(), Map.of("alex", alex), Set.of("approver")));
        Snapshot read = snapshots.load().orElseThrow();
        assertEquals(clock.instant(), read.asOf());
        assertEquals(Map.of("alex", alex), read.people());
        assertEquals(Set.of("approver"), read.roles());
    }

    @Test
    void everySizeOfSnapshotRestsInTheDatabase() {
        SnapshotTable snapshots = new SnapshotTable(em);
        Map<String, Person> many = new HashMap<>();
        for (int i = 0; i < 5_001; i++) {
            String name = "person-" + i;
            many.put(name, new Person(name, name, "Näme " + i, null, null, Set.of("approver"), List.of("acme", "b")));
        }
        snapshots.save(new Snapshot(clock.instant(), many, Set.of("approver")));
        assertEquals(many, snapshots.load().orElseThrow().people());
        many.remove("person-17");
        clock.pass(Duration.ofHours(1));
        snapshots.save(new Snapshot(clock.instant(), many, Set.of("approver")));
        assertEquals(many, snapshots.load().orElseThrow().people());
    }

    @Test
    void aSnapshotOfAnEarlierReleaseIsRead() {
        em.createNativeQuery("insert into directory_snapshot (id, as_of, content) values (1, :now, :content)")
                .setParameter("now", clock.instant())
                .setParameter("content", """
                        {"people":[{"user_name":"alex","display_name":"Alex","email":null,"slack_user_id":"U1",
                         "roles":["approver"],"organization_id":"acme"}],"roles":["approver"]}""")
                .executeUpdate();
        Person alex = new Person("alex", "alex", "Alex", null, "U1", Set.of("approver"), List.of("acme"));
        assertEquals(
                Map.of("alex", alex), new SnapshotTable(em).load().orElseThrow().people());
    }
}
