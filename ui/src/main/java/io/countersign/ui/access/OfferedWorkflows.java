package io.countersign.ui.access;

import io.countersign.kernel.PageRequest;
import io.countersign.security.CurrentUser;
import io.countersign.workflows.Workflow;
import io.countersign.workflows.WorkflowQuery;
import io.countersign.workflows.Workflows;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The workflows that forms of admins offer, by name. */
@RequestScoped
class OfferedWorkflows {

    private static final int MOST = 500;

    @Inject
    Workflows workflows;

    @Inject
    CurrentUser currentUser;

    private @Nullable Map<UUID, Workflow> read;

    List<Workflow> all() {
        return List.copyOf(byId().values());
    }

    /** What it is called; its id when it is none of those offered, such as an archived one. */
    String name(UUID id) {
        Workflow workflow = byId().get(id);
        return workflow == null ? id.toString() : workflow.name();
    }

    private Map<UUID, Workflow> byId() {
        Map<UUID, Workflow> known = read;
        if (known == null) {
            known = new LinkedHashMap<>();
            WorkflowQuery everything = new WorkflowQuery(null, List.of(), null, null, null, null, "name", "asc");
            for (Workflow workflow : workflows
                    .list(everything, currentUser.actor(), new PageRequest(1, MOST))
                    .items()) {
                known.put(workflow.uuid(), workflow);
            }
            read = known;
        }
        return known;
    }
}
