package io.countersign.security;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who can be asked: a Keycloak user, or the owner of a live human key, or both under one name.
 *
 * @param userName the identity, lower case
 * @param displayName what to show
 * @param roles realm roles, those through groups and composites and of the person's live human keys included
 */
public record Person(
        String userName,
        String displayName,
        @Nullable String email,
        @Nullable String slackUserId,
        Set<String> roles,
        @Nullable String organizationId) {

    public Person {
        roles = Set.copyOf(roles);
    }

    public boolean hasRole(String role) {
        return roles.contains(role);
    }
}
