package io.countersign.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.countersign.security.apikey.KeyTable;
import io.countersign.security.apikey.LiveKeys;
import io.countersign.security.people.CachedAnswers;
import io.countersign.security.people.DirectoryCache;
import io.countersign.security.people.DirectoryOutage;
import io.countersign.security.people.DirectoryThreads;
import io.countersign.security.people.LookUps;
import io.countersign.security.people.Snapshot;
import io.countersign.security.people.SnapshotTable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who decides is known as of a few seconds ago, and nobody waits long for that. */
class LookUpTest {

    private static final Duration AGES = Duration.ofSeconds(60);

    private final SetClock clock = new SetClock("2026-11-22T12:00:00Z");
    private final FakeRealm keycloak = new FakeRealm(clock);
    private final ExecutorService pool = Executors.newCachedThreadPool();
    private final CountDownLatch release = new CountDownLatch(1);

    @AfterEach
    void stop() {
        release.countDown();
        pool.shutdownNow();
    }

    private Directory directory(DirectoryThreads threads, Duration patience) {
        LookUps lookUps = new LookUps(keycloak, threads, clock, patience);
        SnapshotTable nothingKept = new SnapshotTable() {
            @Override
            public Optional<Snapshot> load() {
                return Optional.empty();
            }

            @Override
            public void save(Snapshot snapshot) {}
        };
        LiveKeys noKeys = new LiveKeys(
                new KeyTable() {
                    @Override
                    public List<ApiKey> liveHumanKeys(Instant now) {
                        return List.of();
                    }
                },
                clock);
        return new Directory(
                new DirectoryCache(keycloak, nothingKept, threads, lookUps, clock), keycloak, lookUps, noKeys);
    }

    private Directory directory() {
        return directory(new InlineThreads(), AGES);
    }

    /** With threads of its own for everything that talks to Keycloak. */
    private final class OwnThreads extends InlineThreads {
        @Override
        public Executor lookUps() {
            return pool;
        }

        @Override
        public void refresh(Runnable work) {
            pool.execute(work);
        }
    }

