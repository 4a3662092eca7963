package io.countersign.ui.requests;

import io.countersign.approvals.Approvals;
import io.countersign.approvals.RequestQuery;
import io.countersign.approvals.RequestView;
import io.countersign.approvals.Status;
import io.countersign.audit.PageRequest;
import io.countersign.security.Actor;
import io.countersign.security.Scopes;
import io.countersign.workflows.Workflows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds what people last agreed to for the same workflow. */
@ApplicationScoped
class LastApproved {

    private static final int LOOKED_AT = 20;

    @Inject
    Approvals approvals;

    @Inject
    Workflows workflows;

    @Nullable
    Comparison compare(RequestView request, Actor viewer) {
        UUID workflow = request.workflowUuid();
        Integer version = request.codeVersion();
        if (workflow == null || version == null || !viewer.hasScope(Scopes.WORKFLOWS_READ)) {
            return null;
        }
        return before(request, workflow, viewer)
                .map(earlier -> compare(workflow, version, earlier, viewer))
                .orElseGet(() -> new Comparison("No version of this workflow has been approved before.", null));
    }

    private Comparison compare(UUID workflow, int version, RequestView earlier, Actor viewer) {
        Integer approved = earlier.codeVersion();
        if (approved == null || approved == version) {
            return new Comparison("The same code was approved last time (version " + version + ").", null);
        }
        return new Comparison(
                "Version " + version + " would run. The last one that was approved is version " + approved + ".",
                workflows.diff(workflow, version, approved, viewer));
    }

    private Optional<RequestView> before(RequestView request, UUID workflow, Actor viewer) {
        RequestQuery approved = new RequestQuery(Set.of(Status.APPROVED), workflow, false, false, false);
        return approvals.list(approved, viewer, new PageRequest(1, LOOKED_AT)).items().stream()
                .filter(one -> one.codeVersion() != null
                        && !one.uuid().equals(request.uuid())
                        && one.requestedAt().isBefore(request.requestedAt()))
                .findFirst();
    }
}
