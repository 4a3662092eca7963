package io.countersign.approvals.tool;

import io.countersign.approvals.api.ApprovalService;
import io.countersign.security.Actor;
import io.countersign.security.Credential;
import io.countersign.security.CurrentUser;
import io.countersign.security.Directory;
import io.countersign.security.Person;
import io.countersign.security.Scopes;
import io.countersign.security.UserNames;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who calls the Java API: from the request's user, else from the container's principal, else the service itself. */
@Dependent
public class CallerIdentity {

    private static final String NOBODY = "anonymous";

    private final CurrentUser current;
    private final Principal principal;
    private final Directory directory;

    @Inject
    public CallerIdentity(CurrentUser current, Principal principal, Directory directory) {
        this.current = current;
        this.principal = principal;
        this.directory = directory;
    }

    Actor caller() {
        return user().or(this::loggedIn).orElseGet(CallerIdentity::service);
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
        Optional<Person> person = directory.byUserName(name);
        return Optional.of(
                Actor.person(person.orElseGet(() -> nobodyKnown(name)), Credential.of(Credential.Kind.PLATFORM, null)));
    }

    /** Whom the container has logged in and the directory does not know: without roles. */
    private static Person nobodyKnown(String name) {
        return Person.named(UserNames.normal(name), Set.of(), List.of());
    }

    /** Sees and asks; never decides by itself. */
    private static Actor service() {
        return new Actor(
                ApprovalService.SYSTEM,
                ApprovalService.SYSTEM,
                Actor.Kind.SERVICE,
                ApprovalService.SYSTEM,
                Set.of(),
                Set.of(Scopes.APPROVALS_READ, Scopes.WORKFLOWS_EXECUTE),
                Credential.SERVER,
                List.of());
    }
}
