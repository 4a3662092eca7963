package io.countersign.approvals;

import io.countersign.security.Directory;
import io.countersign.security.Knowledge;
import io.countersign.security.Person;
import io.countersign.security.Roles;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** People held in a map. */
class FakeDirectory extends Directory {

    private final Map<String, Person> people = new TreeMap<>();
    /** What happens whenever somebody asks. */
    Runnable onLookUp = () -> {};

    FakeDirectory with(String name, String... roles) {
        return withIn(null, name, roles);
    }

    FakeDirectory withIn(String organization, String name, String... roles) {
        people.put(name, new Person(name, name, null, null, Set.copyOf(Arrays.asList(roles)), organization));
        return this;
    }

    FakeDirectory without(String name) {
        people.remove(name);
        return this;
    }

    @Override
    public Set<Person> holders(String role) {
        return people.values().stream().filter(person -> person.hasRole(role)).collect(Collectors.toSet());
    }

    @Override
    public Set<Person> admins() {
        return holders(Roles.SOC_ADMIN);
    }

    /** When Keycloak last answered. */
    Instant asOf;

    @Override
    public Knowledge glimpse() {
        return new Knowledge(asOf != null, asOf, true);
    }

    @Override
    public void refresh() {
        onLookUp.run();
    }

    @Override
    public Optional<Person> person(String userName) {
        onLookUp.run();
        return Optional.ofNullable(people.get(userName));
    }

    @Override
    public boolean isRole(String role) {
        return Roles.KNOWN.contains(role) || people.values().stream().anyMatch(person -> person.hasRole(role));
    }
}
