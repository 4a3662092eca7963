package io.countersign.ui.runs;

import io.countersign.execution.Run;
import io.countersign.execution.RunQuery;
import io.countersign.execution.RunStatus;
import io.countersign.execution.Runs;
import io.countersign.kernel.Page;
import io.countersign.security.Actor;
import io.countersign.security.CurrentUser;
import io.countersign.security.Scopes;
import io.countersign.ui.PageRequests;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The list of runs, newest first. */
@Named
@RequestScoped
public class RunsPage {

    @Inject
    Runs runs;

    @Inject
    CurrentUser currentUser;

    @Inject
    HttpServletRequest request;

    private Page<Run> found = new Page<>(List.of(), 0);

    /** Reads one page of the list. A filter that names nothing filters nothing. */
    public void open() {
        Actor viewer = currentUser.actor();
        viewer.requireScope(Scopes.WORKFLOWS_READ);
        String status = getStatus();
        Set<RunStatus> statuses = status == null ? Set.of() : Set.of(RunStatus.of(status));
        found = runs.list(new RunQuery(statuses, getWorkflow(), null, null), viewer, PageRequests.asked(request));
    }

    public List<Run> getRuns() {
        return found.items();
    }

    /** Every status there is, by its outside name. */
    public List<String> getStatuses() {
        return Arrays.stream(RunStatus.values()).map(RunStatus::wire).toList();
    }

    /** The status asked for; null for any. */
    public @Nullable String getStatus() {
        String status = PageRequests.filter(request, "status");
        return status != null && getStatuses().contains(status) ? status : null;
    }

    /** The workflow asked for; null for any. */
    public @Nullable UUID getWorkflow() {
        String id = PageRequests.filter(request, "workflow");
        return id != null && id.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
                ? UUID.fromString(id)
                : null;
    }

    public boolean isFiltered() {
        return getStatus() != null || getWorkflow() != null;
    }

    public PageRequests getPages() {
        return PageRequests.of(request, found.total());
    }
}
