package io.countersign.security.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.countersign.security.InlineThreads;
import io.countersign.security.KeycloakStub;
import io.countersign.security.NamesAsIds;
import io.countersign.security.Person;
import io.countersign.security.SecuritySettings;
import io.countersign.security.SetClock;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is asked of Keycloak over HTTP, and what is made of its answers. */
class KeycloakPeopleTest {

    private static final Set<String> NONE = Set.of();

    private final ExecutorService pool = Executors.newFixedThreadPool(DirectoryThreads.READS);
    private KeycloakStub keycloak;
    private KeycloakLink link;
    private KeycloakPeople people;

    @BeforeEach
    void start() throws IOException {
        keycloak = new KeycloakStub();
        Map<String, String> said = Map.of(
                SecuritySettings.KEYCLOAK_URL.name(), keycloak.url(), SecuritySettings.DIRECTORY_SECRET.name(), "s");
        SecuritySettings settings = new SecuritySettings(name -> Optional.ofNullable(said.get(name)));
        link = new KeycloakLink(settings);
        DirectoryThreads threads = new InlineThreads() {
            @Override
            public Executor reads() {
                return pool;
            }
        };
        people = new KeycloakPeople(
                settings,
                link,
                new RealmReader(settings, link, threads),
                new NamesAsIds(),
                new SetClock("2026-11-22T12:00:00Z"));
        keycloak.role("approver").role("soc-analyst").role("lead", "approver", "soc-analyst");
        keycloak.role("default-roles-countersign", "offline_access").role("offline_access");
    }

    @AfterEach
    void stop() {
        link.close();
        keycloak.close();
        pool.shutdownNow();
    }

    private Map<String, Set<String>> roles() {
        return people.fetch().people().values().stream().collect(Collectors.toMap(Person::id, Person::roles));
    }

    private Map<String, Long> callsByKind() {
        return keycloak.calls.stream()
                .map(path -> path.replaceAll("/(users|groups|roles)/[^/]+/", "/$1/*/"))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    private void somePeople() {
        keycloak.group("soc", null, "lead").group("night", "soc").group("cleaners", null);
        keycloak.user("ann", true, Set.of("approver"), NONE)
                .user("bob", true, NONE, Set.of("night"))
                .user("cat", true, NONE, Set.of("cleaners"))
                .user("dan", false, Set.of("approver"), Set.of("soc"))
                .user("eve", true, Set.of("default-roles-countersign"), NONE);
    }

    private static final Map<String, Set<String>> EXPECTED =
            Map.of("ann", Set.of("approver"), "bob", Set.of("lead", "approver", "soc-analyst"));

    @Test
    void rolesComeDirectlyThroughGroupsThoseAboveThemAndComposites() {
        somePeople();
        assertEquals(EXPECTED, roles());
        assertEquals(
                List.of("acme", "b"),
                people.fetch().people().get("ann").organizations(),
                "a person may belong to several organizations");
    }

    @Test
    void groupsBelowOthersAreFoundWhereOnlyTheTopLevelIsListed() {
        somePeople();
        keycloak.flat = false;
        assertEquals(EXPECTED, roles());
    }

    @Test
    void oneUserAtATimeHasTheSameRoles() {
        somePeople();
        assertEquals(EXPECTED.get("ann"), people.rolesOf("ann"));
        assertEquals(EXPECTED.get("bob"), people.rolesOf("bob"));
        assertEquals(NONE, people.rolesOf("eve"));
        assertEquals(NONE, people.rolesOf("nobody"));
        assertTrue(people.user("bob").isPresent());
        assertFalse(people.user("dan").isPresent(), "disabled");
        assertFalse(people.user("nobody").isPresent());
    }

    @Test
    void everyPageOfALongListIsRead() {
        for (int i = 0; i < 3 * RealmReading.PAGE; i++) {
            keycloak.user("u" + i, true, Set.of("approver"), NONE);
        }
        assertEquals(3 * RealmReading.PAGE, roles().size());
    }

    @Test
    void aRoleThroughManyGroupsCostsOneCallAGroupOrAUserWhicheverIsLess() {
        Set<String> all = new HashSet<>();
        for (int i = 0; i < 40; i++) {
            keycloak.group("g" + i, null, "approver");
            all.add("g" + i);
        }
        for (int i = 0; i < 10; i++) {
            keycloak.user("u" + i, true, NONE, all);
        }
        assertEquals(10, roles().size());
        assertEquals(10, callsByKind().get("/users/*/groups"));
        assertFalse(callsByKind().containsKey("/groups/*/members"));
        keycloak.calls.clear();
        for (int i = 10; i < 60; i++) {
            keycloak.user("u" + i, true, NONE, Set.of("g1"));
        }
        assertEquals(60, roles().size());
        assertEquals(40, callsByKind().get("/groups/*/members"));
        assertFalse(callsByKind().containsKey("/users/*/groups"));
        assertEquals(1, callsByKind().get("/groups"));
        assertFalse(callsByKind().containsKey("/groups/*/children"));
    }

    @Test
    void callsAreUnderWayTogether() {
        somePeople();
        for (int i = 0; i < DirectoryThreads.READS; i++) {
            keycloak.group("g" + i, null, "approver");
        }
        for (int i = 0; i < 20; i++) {
            keycloak.user("u" + i, true, NONE, Set.of("g0"));
        }
        CountDownLatch together = new CountDownLatch(DirectoryThreads.READS);
        keycloak.during = () -> {
            String last = keycloak.calls.get(keycloak.calls.size() - 1);
            if (last.endsWith("/members")) {
                together.countDown();
                await(together);
            }
        };
        assertNotNull(roles().get("u7"));
        assertEquals(0, together.getCount());
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(30, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aRealmThatCannotBeReadWholeIsNoSnapshot() {
        somePeople();
        keycloak.during = () -> {
            if (keycloak.calls.get(keycloak.calls.size() - 1).endsWith("/members")) {
                throw new IllegalStateException("out of order");
            }
        };
        keycloak.group("x", null);
        assertThrows(RuntimeException.class, () -> people.fetch());
    }
}
