package io.countersign.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.countersign.security.apikey.ApiKeyRow;
import io.countersign.security.apikey.KeyTable;
import io.countersign.security.apikey.LiveKeys;
import io.countersign.security.apikey.ValidatedApiKey;
import io.countersign.security.people.RealmGraph;
import io.countersign.security.people.Snapshot;
import io.countersign.security.people.SnapshotTable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PeopleTest {

    private final SetClock clock = new SetClock("2026-11-22T12:00:00Z");
    private final FakeRealm keycloak = new FakeRealm(clock);
    private final KeptSnapshot kept = new KeptSnapshot();

    private static Person person(String name, String... roles) {
        return FakeRealm.person(name, roles);
    }

    private Directory directory(ApiKey... humanKeys) {
        return Directories.of(
                keycloak,
                kept,
                new InlineThreads(),
                new LiveKeys(
                        new KeyTable() {
                            @Override
                            public List<ApiKey> liveHumanKeys(Instant now) {
                                return List.of(humanKeys);
                            }
                        },
                        clock),
                clock);
    }

    private ApiKey key(String owner, String... roles) {
        return new ApiKeyRow(
                        new ValidatedApiKey("k", KeyType.HUMAN, owner, owner, Set.of(), Set.of(roles), null, null),
                        "hash-of-" + owner,
                        "abcdefgh",
                        "root",
                        clock)
                .view();
    }

    private static Set<String> names(Set<Person> people) {
        return people.stream().map(Person::userName).collect(Collectors.toSet());
    }

    /** A table of one row in memory. */
    private static final class KeptSnapshot extends SnapshotTable {
        private Snapshot row;

        @Override
        public Optional<Snapshot> load() {
            return Optional.ofNullable(row);
        }

        @Override
        public void save(Snapshot snapshot) {
            List<String> parts = snapshot.parts();
            row = Snapshot.of(snapshot.asOf(), snapshot.head(parts.size()), parts);
        }
    }

    @Test
    void whereThereIsAKeycloakKeysMakeNobodyAnApprover() {
        keycloak.has(person("alex", "approver"));
        keycloak.has(person("maya", "soc-lead"));
        Directory directory = directory(key("maya", "approver"), key("kim", "approver"));
        assertEquals(Set.of("alex"), names(directory.holders("approver")));
        assertEquals(
                Set.of("soc-lead"), directory.byUserName("Maya").orElseThrow().roles());
        assertEquals(Set.of(), directory.holders("nobody-has-this"));
    }

    @Test
    void withoutKeycloakTheOwnersOfKeysAreThePeople() {
        keycloak.configured = false;
        Directory directory = directory(key("kim", "approver"));
        assertEquals(Set.of("kim"), names(directory.holders("approver")));
        assertFalse(directory.knowledge().configured());
        assertEquals(0, keycloak.fetched.get());
        assertTrue(directory.isRole("any-business-role"), "nobody can tell");
    }

    @Test
    void knowledgeIsNeverOlderThanAMinuteWhileKeycloakAnswers() {
        Directory directory = directory();
        assertEquals(Set.of(), directory.holders("approver"));
        keycloak.has(person("alex", "approver"));
        clock.pass(Duration.ofSeconds(60));
        assertEquals(Set.of("alex"), names(directory.holders("approver")));
    }

    @Test
    void freshKnowledgeAsksNobody() {
        Directory directory = directory();
        directory.holders("approver");
        clock.pass(Duration.ofSeconds(29));
        directory.holders("approver");
        assertEquals(1, keycloak.fetched.get());
    }

    @Test
    void whileKeycloakIsAwayTheLastKnowledgeStandsAndItsAgeIsSaid() {
        keycloak.has(person("alex", "approver"));
        Directory directory = directory();
        directory.holders("approver");
        Instant then = clock.instant();
        keycloak.away = true;
        clock.pass(Duration.ofMinutes(10));
        assertEquals(Set.of("alex"), names(directory.holders("approver")));
        assertEquals(new DirectoryFreshness(true, then, false), directory.knowledge());
        keycloak.away = false;
        clock.pass(Duration.ofSeconds(6));
        assertEquals(new DirectoryFreshness(true, clock.instant(), true), directory.knowledge());
    }

    @Test
    void somebodyWhoLosesARoleIsNoHolderAMinuteLater() {
        keycloak.has(person("alex", "approver"));
        Directory directory = directory();
        assertEquals(Set.of("alex"), names(directory.holders("approver")));
        keycloak.people.clear();
        clock.pass(Duration.ofSeconds(60));
        assertEquals(Set.of(), directory.holders("approver"));
    }

    @Test
    void knowledgeSurvivesARestartWhileKeycloakIsAway() {
        keycloak.has(person("alex", "approver"));
        directory().holders("approver");
        Instant then = clock.instant();
        keycloak.away = true;
        clock.pass(Duration.ofHours(1));
        Directory restarted = directory();
        assertEquals(Set.of("alex"), names(restarted.holders("approver")));
        assertEquals(new DirectoryFreshness(true, then, false), restarted.knowledge());
        assertEquals(person("alex", "approver"), restarted.byUserName("alex").orElseThrow());
    }

    @Test
    void anUnknownAgeIsNotInventedWhenKeycloakNeverAnswered() {
        keycloak.away = true;
        Directory directory = directory();
        assertEquals(Set.of(), directory.holders("approver"));
        assertEquals(new DirectoryFreshness(true, null, false), directory.knowledge());
    }

    @Test
    void anAbsentKeycloakIsNotAskedByEveryRequest() {
        keycloak.away = true;
        Directory directory = directory();
        for (int i = 0; i < 100; i++) {
            directory.holders("approver");
        }
        assertEquals(1, keycloak.fetched.get());
    }

    @Test
    void aSlackAccountIsOnePersonOrNobody() {
        keycloak.has(person("alex", "approver"));
        Directory directory = directory();
        assertEquals("alex", directory.bySlackUserId("Ualex").orElseThrow().userName());
        assertTrue(directory.bySlackUserId("Ustranger").isEmpty());
    }

    @Test
    void twoPeopleBehindOneSlackAccountAreNobody() {
        keycloak.has(person("alex", "approver"));
        keycloak.has(new Person("blake", "blake", "blake", null, "Ualex", Set.of("approver"), List.of()));
        assertTrue(directory().bySlackUserId("Ualex").isEmpty());
    }

    @Test
    void somebodyWithoutARoleIsFoundByIdAndName() {
        keycloak.has(person("newcomer"));
        Directory directory = directory();
        assertEquals("newcomer", directory.byUserName("newcomer").orElseThrow().userName());
        assertEquals("newcomer", directory.byId("newcomer").orElseThrow().userName());
        keycloak.away = true;
        assertTrue(directory().byUserName("newcomer").isEmpty());
    }

    @Test
    void aRoleMadeAMomentAgoIsKnownAndAnInventedOneIsNot() {
        Directory directory = directory();
        assertTrue(directory.isRole("soc-lead"));
        assertTrue(directory.isRole("made-a-moment-ago"));
        assertFalse(directory.isRole("no-such-role"));
        assertEquals(1, keycloak.fetched.get(), "nobody reads the whole realm for that");
    }

    @Test
    void adminsHoldTheRoleAndKeysMakeNoneButTheOperators() {
        keycloak.has(new Person("root", "root", "root", null, null, Set.of("soc-admin"), List.of("north")));
        keycloak.has(person("maya", "soc-lead"));
        ApiKey[] keys = {adminKey("maya"), adminKey("kim"), adminKey("bootstrap-admin")};
        assertEquals(Set.of("root", "bootstrap-admin"), names(directory(keys).admins()));
        keycloak.configured = false;
        assertEquals(
                Set.of("maya", "kim", "bootstrap-admin"), names(directory(keys).admins()));
    }

    @Test
    void theOperatorsKeyIsTheSecondAdminUntilThereAreTwo() {
        keycloak.has(person("root", "soc-admin"));
        ApiKey[] keys = {adminKey("bootstrap-admin", "soc-admin", "approver")};
        assertEquals(Set.of("root", "bootstrap-admin"), names(directory(keys).admins()));
        keycloak.has(person("ruth", "soc-admin"));
        Directory directory = directory(keys);
        assertEquals(Set.of("root", "ruth"), names(directory.admins()));
        assertEquals(Set.of("root", "ruth"), names(directory.holders("soc-admin")));
        assertEquals(Set.of(), directory.byId("bootstrap-admin").orElseThrow().roles());
    }

    @Test
    void theOperatorsKeyHasNoOtherRoleWherePeopleSignIn() {
        keycloak.has(person("maya", "soc-lead"));
        ApiKey[] keys = {adminKey("bootstrap-admin", "soc-admin", "approver")};
        assertEquals(
                Set.of("soc-admin"),
                directory(keys).byId("bootstrap-admin").orElseThrow().roles());
        assertEquals(Set.of(), directory(keys).holders("approver"));
        keycloak.configured = false;
        assertEquals(Set.of("bootstrap-admin"), names(directory(keys).holders("approver")));
    }

    private ApiKey adminKey(String owner, String... roles) {
        return new ApiKeyRow(
                        new ValidatedApiKey(
                                "k", KeyType.HUMAN, owner, owner, Set.of(Scopes.ADMIN), Set.of(roles), null, null),
                        "hash-of-" + owner,
                        "abcdefgh",
                        "root",
                        clock)
                .view();
    }

    @Test
    void aRoleBringsWhatItIsComposedOfWhoeverGaveIt() {
        RealmGraph graph = new RealmGraph();
        graph.composite("lead", Set.of("approver", "soc-analyst"));
        graph.composite("boss", Set.of("lead"));
        graph.composite("approver", Set.of("boss"));
        graph.give("boss", person("alex"));
        graph.give("network", person("alex"));
        graph.give("soc-viewer", person("vic"));
        assertEquals(
                Set.of("boss", "lead", "approver", "soc-analyst", "network"),
                graph.people().get("alex").roles(),
                "a circle ends");
        assertEquals(Set.of("soc-viewer"), graph.people().get("vic").roles());
    }
}
