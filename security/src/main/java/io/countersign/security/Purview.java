package io.countersign.security;

import org.jspecify.annotations.Nullable;

/**
 * What somebody may see by organization. People without an organization belong to the house and see what every
 * organization owns. People of an organization see what it owns and what nobody in particular owns; what another one owns
 * does not exist for them: NOT_FOUND, never FORBIDDEN. This is the only place that says so, in Java and for queries.
 *
 * @param organizationId the viewer's organization, or null
 */
public record Purview(@Nullable String organizationId) {

    public static Purview of(Actor viewer) {
        return new Purview(viewer.organizationId());
    }

    /** Whether the viewer is of the house, and so of no organization. */
    public boolean isWhole() {
        return organizationId == null;
    }

    /** Whether it covers what the owner owns. */
    public boolean covers(@Nullable String owner) {
        return organizationId == null || owner == null || organizationId.equals(owner);
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

    /** The same as {@link #covers} in SQL or JPQL; only to be asked of a purview that is not whole. */
    public String condition(String column, String parameter) {
        return "(" + column + " is null or " + column + " = " + parameter + ")";
    }

    /** Who owns what the viewer makes: whom they name, else their own organization. */
    public @Nullable String owner(@Nullable String named) {
        return named == null ? organizationId : named;
    }

    /** Whether the viewer may make that organization the owner of something. */
    public boolean mayGiveTo(@Nullable String owner) {
        return organizationId == null || organizationId.equals(owner);
    }
}
