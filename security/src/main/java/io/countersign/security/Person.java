package io.countersign.security;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who can be asked: a Keycloak user, the owner of a live human key, or both.
 *
 * @param id stays the same whatever the person is called: what tells people apart. At first sight it is the user name
 * @param userName what the person is called now
 * @param displayName what to show
 * @param roles realm roles, those through groups and composites included; without a Keycloak those of the person's human keys
 * @param organizations the organizations that the person belongs to, the usual one first; empty: none
 */
public record Person(
        String id,
        String userName,
        String displayName,
        @Nullable String email,
        @Nullable String slackUserId,
        Set<String> roles,
        List<String> organizations) {

    public Person {
        roles = Set.copyOf(roles);
        organizations = List.copyOf(organizations);
    }

    /** Somebody of whom no more is known than a name, which is the id as well. */
    public static Person named(String name, Set<String> roles, List<String> organizations) {
        return new Person(name, name, name, null, null, roles, organizations);
    }

    public boolean hasRole(String role) {
        return roles.contains(role);
    }

    /** The same person under that id. */
    public Person called(String personId) {
        return new Person(personId, userName, displayName, email, slackUserId, roles, organizations);
    }

    /** The same person with these roles. */
    public Person withRoles(Set<String> other) {
        return new Person(id, userName, displayName, email, slackUserId, other, organizations);
    }
}
