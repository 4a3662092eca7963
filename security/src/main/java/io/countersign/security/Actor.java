package io.countersign.security;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who is calling.
 *
 * @param name the person: the Keycloak user name, or the owner of the key; always lower case
 * @param kind a human, an agent, or the server itself
 * @param label what to show: the key's name, or the user name
 * @param roles realm roles; empty for agents
 * @param scopes what the caller may do
 * @param keyId the API key used, or null
 * @param organizationId the caller's organization, or null
 */
public record Actor(
        String name,
        Kind kind,
        String label,
        Set<String> roles,
        Set<String> scopes,
        @Nullable UUID keyId,
        @Nullable String organizationId) {

    /** What sort of caller. */
    public enum Kind {
        HUMAN,
        AGENT,
        SERVICE
    }

    public Actor {
        roles = Set.copyOf(roles);
        scopes = Set.copyOf(scopes);
    }

    /** A person who logged in through Keycloak; the scopes follow from the roles. */
    public static Actor person(String userName, Set<String> roles, @Nullable String organizationId) {
        String name = UserNames.normal(userName);
        return new Actor(name, Kind.HUMAN, name, roles, Roles.scopesOf(roles), null, organizationId);
    }

    /** The server itself (sweeps, timers), or a named service of the platform. It has no roles and decides nothing. */
    public static Actor service(String name) {
        return new Actor(name, Kind.SERVICE, name, Set.of(), Set.of(), null, null);
    }

    /** The same caller treated as an agent of the same person: without roles, {@code admin} or the right to decide. */
    public Actor asAgent() {
        Set<String> left = new HashSet<>(isAdmin() ? Scopes.ALL : scopes);
        left.remove(Scopes.ADMIN);
        left.remove(Scopes.APPROVALS_WRITE);
        return new Actor(name, Kind.AGENT, label, Set.of(), left, keyId, organizationId);
    }

    public boolean hasRole(String role) {
        return roles.contains(role);
    }

    /** Whether the caller may do what the scope names; {@code admin} may do all. */
    public boolean hasScope(String scope) {
        return scopes.contains(scope) || isAdmin();
    }

    /** @throws Refusal FORBIDDEN naming the scope */
    public void requireScope(String scope) {
        if (!hasScope(scope)) {
            throw Refusal.missingScope(scope);
        }
    }

    /** @throws Refusal FORBIDDEN unless the caller has one of the scopes */
    public void requireAnyScope(String... wanted) {
        for (String scope : wanted) {
            if (hasScope(scope)) {
                return;
            }
        }
        throw Refusal.missingScope(wanted);
    }

    public boolean isAgent() {
        return kind == Kind.AGENT;
    }

    /** Whether the caller has the scope {@code admin}; it says nothing about approving. */
    public boolean isAdmin() {
        return scopes.contains(Scopes.ADMIN);
    }
}
