package io.countersign.approvals.eligibility;

import io.countersign.approvals.request.RequestRow;
import io.countersign.kernel.Refusal;
import io.countersign.security.Actor;
import io.countersign.security.OrganizationScope;
import io.countersign.security.Scopes;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * Who may see a request: readers and deciders all within their {@link OrganizationScope}, requesters their own, and whoever is asked what
 * they are asked, whatever else they may do. A key sees no more than its scopes say.
 */
@Dependent
public class Visibility {

    private final Eligibility standings;
    private final Clock clock;

    @Inject
    public Visibility(Eligibility standings, Clock clock) {
        this.standings = standings;
        this.clock = clock;
    }

    /** @throws Refusal FORBIDDEN for a key that may see no request at all, not even what its owner asked for or is asked */
    public static void requireReader(Actor viewer) {
        viewer.requireAskedOrAnyScope(Scopes.APPROVALS_READ, Scopes.APPROVALS_WRITE, Scopes.WORKFLOWS_EXECUTE);
    }

    /** True when the viewer sees more than what they asked for or are asked; FORBIDDEN as {@link #requireReader}. */
    public static boolean seesOthers(Actor viewer) {
        requireReader(viewer);
        return viewer.hasAnyScope(Scopes.APPROVALS_READ, Scopes.APPROVALS_WRITE);
    }

    /** People may be asked by any role. */
    public static boolean mayBeAsked(Actor viewer) {
        return viewer.readsWhereAsked();
    }

    /** By scopes alone, without asking who decides. */
    static boolean sees(Actor viewer, String requester, @Nullable String organizationId) {
        boolean own = viewer.person().equals(requester);
        return (own || seesOthers(viewer))
                && (own || OrganizationScope.of(viewer).covers(organizationId));
    }

    /** Whether to be told that something happened to such a request, and nothing else of it. */
    public static boolean mayBeTold(Actor viewer, String requester, @Nullable String organizationId) {
        return sees(viewer, requester, organizationId)
                || (mayBeAsked(viewer) && OrganizationScope.of(viewer).covers(organizationId));
    }

    boolean sees(Actor viewer, RequestRow row) {
        return sees(viewer, row.requester, row.organizationId) || (mayBeAsked(viewer) && isAsked(viewer, row));
    }

    private boolean isAsked(Actor viewer, RequestRow row) {
        return row.isWithin(OrganizationScope.of(viewer))
                && standings.isAsked(viewer.person(), standings.roles(viewer), row, clock.instant());
    }

    /** NOT_FOUND for what the viewer may not see: its existence is nobody else's business. */
    public void require(Actor viewer, RequestRow row) {
        if (!sees(viewer, row)) {
            if (mayBeAsked(viewer) && !seesOthers(viewer) && !viewer.hasScope(Scopes.WORKFLOWS_EXECUTE)) {
                throw Refusal.missingScope(Scopes.APPROVALS_READ);
            }
            throw Refusal.notFound("approval request", row.id);
        }
    }
}
