package io.countersign.ui.access;

import io.countersign.execution.KillSwitch;
import io.countersign.execution.KillSwitches;
import io.countersign.kernel.Page;
import io.countersign.kernel.PageRequest;
import io.countersign.security.Actor;
import io.countersign.security.CurrentUser;
import io.countersign.security.Scopes;
import io.countersign.ui.PageRequests;
import io.countersign.workflows.Workflow;
import io.countersign.workflows.WorkflowQuery;
import io.countersign.workflows.Workflows;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** The switches that stop runs, for admins. */
@Named
@RequestScoped
public class KillSwitchPage {

    private static final int WORKFLOWS_OFFERED = 500;

    @Inject
    KillSwitches door;

    @Inject
    Workflows workflows;

    @Inject
    CurrentUser currentUser;

    @Inject
    HttpServletRequest request;

    private List<Workflow> offered = List.of();
    private Page<KillSwitch> found = new Page<>(List.of(), 0);

    /** Reads one page of the switches. */
    public void open() {
        Actor viewer = currentUser.actor();
        viewer.requireScope(Scopes.ADMIN);
        found = door.list(viewer, PageRequests.asked(request));
    }

    public List<KillSwitch> getSwitches() {
        return found.items();
    }

    /** Names of the integrations that a switch can stop. */
    public List<String> getIntegrations() {
        return List.copyOf(door.integrations());
    }

    /** What one switch can stop. */
    public List<Workflow> getWorkflows() {
        if (offered.isEmpty()) {
            offered = workflows
                    .list(
                            new WorkflowQuery(null, List.of(), null, null, null, null, "name", "asc"),
                            currentUser.actor(),
                            new PageRequest(1, WORKFLOWS_OFFERED))
                    .items();
        }
        return offered;
    }

    /** A stopped workflow's name; its id when it is archived. */
    public String workflowName(String id) {
        return getWorkflows().stream()
                .filter(workflow -> workflow.uuid().toString().equalsIgnoreCase(id))
                .map(Workflow::name)
                .findFirst()
                .orElse(id);
    }

    public PageRequests getPages() {
        return PageRequests.of(request, found.total());
    }
}
