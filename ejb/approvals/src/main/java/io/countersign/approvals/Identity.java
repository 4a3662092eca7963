package io.countersign.approvals;

import io.countersign.approvals.api.ApprovalService;
import io.countersign.security.Actor;
import io.countersign.security.CurrentUser;
import io.countersign.security.Directory;
import io.countersign.security.Person;
import io.countersign.security.Scopes;
import io.countersign.security.UserNames;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.security.Principal;
import java.util.Optional;
import java.util.Set;

/** Who calls the Java API: from the request's user, else from the container's principal, else the service itself. */
@Dependent
class Identity {

    private static final String NOBODY = "anonymous";

    private final CurrentUser current;
    private final Principal principal;
    private final Directory directory;

    @Inject
    Identity(CurrentUser current, Principal principal, Directory directory) {
        this.current = current;
        this.principal = principal;
        this.directory = directory;
    }

    Actor caller() {
        return user().or(this::loggedIn).orElseGet(Identity::service);
    }

    private Optional<Actor> user() {
        try {
            return current.isKnown() ? Optional.of(current.actor()) : Optional.empty();
        } catch (ContextNotActiveException e) {
            return Optional.empty();
        }
    }

    private Optional<Actor> loggedIn() {
        String name = principal.getName();
        if (name == null || name.isBlank() || name.equals(NOBODY)) {
            return Optional.empty();
        }
        Optional<Person> person = directory.person(UserNames.normal(name));
        Set<String> roles = person.map(Person::roles).orElse(Set.of());
        return Optional.of(
                Actor.person(name, roles, person.map(Person::organizationId).orElse(null)));
    }

    /** Sees and asks; never decides by itself. */
    private static Actor service() {
        return new Actor(
                ApprovalService.SYSTEM,
                Actor.Kind.SERVICE,
                ApprovalService.SYSTEM,
                Set.of(),
                Set.of(Scopes.APPROVALS_READ, Scopes.WORKFLOWS_EXECUTE),
                null,
                null);
    }
}
