package io.countersign.approvals;

import io.countersign.approvals.rules.Attainability;
import io.countersign.security.Directory;
import io.countersign.security.Person;
import io.countersign.security.Purview;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The directory's people as far as one organization's requests concern them. */
record People(Directory directory, @Nullable String organizationId, Known known) implements Attainability.People {

    People(Directory directory, @Nullable String organizationId) {
        this(directory, organizationId, directory::known);
    }

    @Override
    public Set<String> holders(String role) {
        return directory.holders(role).stream()
                .filter(this::belongs)
                .map(Person::id)
                .collect(Collectors.toSet());
    }

    @Override
    public boolean knows(String person) {
        return find(person).isPresent();
    }

    Optional<Person> find(String person) {
        return known.person(person).filter(this::belongs);
    }

    boolean belongs(Person person) {
        return Purview.of(person).covers(organizationId);
    }
}
