package io.countersign.security;

import io.countersign.audit.AuditReader;
import io.countersign.kernel.Refusal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who is calling.
 *
 * @param person id of the person who calls, or in whose name an agent calls; stays the same whatever the person is called. What
 *     tells people apart and is stored
 * @param userName what the person is called now; shown and logged, never compared
 * @param kind a human, an agent, or the server itself
 * @param label what to show: the key's name, or the user name
 * @param roles realm roles; empty for agents
 * @param scopes what the caller may do
 * @param credential by what the caller was recognised
 * @param organizations the caller's organizations, the usual one first; empty: the caller belongs to none
 */
public record Actor(
        String person,
        String userName,
        Kind kind,
        String label,
        Set<String> roles,
        Set<String> scopes,
        Credential credential,
        List<String> organizations)
        implements AuditReader {

    /** What sort of caller. */
    public enum Kind {
        HUMAN,
        AGENT,
        SERVICE
    }

    public Actor {
        roles = Set.copyOf(roles);
        scopes = Set.copyOf(scopes);
        organizations = List.copyOf(organizations);
    }

    /** Somebody whom the directory knows, with the scopes that follow from the roles. */
    public static Actor person(Person person, Credential credential) {
        return new Actor(
                person.id(),
                person.userName(),
                Kind.HUMAN,
                person.userName(),
                person.roles(),
                Roles.scopesOf(person.roles()),
                credential,
                person.organizations());
    }

    /** The server itself (sweeps, timers), or a named service of the platform. It has no roles and decides nothing. */
    public static Actor service(String name) {
        return new Actor(name, name, Kind.SERVICE, name, Set.of(), Set.of(), Credential.SERVER, List.of());
    }

    /** The same caller treated as an agent of the same person: without roles, {@code admin} or the right to decide. */
    public Actor asAgent() {
        Set<String> left = new HashSet<>(isAdmin() ? Scopes.ALL : scopes);
        left.remove(Scopes.ADMIN);
        left.remove(Scopes.APPROVALS_WRITE);
        return new Actor(person, userName, Kind.AGENT, label, Set.of(), left, credential, organizations);
    }

    /** The same caller with these roles. */
    Actor withRoles(Set<String> others) {
        return new Actor(person, userName, kind, label, others, scopes, credential, organizations);
    }

    /** The same caller through that credential. */
    public Actor through(Credential other) {
        return new Actor(person, userName, kind, label, roles, scopes, other, organizations);
    }

    /** Whether people who are asked see what they are asked, whatever else they may do; a key as far as its own scopes go. */
    public boolean readsWhereAsked() {
        return kind == Kind.HUMAN
                && (keyId() == null || hasScope(Scopes.APPROVALS_READ) || scopes.contains(Scopes.READ_WHERE_ASKED));
    }

    /** The same for deciding. */
    public boolean decidesWhereAsked() {
        return kind == Kind.HUMAN
                && (keyId() == null || hasScope(Scopes.APPROVALS_WRITE) || scopes.contains(Scopes.DECIDE_WHERE_ASKED));
    }

    /**
     * Who else stands behind what the caller asks for: whoever made the key, where that is somebody else; null otherwise. Where
     * nobody can sign in the operator's key makes everybody's, and stands only behind those that may do what it may.
     */
    public @Nullable String hand() {
        String maker = credential.createdBy();
        boolean operator = UserNames.BOOTSTRAP_ADMIN.equals(maker) && !isAdmin();
        return maker == null || maker.equals(person) || operator ? null : maker;
    }

    /** Whether a person has come themself and uses no key. */
    public boolean isSignedIn() {
        return kind == Kind.HUMAN && keyId() == null;
    }

    /** The API key used, or null. */
    public @Nullable UUID keyId() {
        String id = credential.id();
        return credential.kind() == Credential.Kind.API_KEY && id != null ? UUID.fromString(id) : null;
    }

    /** Whose what the caller makes is, unless the caller says otherwise; null: nobody's in particular. */
    public @Nullable String organization() {
        return organizations.isEmpty() ? null : organizations.get(0);
    }

    public boolean hasRole(String role) {
        return roles.contains(role);
    }

    /** Whether the caller may do what the scope names; {@code admin} may do all. */
    public boolean hasScope(String scope) {
        return scopes.contains(scope) || isAdmin();
    }

    /** Whether the caller has one of the scopes. */
    public boolean hasAnyScope(String... wanted) {
        return Stream.of(wanted).anyMatch(this::hasScope);
    }

    /** @throws Refusal FORBIDDEN naming the scope */
    public void requireScope(String scope) {
        if (!hasScope(scope)) {
            throw Refusal.missingScope(scope);
        }
    }

    /** @throws Refusal FORBIDDEN unless the caller has one of the scopes */
    public void requireAnyScope(String... wanted) {
        if (!hasAnyScope(wanted)) {
            throw Refusal.missingScope(wanted);
        }
    }

    /**
     * For what people of any role may be asked about; what exactly they see of it is judged by who is asked.
     *
     * @throws Refusal FORBIDDEN unless the caller may be asked or has one of the scopes
     */
    public void requireAskedOrAnyScope(String... wanted) {
        if (!readsWhereAsked()) {
            requireAnyScope(wanted);
        }
    }

    /**
     * For deciding; on what is judged by who is asked.
     *
     * @throws Refusal FORBIDDEN unless the caller may be asked to decide or has the scope
     */
    public void requireDecider() {
        if (!decidesWhereAsked()) {
            requireScope(Scopes.APPROVALS_WRITE);
        }
    }

    /**
     * For what people who have signed in do for themselves, and others by the scope.
     *
     * @throws Refusal FORBIDDEN unless the caller has signed in or has the scope
     */
    public void requireSignedInOrScope(String scope) {
        if (!isSignedIn()) {
            requireScope(scope);
        }
    }

    @Override
    public void requireAuditRead() {
        requireScope(Scopes.AUDIT_READ);
    }

    public boolean isAgent() {
        return kind == Kind.AGENT;
    }

    /** Whether the caller has the scope {@code admin}; it says nothing about approving. */
    public boolean isAdmin() {
        return scopes.contains(Scopes.ADMIN);
    }
}
