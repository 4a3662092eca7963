package io.countersign.ui.workflows;

import io.countersign.execution.DryRunReport;
import io.countersign.execution.Run;
import io.countersign.execution.RunQuery;
import io.countersign.execution.Runs;
import io.countersign.kernel.PageRequest;
import io.countersign.security.Actor;
import io.countersign.security.CurrentUser;
import io.countersign.security.Scopes;
import io.countersign.ui.DryRunResults;
import io.countersign.ui.PageRequests;
import io.countersign.workflows.Version;
import io.countersign.workflows.Workflow;
import io.countersign.workflows.Workflows;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One workflow: what it does, by which rule it may, its code in every version, its last runs. */
@Named
@RequestScoped
public class WorkflowPage {

    private static final int RUNS_SHOWN = 10;
    private static final String FIRST_MOCKS = """
            [{"request": {"url": "*"}, "response": {"status": 200, "json": {}}}]""";

    @Inject
    Workflows workflows;

    @Inject
    Runs runs;

    @Inject
    DryRunResults rehearsals;

    @Inject
    CurrentUser currentUser;

    @Inject
    HttpServletRequest request;

    private @Nullable Workflow workflow;
    private List<Version> versions = List.of();
    private @Nullable Version shown;
    private @Nullable String diff;
    private @Nullable DryRunReport rehearsal;
    private List<Run> lastRuns = List.of();

    /** Reads the workflow that the address names; {@code ?version=n} shows an older text. */
    public void open() {
        Actor viewer = currentUser.actor();
        viewer.requireScope(Scopes.WORKFLOWS_READ);
        UUID id = posted() != null ? UUID.fromString(posted()) : PageRequests.idInPath(request, "workflow");
        Workflow found = workflows.get(id, viewer);
        workflow = found;
        versions = workflows.versions(id, viewer).stream()
                .sorted(Comparator.comparingInt(Version::version).reversed())
                .toList();
        String asked = PageRequests.filter(request, "version");
        if (asked != null && asked.matches("\\d{1,9}")) {
            shown = workflows.version(id, Integer.parseInt(asked), viewer);
            diff = shown.version() > 1 ? workflows.diff(id, shown.version(), shown.version() - 1, viewer) : null;
        }
        rehearsal = rehearsals.take(id);
        lastRuns = runs.list(new RunQuery(Set.of(), id, null, null), viewer, new PageRequest(1, RUNS_SHOWN))
                .items();
    }

    /** The id that a refused form carries: its page is shown under the form's own address. */
    private @Nullable String posted() {
        String id = request.getMethod().equals("POST") ? PageRequests.filter(request, "workflow") : null;
        return id != null && id.matches("[0-9a-fA-F-]{36}") ? id : null;
    }

    /** The workflow. */
    public Workflow getWorkflow() {
        if (workflow == null) {
            throw new IllegalStateException("the page was not opened");
        }
        return workflow;
    }

    /** Newest first. */
    public List<Version> getVersions() {
        return versions;
    }

    /** The older version that the address asks for; null for the current one. */
    public @Nullable Version getShown() {
        return shown;
    }

    /** How the shown version differs from the one before it; null for the first and for the current one. */
    public @Nullable String getDiff() {
        return diff;
    }

    /** What the rehearsal gave that was just asked for; null when none was. */
    public @Nullable DryRunReport getRehearsal() {
        return rehearsal;
    }

    /** Newest first. */
    public List<Run> getLastRuns() {
        return lastRuns;
    }

    /** Who has to agree, in one sentence. */
    public String getAgreement() {
        return RuleSentence.words(getWorkflow());
    }

    /** Whether the viewer may change it. */
    public boolean isMayEdit() {
        return currentUser.actor().hasScope(Scopes.WORKFLOWS_WRITE)
                && !getWorkflow().isBuiltin()
                && getWorkflow().archivedAt() == null;
    }

    /** Whether the viewer may ask for a run now. */
    public boolean isMayAsk() {
        return currentUser.actor().hasScope(Scopes.WORKFLOWS_EXECUTE)
                && getWorkflow().executable();
    }

    /** Whether the viewer may try it on made-up answers. */
    public boolean isMayRehearse() {
        return runs.mayTest(currentUser.actor());
    }

    /** Made-up answers to begin with: yes to everything. */
    public String getFirstMocks() {
        return FIRST_MOCKS;
    }

    /** What the sandbox allows it beyond the server's own limits. */
    public String getLimitsText() {
        return getWorkflow().limits().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(limit -> limit.getKey() + " " + limit.getValue())
                .collect(Collectors.joining(", "));
    }

    /** Whom it tells when nobody decides, a sentence a step. */
    public List<String> getEscalation() {
        return getWorkflow().escalation().stream().map(RuleSentence::words).toList();
    }
}
