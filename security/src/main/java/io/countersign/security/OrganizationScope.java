package io.countersign.security;

import io.countersign.kernel.Refusal;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody may see by organization. People without an organization see what every
 * organization owns. People of organizations see what those own and what nobody in particular owns; what another one owns
 * does not exist for them: NOT_FOUND, never FORBIDDEN. This is the only place that says so, in Java and for queries.
 *
 * @param organizations the viewer's organizations, the usual one first; empty for people without one
 */
public record OrganizationScope(List<String> organizations) {

    public OrganizationScope {
        organizations = List.copyOf(organizations);
    }

    public static OrganizationScope of(Actor viewer) {
        return new OrganizationScope(viewer.organizations());
    }

    public static OrganizationScope of(Person person) {
        return new OrganizationScope(person.organizations());
    }

    /** Of one organization, or without one for null. */
    public static OrganizationScope within(@Nullable String organization) {
        return new OrganizationScope(organization == null ? List.of() : List.of(organization));
    }

    /** Whether the viewer has no organization. */
    public boolean isWhole() {
        return organizations.isEmpty();
    }

    /** Whether it covers what the owner owns. */
    public boolean covers(@Nullable String owner) {
        return isWhole() || owner == null || organizations.contains(owner);
    }

    /** Whether it covers a person: people without an organization see everybody, the others whom they share an organization with. */
    public boolean covers(Person person) {
        return isWhole() || person.organizations().stream().anyMatch(organizations::contains);
    }

    /** @throws Refusal NOT_FOUND, as if there were no such thing */
    public void require(String what, Object id, @Nullable String owner) {
        if (!covers(owner)) {
            throw Refusal.notFound(what, id);
        }
    }

    /** @throws Refusal FORBIDDEN for people of an organization, where something concerns the others as well */
    public void requireHouse() {
        if (!isWhole()) {
            throw Refusal.forbidden(
                    "organization", "This concerns every organization; it is for people who belong to none");
        }
    }

    /** The same as {@link #covers(String)} in JPQL, with the organizations as one parameter; not for a scope that covers everything. */
    public String condition(String column, String parameter) {
        return "(" + column + " is null or " + column + " in (" + parameter + "))";
    }

    /** The same in SQL, with a question mark for each of {@link #organizations}; always true for a scope that covers everything. */
    public String condition(String column) {
        String marks = String.join(",", Collections.nCopies(organizations.size(), "?"));
        return isWhole() ? "1 = 1" : "(" + column + " is null or " + column + " in (" + marks + "))";
    }

    /** Who owns what the viewer makes: whom they name, else their usual organization. */
    public @Nullable String owner(@Nullable String named) {
        return named == null && !isWhole() ? organizations.get(0) : named;
    }

    /** Whether the viewer may make that organization the owner of something. */
    public boolean mayGiveTo(@Nullable String owner) {
        return isWhole() || (owner != null && organizations.contains(owner));
    }
}
