package io.countersign.approvals;

import io.countersign.security.Directory;
import io.countersign.security.DirectoryFreshness;
import io.countersign.security.Person;
import io.countersign.security.Roles;
import io.countersign.security.UserNames;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** People held in a map. */
public class FakeDirectory extends Directory {

    private final Map<String, Person> people = new TreeMap<>();
    /** What happens whenever somebody asks. */
    Runnable onLookUp = () -> {};

    public FakeDirectory with(String name, String... roles) {
        return withIn(null, name, roles);
    }

    public FakeDirectory withIn(String organization, String name, String... roles) {
        people.put(
                name,
                Person.named(
                        name,
                        Set.copyOf(Arrays.asList(roles)),
                        organization == null ? List.of() : List.of(organization)));
        return this;
    }

    public FakeDirectory without(String name) {
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
    public DirectoryFreshness glimpse() {
        return new DirectoryFreshness(asOf != null, asOf, true);
    }

    @Override
    public Map<String, Person> byIds(Collection<String> ids) {
        onLookUp.run();
        Map<String, Person> found = new HashMap<>();
        ids.forEach(id -> known(id).ifPresent(person -> found.put(id, person)));
        return found;
    }

    @Override
    public Optional<Person> known(String id) {
        return Optional.ofNullable(people.get(id));
    }

    @Override
    public void prepare(String id) {}

    /** Gives somebody another name; the id stays. */
    FakeDirectory renamed(String id, String userName) {
        Person person = people.get(id);
        people.put(id, new Person(id, userName, userName, null, null, person.roles(), person.organizations()));
        return this;
    }

    @Override
    public Optional<Person> byId(String id) {
        onLookUp.run();
        return known(id);
    }

    @Override
    public Optional<Person> byUserName(String userName) {
        onLookUp.run();
        return people.values().stream()
                .filter(person -> person.userName().equals(UserNames.normal(userName)))
                .findFirst();
    }

    @Override
    public boolean knowsNothingOf(String id) {
        return false;
    }

    @Override
    public boolean isRole(String role) {
        return Roles.KNOWN.contains(role) || people.values().stream().anyMatch(person -> person.hasRole(role));
    }
}
