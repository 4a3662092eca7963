package io.countersign.sandbox;

import org.jspecify.annotations.Nullable;

/**
 * For whom a worker works. A worker that has worked for one tenant never works for another one: organizations, and the
 * tests and the agreed runs of one organization, share no process.
 *
 * @param purpose what is done for it
 * @param organizationId the organization, empty for what belongs to none
 * @param dedicated whether each run gets a process of its own, which has run nothing before and ends with it
 */
public record Tenant(Purpose purpose, String organizationId, boolean dedicated) {

    /** What workers are used for; each has workers of its own, so that none waits for another. */
    public enum Purpose {
        RUN,
        TEST,
        CHECK
    }

    /** Sources that somebody wants to save or test are compiled for all in one place: nothing that comes out of it is run. */
    static final Tenant CHECKS = new Tenant(Purpose.CHECK, "", false);

    /** Agreed runs of an organization, null for none. */
    public static Tenant run(@Nullable String organizationId, boolean dedicated) {
        return new Tenant(Purpose.RUN, organizationId == null ? "" : organizationId, dedicated);
    }

    /** Tests of an organization's drafts, null for none. */
    public static Tenant test(@Nullable String organizationId) {
        return new Tenant(Purpose.TEST, organizationId == null ? "" : organizationId, false);
    }
}
