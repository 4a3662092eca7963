package io.countersign.security;

import io.countersign.security.people.PeopleSource;
import io.countersign.security.people.Snapshot;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** A Keycloak in memory that can be switched off and held up. */
final class FakeRealm implements PeopleSource {

    /** Enabled users by person id, roles included. */
    final Map<String, Person> people = new ConcurrentHashMap<>();

    final AtomicInteger fetched = new AtomicInteger();
    final AtomicInteger lookedUp = new AtomicInteger();
    final AtomicInteger namesAsked = new AtomicInteger();
    boolean configured = true;
    volatile boolean away;
    /** What happens while a snapshot is fetched. */
    volatile Runnable whileFetching = () -> {};
    /** What happens while somebody is looked up. */
    volatile Runnable whileLookingUp = () -> {};

    private final Clock clock;

    FakeRealm(Clock clock) {
        this.clock = clock;
    }

    static Person person(String name, String... roles) {
        return new Person(name, name, name, name + "@example.org", "U" + name, Set.of(roles), java.util.List.of());
    }

    void has(Person person) {
        people.put(person.id(), person);
    }

    /** The person is called so from now on. */
    void rename(String id, String userName) {
        Person person = Objects.requireNonNull(people.get(id));
        has(new Person(
                id, userName, userName, person.email(), person.slackUserId(), person.roles(), person.organizations()));
    }

    private void answer() {
        if (away) {
            throw new IllegalStateException("connection refused");
        }
    }

    @Override
    public boolean isConfigured() {
        return configured;
    }

    @Override
    public Snapshot fetch() {
        fetched.incrementAndGet();
        whileFetching.run();
        answer();
        Map<String, Person> holders = people.values().stream()
                .filter(person -> !person.roles().isEmpty())
                .collect(Collectors.toMap(Person::id, person -> person));
        return new Snapshot(clock.instant(), holders, Set.of("approver", "soc-lead"));
    }

    @Override
    public Optional<Person> user(String id) {
        lookedUp.incrementAndGet();
        whileLookingUp.run();
        answer();
        return Optional.ofNullable(people.get(id)).map(person -> person.withRoles(Set.of()));
    }

    @Override
    public Set<String> rolesOf(String id) {
        answer();
        Person person = people.get(id);
        return person == null ? Set.of() : person.roles();
    }

    @Override
    public Optional<Person> userNamed(String userName) {
        namesAsked.incrementAndGet();
        answer();
        return people.values().stream()
                .filter(person -> person.userName().equals(userName))
                .map(person -> person.withRoles(Set.of()))
                .findFirst();
    }

    @Override
    public Optional<Person> userOfSlack(String slackUserId) {
        answer();
        return people.values().stream()
                .filter(person -> slackUserId.equals(person.slackUserId()))
                .map(person -> person.withRoles(Set.of()))
                .findFirst();
    }

    @Override
    public boolean isRole(String role) {
        answer();
        return role.equals("made-a-moment-ago");
    }
}
