package io.countersign.ui.workflows;

import io.countersign.kernel.Page;
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
import org.jspecify.annotations.Nullable;

/** The list of workflows with its filters. */
@Named
@RequestScoped
public class WorkflowsPage {

    @Inject
    Workflows workflows;

    @Inject
    CurrentUser currentUser;

    @Inject
    HttpServletRequest request;

    private Page<Workflow> found = new Page<>(List.of(), 0);

    /** Reads one page of the list. */
    public void open() {
        currentUser.actor().requireScope(Scopes.WORKFLOWS_READ);
        String risk = filter("risk_level");
        WorkflowQuery query = new WorkflowQuery(
                filter("state"),
                risk == null ? List.of() : List.of(risk),
                null,
                null,
                filter("tag"),
                filter("q"),
                "name",
                "asc");
        found = workflows.list(query, currentUser.actor(), PageRequests.asked(request));
    }

    /** The workflows of this page. */
    public List<Workflow> getWorkflows() {
        return found.items();
    }

    public long getTotal() {
        return found.total();
    }

    /** Whether the list is a part only. */
    public boolean isFiltered() {
        return filter("state") != null || filter("risk_level") != null || filter("tag") != null || filter("q") != null;
    }

    /** The value of a filter; null when it is not set. */
    public @Nullable String filter(String name) {
        return PageRequests.filter(request, name);
    }

    public PageRequests getPages() {
        return PageRequests.of(request, found.total());
    }
}
