package io.countersign.security;

import io.countersign.kernel.ErrorCode;
import io.countersign.kernel.Refusal;
import io.countersign.security.apikey.ValidatedApiKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who may own keys, and what a key may do through its owner. Where there is a Keycloak, a key is never worth more than its owner
 * is at that moment: whoever is disabled or gone has no working key, and a human key has no role or scope that its owner lacks.
 */
@ApplicationScoped
class KeyOwners {

    private final Directory directory;
    private final SecuritySettings settings;

    @Inject
    KeyOwners(Directory directory, SecuritySettings settings) {
        this.directory = directory;
        this.settings = settings;
    }

    @SuppressWarnings("NullAway")
    protected KeyOwners() {
        this.directory = null;
        this.settings = null;
    }

    /** Whether an admin may make human keys for other people. */
    boolean mayHaveKeysMadeByOthers() {
        return settings.keysForOthers();
    }

    boolean isRole(String role) {
        return directory.isRole(role);
    }

    /** Refuses roles that the operator's key must not have where people sign in. @throws Refusal VALIDATION_ERROR */
    ValidatedApiKey checked(ValidatedApiKey wish) {
        if (settings.keycloakUrl().isPresent()
                && wish.owner().equals(UserNames.BOOTSTRAP_ADMIN)
                && !Set.of(Roles.SOC_ADMIN).containsAll(wish.roles())) {
            throw Refusal.invalid(
                    "roles", "a key of " + UserNames.BOOTSTRAP_ADMIN + " has no other role than soc-admin");
        }
        return wish;
    }

    /** Whoever goes by that user name and may be given a key by the caller; empty: nobody whom the caller knows. */
    Optional<Person> candidate(String userName, Actor by) {
        Optional<Person> known = directory.byUserName(userName);
        if (known.isPresent()) {
            boolean self = known.get().id().equals(by.person());
            return known.filter(person -> self || OrganizationScope.of(by).covers(person));
        }
        boolean withoutOrganization = OrganizationScope.of(by).isWhole();
        return settings.keycloakUrl().isEmpty() || (withoutOrganization && userName.equals(UserNames.BOOTSTRAP_ADMIN))
                ? Optional.of(Person.named(userName, Set.of(), by.organizations()))
                : Optional.empty();
    }

    /** What the key that was recognised may do now. @throws Refusal UNAUTHORIZED, UNAVAILABLE */
    Actor cut(Actor key) {
        if (settings.keycloakUrl().isEmpty()) {
            return key;
        }
        if (key.person().equals(UserNames.BOOTSTRAP_ADMIN)) {
            return key.withRoles(directory.operatorsAmong(key.roles()));
        }
        Person owner = directory.byId(key.person()).orElse(null);
        if (owner == null) {
            if (!directory.hasHeardOf(key.person())) {
                throw Refusal.of(
                        ErrorCode.UNAVAILABLE,
                        "Keycloak has not answered yet, so the owner of this key cannot be checked");
            }
            throw Refusal.unauthorized("The owner of this API key is disabled or gone");
        }
        return new Actor(
                owner.id(),
                owner.userName(),
                key.kind(),
                key.label(),
                common(key.roles(), owner.roles()),
                key.isAgent() ? key.scopes() : scopes(expanded(key.scopes()), Roles.scopesOf(owner.roles())),
                key.credential(),
                organizations(key, owner));
    }

    /** {@code admin} stands for every scope; an owner who is no admin any more keeps what they may do otherwise. */
    private static Set<String> expanded(Set<String> scopes) {
        return scopes.contains(Scopes.ADMIN) ? Scopes.ALL : scopes;
    }

    /** Who is asked by a role that gives no scope reads and decides that, by a key that was given the scope for it. */
    private static Set<String> scopes(Set<String> given, Set<String> owners) {
        Set<String> scopes = common(given, owners);
        if (given.contains(Scopes.APPROVALS_READ) || given.contains(Scopes.APPROVALS_WRITE)) {
            scopes.add(Scopes.READ_WHERE_ASKED);
        }
        if (given.contains(Scopes.APPROVALS_WRITE)) {
            scopes.add(Scopes.DECIDE_WHERE_ASKED);
        }
        return scopes;
    }

    private static Set<String> common(Set<String> some, Set<String> others) {
        Set<String> common = new HashSet<>(some);
        common.retainAll(others);
        return common;
    }

    /** A key of one organization stays in it; {@code null} on a key means whatever its owner belongs to. */
    private static List<String> organizations(Actor key, Person owner) {
        if (key.organizations().isEmpty()) {
            return owner.organizations();
        }
        if (owner.organizations().isEmpty() || owner.organizations().containsAll(key.organizations())) {
            return key.organizations();
        }
        throw Refusal.unauthorized("The owner of this API key has left the key's organization");
    }
}
