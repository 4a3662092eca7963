package io.countersign.approvals;

import io.countersign.security.Actor;
import io.countersign.security.Purview;
import io.countersign.security.Refusal;
import io.countersign.security.Scopes;
import org.jspecify.annotations.Nullable;

/** Who may see a request: readers and deciders all within their {@link Purview}, requesters their own. */
final class Visibility {

    private Visibility() {}

    /** True when the viewer sees more than what they asked for themselves; FORBIDDEN when not even that. */
    static boolean seesOthers(Actor viewer) {
        viewer.requireAnyScope(Scopes.APPROVALS_READ, Scopes.APPROVALS_WRITE, Scopes.WORKFLOWS_EXECUTE);
        return viewer.hasScope(Scopes.APPROVALS_READ) || viewer.hasScope(Scopes.APPROVALS_WRITE);
    }

    static boolean sees(Actor viewer, RequestRow row) {
        return sees(viewer, row.requester, row.organizationId);
    }

    static boolean sees(Actor viewer, String requester, @Nullable String organizationId) {
        boolean own = viewer.name().equals(requester);
        return (own || seesOthers(viewer)) && (own || Purview.of(viewer).covers(organizationId));
    }

    /** NOT_FOUND for what the viewer may not see: its existence is nobody else's business. */
    static void require(Actor viewer, RequestRow row) {
        if (viewer.kind() != Actor.Kind.SERVICE && !sees(viewer, row)) {
            throw Refusal.notFound("approval request", row.id);
        }
    }
}