    private void awaitRelease() {
        try {
            assertTrue(release.await(60, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Set<String> names(Set<Person> people) {
        return people.stream().map(Person::userName).collect(Collectors.toSet());
    }

    @Test
    void whoIsDisabledIsNobodyAFewSecondsLaterAndInNoListEither() {
        keycloak.has(FakeRealm.person("alex", "approver"));
        Directory directory = directory();
        assertTrue(directory.byId("alex").isPresent());
        keycloak.people.remove("alex");
        clock.pass(CachedAnswers.FRESH);
        assertTrue(directory.byId("alex").isEmpty());
        assertEquals(Set.of(), names(directory.holders("approver")));
        assertEquals(1, keycloak.fetched.get(), "the snapshot is as it was");
    }

    @Test
    void whoLosesARoleHasLostItAFewSecondsLater() {
        keycloak.has(FakeRealm.person("alex", "approver"));
        Directory directory = directory();
        assertTrue(directory.byId("alex").orElseThrow().hasRole("approver"));
        keycloak.has(FakeRealm.person("alex", "soc-lead"));
        clock.pass(CachedAnswers.FRESH);
        assertFalse(directory.byId("alex").orElseThrow().hasRole("approver"));
        assertEquals(Set.of(), names(directory.holders("approver")));
        assertEquals(Set.of("alex"), names(directory.holders("soc-lead")));
    }

    @Test
    void aNewerSnapshotCountsMoreThanAnOlderLookUp() {
        keycloak.has(FakeRealm.person("alex", "approver"));
        Directory directory = directory();
        assertTrue(directory.byId("alex").isPresent());
        keycloak.people.remove("alex");
        clock.pass(DirectoryCache.FRESH);
        assertEquals(Set.of(), names(directory.holders("approver")));
        assertFalse(directory
                .known("alex")
                .map(person -> person.hasRole("approver"))
                .orElse(false));
    }

    @Test
    void listsAskAboutNobody() {
        keycloak.has(FakeRealm.person("alex", "approver"));
        Directory directory = directory();
        assertTrue(directory.known("alex").isPresent());
        clock.pass(Duration.ofSeconds(29));
        directory.known("alex");
        directory.holders("approver");
        assertEquals(0, keycloak.lookedUp.get());
    }

    @Test
    void anAnswerIsBelievedForAFewSecondsWhateverItWas() {
        Directory directory = directory();
        for (int i = 0; i < 10; i++) {
            assertTrue(directory.byId("stranger").isEmpty());
        }
        assertEquals(1, keycloak.lookedUp.get());
    }

    @Test
    void manyPeopleAreAskedAboutAtTheSameTime() {
        List<String> ids = IntStream.range(0, 6).mapToObj(i -> "p" + i).toList();
        ids.forEach(id -> keycloak.has(FakeRealm.person(id, "approver")));
        CountDownLatch all = new CountDownLatch(ids.size());
        keycloak.whileLookingUp = () -> {
            all.countDown();
            try {
                // none of them ends before all have begun
                assertTrue(all.await(60, TimeUnit.SECONDS));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
        assertEquals(
                Set.copyOf(ids), directory(new OwnThreads(), AGES).byIds(ids).keySet());
    }

    @Test
    void theLastWordStandsWhileAnAnswerTakesTooLongAndIsReplacedWhenItComes() throws InterruptedException {
        keycloak.has(FakeRealm.person("alex", "approver"));
        Directory directory = directory(new OwnThreads(), Duration.ofMillis(20));
        while (directory.glimpse().asOf() == null) {
            Thread.onSpinWait();
        }
        keycloak.people.remove("alex");
        clock.pass(Duration.ofSeconds(1));
        keycloak.whileLookingUp = this::awaitRelease;
        assertTrue(directory.byId("alex").isPresent(), "Keycloak has not answered yet");
        assertTrue(directory.byId("alex").isPresent());
        assertEquals(1, keycloak.lookedUp.get(), "the same question is under way once");
        release.countDown();
        while (directory.known("alex").isPresent()) {
            Thread.onSpinWait();
        }
    }

    @Test
    void nobodyWaitsForTheWholeRealmToBeReadAgain() {
        keycloak.has(FakeRealm.person("alex", "approver"));
        Directory directory = directory(new OwnThreads(), AGES);
        assertEquals(Set.of("alex"), names(directory.holders("approver")));
        keycloak.whileFetching = this::awaitRelease;
        keycloak.has(FakeRealm.person("blake", "approver"));
        clock.pass(Duration.ofMinutes(10));
        assertEquals(Set.of("alex"), names(directory.holders("approver")), "as of ten minutes ago");
        assertTrue(directory.byId("blake").orElseThrow().hasRole("approver"));
        assertEquals(Set.of("alex", "blake"), names(directory.holders("approver")));
    }

    @Test
    void theVeryFirstSnapshotIsWaitedForOnlySoLongByEverybodyTogether() {
        keycloak.whileFetching = this::awaitRelease;
        Directory directory = directory(new OwnThreads(), Duration.ofMillis(20));
        assertEquals(Set.of(), directory.holders("approver"));
        assertTrue(directory.knowsNothingOf("alex"));
        keycloak.has(FakeRealm.person("alex", "approver"));
        while (directory.byId("alex").isEmpty()) {
            Thread.onSpinWait();
        }
        assertFalse(directory.knowsNothingOf("alex"));
    }

    @Test
    void whileKeycloakIsAwayNobodyAsksAgainForAFewSeconds() {
        keycloak.has(FakeRealm.person("alex", "approver"));
        Directory directory = directory();
        assertTrue(directory.known("alex").isPresent());
        keycloak.away = true;
        assertTrue(directory.byId("alex").isPresent());
        assertTrue(directory.byId("alex").isPresent());
        assertEquals(1, keycloak.lookedUp.get());
        keycloak.away = false;
        keycloak.people.clear();
        clock.pass(DirectoryOutage.PAUSE);
        assertTrue(directory.byId("alex").isEmpty());
    }

    @Test
    void aNameIsWhoeverHasItNow() {
        keycloak.has(FakeRealm.person("ann", "approver"));
        keycloak.has(FakeRealm.person("bob", "soc-lead"));
        Directory directory = directory();
        assertEquals("ann", directory.byUserName("Ann").orElseThrow().id());
        keycloak.rename("ann", "bob");
        keycloak.rename("bob", "ann");
        clock.pass(CachedAnswers.FRESH);
        assertEquals("bob", directory.byUserName("ann").orElseThrow().id());
        Person second = directory.byUserName("bob").orElseThrow();
        assertEquals("ann", second.id());
        assertEquals(Set.of("approver"), second.roles());
    }

    @Test
    void anOldNameIsNobodysThoughTheSnapshotStillHasIt() {
        keycloak.has(FakeRealm.person("ann", "approver"));
        Directory directory = directory();
        directory.holders("approver");
        keycloak.rename("ann", "ann.miller");
        clock.pass(Duration.ofSeconds(1));
        assertTrue(directory.byUserName("ann").isEmpty());
        assertEquals("ann", directory.byUserName("ann.miller").orElseThrow().id());
    }

    @Test
    void aSlackAccountThatWasGivenToSomebodyElseIsNoLongerTheirs() {
        keycloak.has(FakeRealm.person("ann", "approver"));
        Directory directory = directory();
        assertEquals("ann", directory.bySlackUserId("Uann").orElseThrow().id());
        keycloak.has(new Person("ann", "ann", "ann", null, "U-other", Set.of("approver"), List.of()));
        clock.pass(CachedAnswers.FRESH);
        assertTrue(directory.bySlackUserId("Uann").isEmpty());
    }
}
