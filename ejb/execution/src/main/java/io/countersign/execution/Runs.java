package io.countersign.execution;

import io.countersign.execution.request.DryRun;
import io.countersign.execution.request.RequestingExecution;
import io.countersign.execution.run.RunEvents;
import io.countersign.execution.run.RunStatistics;
import io.countersign.execution.run.RunTable;
import io.countersign.execution.worker.RunCancellation;
import io.countersign.execution.worker.RunProcessor;
import io.countersign.kernel.Characters;
import io.countersign.kernel.Page;
import io.countersign.kernel.PageRequest;
import io.countersign.kernel.Refusal;
import io.countersign.kernel.ServerOnly;
import io.countersign.sandbox.Layer;
import io.countersign.sandbox.PoolStatus;
import io.countersign.security.Actor;
import io.countersign.security.OrganizationScope;
import io.countersign.security.Scopes;
import io.countersign.workflows.ScriptSandbox;
import io.countersign.workflows.Workflows;
import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The façade of this module: every channel requests, follows and cancels executions here. Each method that takes a
 * caller checks the caller's scope first, then whose the run is. Errors are {@link Refusal}s.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@SuppressWarnings("NullAway.Init")
public class Runs {
    /** The longest reason for cancelling a run, in characters. */
    public static final int MAX_CANCEL_REASON = 2000;

    private static final String[] TESTERS = {Scopes.WORKFLOWS_WRITE, Scopes.WORKFLOWS_EXECUTE, Scopes.APPROVALS_WRITE};
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(2);

    private final Workflows workflows;
    private final ScriptSandbox sandbox;
    private final RequestingExecution asking;
    private final RunCancellation stopping;
    private final DryRun rehearsal;
    private final RunProcessor running;
    private final RunTable runs;
    private final RunStatistics statistics;
    private final RunEvents events;

    @Resource(lookup = "java:jboss/ee/concurrency/executor/default")
    private ManagedExecutorService executor;

    @Inject
    public Runs(
            Workflows workflows,
            ScriptSandbox sandbox,
            RequestingExecution asking,
            RunCancellation stopping,
            DryRun rehearsal,
            RunProcessor running,
            RunTable runs,
            RunStatistics statistics,
            RunEvents events) {
        this.workflows = workflows;
        this.sandbox = sandbox;
        this.asking = asking;
        this.stopping = stopping;
        this.rehearsal = rehearsal;
        this.running = running;
        this.runs = runs;
        this.statistics = statistics;
        this.events = events;
    }

    /** For the container's proxy only. */
    @SuppressWarnings("NullAway")
    protected Runs() {
        this(null, null, null, null, null, null, null, null, null);
    }

    /**
     * Asks for an execution: 404, 400 WORKFLOW_NOT_EXECUTABLE, 422 for what is missing or does not fit, 403 while a kill
     * switch is engaged. In one transaction, either a run is queued or people are asked; never both.
     */
    public ExecuteResult request(UUID workflowUuid, ExecuteRequest wish, Actor by) {
        makeReady(workflowUuid, by);
        return asking.ask(workflowUuid, wish, by);
    }

    /** Compiles before the caller's own transaction, so that a first compilation does not happen inside it. */
    public void makeReady(UUID workflowUuid, Actor by) {
        by.requireScope(Scopes.WORKFLOWS_EXECUTE);
        workflows.makeReady(workflowUuid);
    }

    /** The run as it is stored; 404 when the viewer sees none. */
    public Run get(UUID uuid, Actor viewer) {
        viewer.requireAnyScope(Scopes.WORKFLOWS_READ, Scopes.WORKFLOWS_EXECUTE);
        return visible(uuid, viewer);
    }

    private Run visible(UUID uuid, Actor viewer) {
        Run run = show(uuid);
        OrganizationScope.of(viewer).require("run", uuid, run.organizationId());
        return run;
    }

    /** The run as the server sees it, without a viewer: for notifications and events. 404 when there is none. */
    @ServerOnly("notify and events")
    public Run show(UUID uuid) {
        return runs.run(uuid).orElseThrow(() -> Refusal.notFound("run", uuid));
    }

    /** Runs within the viewer's organizations, newest first. */
    public Page<Run> list(RunQuery query, Actor viewer, PageRequest page) {
        viewer.requireScope(Scopes.WORKFLOWS_READ);
        return statistics.list(query, OrganizationScope.of(viewer), page);
    }

