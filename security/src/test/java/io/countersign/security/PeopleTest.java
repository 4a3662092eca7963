package io.countersign.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PeopleTest {

    private final SetClock clock = new SetClock("2026-11-22T12:00:00Z");
    private final FakeKeycloak keycloak = new FakeKeycloak();
    private final KeptSnapshot kept = new KeptSnapshot();

    private static Person person(String name, String... roles) {
        return new Person(name, name, name, name + "@example.org", "U" + name, Set.of(roles), List.of());
    }

    private KnownPeople known() {
        return new KnownPeople(keycloak, kept, clock);
    }

    private Directory directory(KnownPeople known, ApiKey... humanKeys) {
        return new Directory(
                known,
                keycloak,
                new LiveKeys(
                        new KeyTable() {
                            @Override
                            List<ApiKey> liveHumanKeys(Instant now) {
                                return List.of(humanKeys);
                            }
                        },
                        clock));
    }

    private ApiKey key(String owner, String... roles) {
        return new ApiKeyRow(
                        new KeyWish("k", KeyType.HUMAN, owner, owner, Set.of(), Set.of(roles), null, null),
                        "hash-of-" + owner,
                        "abcdefgh",
                        "root",
                        clock)
                .view();
    }

    private static Set<String> names(Set<Person> people) {
        return people.stream().map(Person::userName).collect(Collectors.toSet());
    }

    /** A Keycloak that can be switched off. */
    private final class FakeKeycloak implements PeopleSource {
        private final Map<String, Person> people = new HashMap<>();
        private boolean configured = true;
        private boolean away;
        private int asked;

        void has(Person person) {
            people.put(person.userName(), person);
        }

        @Override
        public boolean isConfigured() {
            return configured;
        }

        @Override
        public Snapshot fetch() {
            asked++;
            answer();
            return new Snapshot(clock.instant(), Map.copyOf(people), Set.of("approver", "soc-lead"));
        }

        private void answer() {
            if (away) {
                throw new IllegalStateException("connection refused");
            }
        }

        @Override
        public Optional<Person> bySlackUserId(String slackUserId) {
            answer();
            return Optional.empty();
        }

        @Override
        public Optional<Person> byId(String id) {
            answer();
            return Optional.empty();
        }

        @Override
        public Optional<Person> byUserName(String userName) {
            answer();
            return userName.equals("newcomer") ? Optional.of(person("newcomer")) : Optional.empty();
        }
    }

    /** A table of one row in memory. */
    private static final class KeptSnapshot extends SnapshotTable {
        private Snapshot row;

        @Override
        Optional<Snapshot> load() {
            return Optional.ofNullable(row);
        }

        @Override
        void save(Snapshot snapshot) {
            row = Snapshot.of(snapshot.asOf(), snapshot.content());
        }
    }

    @Test
    void whereThereIsAKeycloakKeysMakeNobodyAnApprover() {
        keycloak.has(person("alex", "approver"));
        keycloak.has(person("maya", "soc-lead"));
        Directory directory = directory(known(), key("maya", "approver"), key("kim", "approver"));
        assertEquals(Set.of("alex"), names(directory.holders("approver")));
        assertEquals(
                Set.of("soc-lead"), directory.byUserName("Maya").orElseThrow().roles());
        assertEquals(Set.of(), directory.holders("nobody-has-this"));
    }

    @Test
    void withoutKeycloakTheOwnersOfKeysAreThePeople() {
        keycloak.configured = false;
        Directory directory = directory(known(), key("kim", "approver"));
        assertEquals(Set.of("kim"), names(directory.holders("approver")));
        assertFalse(directory.knowledge().configured());
        assertEquals(0, keycloak.asked);
        assertTrue(directory.isRole("any-business-role"), "nobody can tell");
    }

    @Test
    void knowledgeIsNeverOlderThanAMinuteWhileKeycloakAnswers() {
        Directory directory = directory(known());
        assertEquals(Set.of(), directory.holders("approver"));
        keycloak.has(person("alex", "approver"));
        clock.pass(Duration.ofSeconds(60));
        assertEquals(Set.of("alex"), names(directory.holders("approver")));
    }

    @Test
    void freshKnowledgeAsksNobody() {
        Directory directory = directory(known());
        directory.holders("approver");
        clock.pass(Duration.ofSeconds(29));
        directory.holders("approver");
        assertEquals(1, keycloak.asked);
    }

    @Test
    void whileKeycloakIsAwayTheLastKnowledgeStandsAndItsAgeIsSaid() {
        keycloak.has(person("alex", "approver"));
        Directory directory = directory(known());
        directory.holders("approver");
        Instant then = clock.instant();
        keycloak.away = true;
        clock.pass(Duration.ofMinutes(10));
        assertEquals(Set.of("alex"), names(directory.holders("approver")));
        assertEquals(new Knowledge(true, then, false), directory.knowledge());
        keycloak.away = false;
        clock.pass(Duration.ofSeconds(6));
        assertEquals(new Knowledge(true, clock.instant(), true), directory.knowledge());
    }

    @Test
    void somebodyWhoLosesARoleIsNoHolderAMinuteLater() {
        keycloak.has(person("alex", "approver"));
        Directory directory = directory(known());
        assertEquals(Set.of("alex"), names(directory.holders("approver")));
        keycloak.people.clear();
        clock.pass(Duration.ofSeconds(60));
        assertEquals(Set.of(), directory.holders("approver"));
    }

    @Test
    void knowledgeSurvivesARestartWhileKeycloakIsAway() {
        keycloak.has(person("alex", "approver"));
        directory(known()).holders("approver");
        Instant then = clock.instant();
        keycloak.away = true;
        clock.pass(Duration.ofHours(1));
        Directory restarted = directory(known());
        assertEquals(Set.of("alex"), names(restarted.holders("approver")));
        assertEquals(new Knowledge(true, then, false), restarted.knowledge());
        assertEquals(person("alex", "approver"), restarted.byUserName("alex").orElseThrow());
    }

    @Test
    void anUnknownAgeIsNotInventedWhenKeycloakNeverAnswered() {
        keycloak.away = true;
        Directory directory = directory(known());
        assertEquals(Set.of(), directory.holders("approver"));
        assertEquals(new Knowledge(true, null, false), directory.knowledge());
    }

    @Test
    void anAbsentKeycloakIsNotAskedByEveryRequest() {
        keycloak.away = true;
        Directory directory = directory(known());
        for (int i = 0; i < 100; i++) {
            directory.holders("approver");
        }
        assertEquals(1, keycloak.asked);
    }

    @Test
    void aSlackAccountIsOnePersonOrNobody() {
        keycloak.has(person("alex", "approver"));
        Directory directory = directory(known());
        assertEquals("alex", directory.bySlackUserId("Ualex").orElseThrow().userName());
        assertTrue(directory.bySlackUserId("Ustranger").isEmpty());
    }

    @Test
    void twoPeopleBehindOneSlackAccountAreNobody() {
        keycloak.has(person("alex", "approver"));
        keycloak.has(new Person("blake", "blake", "blake", null, "Ualex", Set.of("approver"), List.of()));
        assertTrue(directory(known()).bySlackUserId("Ualex").isEmpty());
    }

    @Test
    void somebodyWithoutARoleIsFoundByName() {
        assertEquals(
                "newcomer",
                directory(known()).byUserName("newcomer").orElseThrow().userName());
        keycloak.away = true;
        assertTrue(directory(known()).byUserName("newcomer").isEmpty());
    }

    @Test
    void aRoleMadeAMomentAgoIsKnownAndAnInventedOneIsNot() {
        Directory directory = directory(known());
        assertTrue(directory.isRole("soc-lead"));
        assertFalse(directory.isRole("no-such-role"));
        assertEquals(2, keycloak.asked, "an unknown role is worth a second look");
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
