package io.countersign.approvals.change;

import io.countersign.approvals.Kind;
import io.countersign.approvals.Rule;
import io.countersign.approvals.request.RequestRow;
import io.countersign.security.Actor;
import io.countersign.security.Directory;
import io.countersign.security.OrganizationScope;
import io.countersign.security.Person;
import io.countersign.security.Roles;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who agrees to what an admin changes: another admin; one without an organization for what belongs to none. */
@Dependent
public class Admins {

    private static final int MOST = 50;

    private final Directory directory;

    @Inject
    public Admins(Directory directory) {
        this.directory = directory;
    }

    /** Who has to agree; empty where there is nobody else who could. */
    public Optional<Rule> othersThan(Actor by, @Nullable String organizationId) {
        List<Person> others = directory.admins().stream()
                .filter(person ->
                        !person.id().equals(by.person()) && !person.id().equals(by.hand()))
                .filter(person -> RequestRow.isWithin(OrganizationScope.of(person), Kind.CHANGE, organizationId))
                .toList();
        if (others.isEmpty()) {
            return Optional.empty();
        }
        // whoever holds the role counts while they hold it; the owner of an admin key need not hold one
        List<String> byKey = others.stream()
                .filter(person -> !person.hasRole(Roles.SOC_ADMIN))
                .map(Person::userName)
                .sorted()
                .limit(MOST)
                .toList();
        return Optional.of(Rule.single(byKey, List.of(Roles.SOC_ADMIN)));
    }
}