    /**
     * Stops a run: at once when queued, within moments when running. For who asked for it, who agreed to it, and admins (403
     * otherwise); 409 when it has ended.
     */
    public Run cancel(UUID uuid, String reason, Actor by) {
        return askToStop(uuid, reason, by).status().terminal()
                ? show(uuid)
                : end(uuid, STOP_PATIENCE).join();
    }

    /** The same without waiting for a running one to end: returns the run right after it was told to stop. */
    public Run askToStop(UUID uuid, String reason, Actor by) {
        by.requireAnyScope(Scopes.WORKFLOWS_EXECUTE, Scopes.APPROVALS_WRITE);
        if (Characters.count(reason) > MAX_CANCEL_REASON) {
            throw Refusal.invalid("reason", "must have at most " + MAX_CANCEL_REASON + " characters");
        }
        Run run = visible(uuid, by);
        if (!mayCancel(run, by)) {
            throw Refusal.forbidden("not_yours", "Only its requester, its approvers and admins can cancel a run");
        }
        if (!stopping.stopQueued(run, reason, by)) {
            stopping.stopRunning(run, reason, by);
        }
        return show(uuid);
    }

    /** Whether this caller is among those who may cancel the run. */
    public boolean mayCancel(Run run, Actor by) {
        return by.hasAnyScope(Scopes.WORKFLOWS_EXECUTE, Scopes.APPROVALS_WRITE) && stopping.mayStop(run, by);
    }

    /**
     * Completes with the run at its end, or as it is when the time is over; holds no thread. 404 when the viewer sees none. For
     * who may read runs, and who may stop this one.
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public CompletableFuture<Run> finished(UUID uuid, Duration atMost, Actor viewer) {
        viewer.requireAnyScope(Scopes.WORKFLOWS_READ, Scopes.WORKFLOWS_EXECUTE, Scopes.APPROVALS_WRITE);
        visible(uuid, viewer);
        return end(uuid, atMost);
    }

    private CompletableFuture<Run> end(UUID uuid, Duration atMost) {
        CompletableFuture<Optional<Run>> end = events.end(uuid)
                .thenApply(Optional::of)
                .completeOnTimeout(Optional.empty(), atMost.toMillis(), TimeUnit.MILLISECONDS);
        // not on the thread that keeps the time for everybody
        return end.thenApplyAsync(run -> run.orElseGet(() -> show(uuid)), executor);
    }

    /**
     * Runs a workflow, drafts too, with mocks in place of the network: no byte leaves, no run is recorded. For who writes
     * workflows, who executes them, and who decides about their runs.
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public DryRunReport test(UUID workflowUuid, DryRunRequest request, Actor by) {
        by.requireAnyScope(TESTERS);
        return rehearsal.test(workflowUuid, request, by);
    }

    /** Whether this caller is among those who may run a workflow with mocks. */
    public boolean mayTest(Actor by) {
        return by.hasAnyScope(TESTERS);
    }

    /**
     * Tells the listener what happens to the run on this node from now on, and its end wherever it ran. The listener must
     * be quick. Closing the answer ends it. 404 when the viewer sees none.
     */
    public AutoCloseable subscribe(UUID uuid, Actor viewer, Consumer<RunEvent> listener) {
        get(uuid, viewer);
        return events.watch(uuid, listener);
    }

    /** The state of the sandbox's worker pools. */
    @ServerOnly("the server's figures")
    public PoolStatus pool() {
        return sandbox.sandbox().status();
    }

    /** How often a run was left queued since the start of this node, because no worker came free in time. */
    @ServerOnly("the server's figures")
    public long leftQueued() {
        return running.leftQueued();
    }

    /** The layers of operating-system isolation around the sandbox's workers. */
    @ServerOnly("the server's figures")
    public Set<Layer> sandboxLayers() {
        return sandbox.sandbox().layers();
    }

    /** How many runs there are in each status, for operators' figures; a status without runs is absent. */
    @ServerOnly("the server's figures")
    public Map<RunStatus, Long> byStatus() {
        return statistics.byStatus();
    }

    /** The figures over the runs within the viewer's organizations. */
    public RunSummary summary(Actor viewer) {
        viewer.requireAnyScope(Scopes.WORKFLOWS_READ, Scopes.APPROVALS_READ, Scopes.AUDIT_READ);
        return statistics.summary(OrganizationScope.of(viewer));
    }
}
