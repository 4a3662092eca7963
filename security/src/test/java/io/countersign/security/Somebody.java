package io.countersign.security;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** People who have signed in. */
final class Somebody {

    private Somebody() {}

    static Actor with(String name, Set<String> roles, @Nullable String organization) {
        return Actor.person(
                Person.named(UserNames.normal(name), roles, organization == null ? List.of() : List.of(organization)),
                Credential.of(Credential.Kind.ACCESS_TOKEN, null));
    }
}
