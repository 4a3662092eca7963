package io.countersign.approvals.request;

import io.countersign.approvals.Kind;
import io.countersign.approvals.rules.Attainability;
import io.countersign.security.Directory;
import io.countersign.security.OrganizationScope;
import io.countersign.security.Person;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The directory's people as far as one organization's requests concern them. */
public record OrganizationDirectory(Directory directory, Predicate<OrganizationScope> within, PersonLookup known)
        implements Attainability.ApproverDirectory {

    public OrganizationDirectory(Directory directory, RequestRow row) {
        this(directory, row, directory::known);
    }

    public OrganizationDirectory(Directory directory, RequestRow row, PersonLookup known) {
        this(directory, row::isWithin, known);
    }

    /** Those whom such a request concerns. */
    public static OrganizationDirectory of(Directory directory, Kind kind, @Nullable String organizationId) {
        return new OrganizationDirectory(
                directory, purview -> RequestRow.isWithin(purview, kind, organizationId), directory::known);
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

    public Optional<Person> find(String person) {
        return known.person(person).filter(this::belongs);
    }

    public boolean belongs(Person person) {
        return within.test(OrganizationScope.of(person));
    }
}
