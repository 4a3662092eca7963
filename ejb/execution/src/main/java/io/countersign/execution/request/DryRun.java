package io.countersign.execution.request;

import io.countersign.audit.Audit;
import io.countersign.audit.AuditEntry;
import io.countersign.execution.DryRunReport;
import io.countersign.execution.DryRunRequest;
import io.countersign.execution.IndicatorInput;
import io.countersign.execution.Inputs;
import io.countersign.execution.RunStatus;
import io.countersign.execution.http.Egress;
import io.countersign.execution.http.TestPlaces;
import io.countersign.execution.integration.IntegrationCalls;
import io.countersign.execution.integration.IntegrationRegistry;
import io.countersign.execution.run.CallEnvelope;
import io.countersign.execution.run.RunHost;
import io.countersign.execution.run.RunJson;
import io.countersign.execution.worker.EndpointCall;
import io.countersign.execution.worker.ExecutionWaiter;
import io.countersign.execution.worker.RunStrategies;
import io.countersign.kernel.ErrorCode;
import io.countersign.kernel.Refusal;
import io.countersign.sandbox.CancelToken;
import io.countersign.sandbox.IndicatorData;
import io.countersign.sandbox.Lease;
import io.countersign.sandbox.RunOutcome;
import io.countersign.sandbox.RunSpec;
import io.countersign.sandbox.Tenant;
import io.countersign.sandbox.mocks.MockHost;
import io.countersign.sandbox.mocks.StandIns;
import io.countersign.security.Actor;
import io.countersign.security.OrganizationScope;
import io.countersign.workflows.Endpoint;
import io.countersign.workflows.ScriptSandbox;
import io.countersign.workflows.Workflow;
import io.countersign.workflows.WorkflowSnapshot;
import io.countersign.workflows.Workflows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** Runs a workflow, drafts too, with mocks in place of the network. */
@ApplicationScoped
public class DryRun {
    private static final Duration WORKER_WAIT = Duration.ofSeconds(20);
    private static final int AGAIN_SECONDS = 5;

    private final Workflows workflows;
    private final TestPlaces places;
    private final ScriptSandbox sandbox;
    private final Egress egress;
    private final IntegrationRegistry integrations;
    private final Audit audit;

    @Inject
    public DryRun(
            Workflows workflows,
            TestPlaces places,
            ScriptSandbox sandbox,
            Egress egress,
            IntegrationRegistry integrations,
            Audit audit) {
        this.workflows = workflows;
        this.places = places;
        this.sandbox = sandbox;
        this.egress = egress;
        this.integrations = integrations;
        this.audit = audit;
    }

    /** For the container's proxy only. */
    @SuppressWarnings("NullAway")
    protected DryRun() {
        this(null, null, null, null, null, null);
    }

    public DryRunReport test(UUID workflowUuid, DryRunRequest request, Actor by) {
        WorkflowSnapshot published = workflows.published(workflowUuid);
        Workflow workflow = published.workflow();
        OrganizationScope.of(by).require("workflow", workflowUuid, workflow.organizationId());
        StandIns standIns = request.standIns();
        MockHost mocks = new MockHost(request.mocks(), standIns, egress.guardForMocks(workflow.allowedHosts()));
        // providers are the operator's choice, so that a workflow's list does not narrow them
        MockHost providers = new MockHost(request.mocks(), egress.guardForConfigured());
        CallEnvelope envelope = CallEnvelope.of(published);
        IntegrationCalls byMocks = integrations.mocked(providers::http);
        IntegrationCalls byStandIns = (name, operation, args, recorder) -> mocks.integration(name, operation, args);
        IntegrationCalls performed = request.integrations() == null ? byMocks : byStandIns;
        RunHost host = new RunHost(envelope, mocks::http, performed, line -> {}, call -> {});
        long started = System.nanoTime();
        RunOutcome outcome = places.within(by, () -> outcome(workflow, request, host));
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started);
        DryRunReport report = report(outcome, host, millis);
        audit.recordAlone(new AuditEntry(
                by.userName(),
                "workflow.tested",
                "workflow",
                workflow.uuid(),
                Map.of(
                        "code_version", workflow.codeVersion(),
                        "sha256", workflow.sha256(),
                        "success", report.success(),
                        "http_calls", report.httpCalls().size(),
                        "by", by.label()),
                workflow.organizationId()));
        return report;
    }

    private RunOutcome outcome(Workflow workflow, DryRunRequest request, RunHost host) {
        long millis = TimeUnit.SECONDS.toMillis(Math.min(workflow.timeoutSeconds(), 60));
        CancelToken cancel = new CancelToken();
        Endpoint endpoint = workflow.endpoint();
        if (endpoint != null) {
            return new EndpointCall(endpoint, pretended(endpoint, request), body(workflow, request), host, cancel)
                    .run(millis);
        }
        IndicatorInput indicator = request.indicator();
        RunSpec spec = new RunSpec(
                String.valueOf(workflow.code()),
                "test-" + UUID.randomUUID(),
                new IndicatorData(indicator.type(), indicator.value(), indicator.malice(), indicator.enrichments()),
                request.alert(),
                request.parameters(),
                request.secrets(),
                request.integrations() == null
                        ? integrations.all()
                        : request.standIns().names(),
                RunStrategies.limits(workflow, millis),
                cancel,
                request.time());
        return inWorker(workflow, spec, host);
    }

    /** Tests have workers of their own, so that they wait for each other and no run waits for them. */
    private RunOutcome inWorker(Workflow workflow, RunSpec spec, RunHost host) {
        try (Lease lease = sandbox.sandbox()
                .lease(Tenant.test(workflow.organizationId()), spec.source(), WORKER_WAIT)
                .orElse(null)) {
            if (lease == null) {
                throw new Refusal(
                        ErrorCode.UNAVAILABLE,
                        "All workers for tests are busy; try again in " + AGAIN_SECONDS + " seconds",
                        Map.of("retry_after_seconds", AGAIN_SECONDS));
            }
            return lease.run(spec, host);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new RunOutcome.Cancelled(RunOutcome.Spent.NOTHING);
        }
    }

    private static Map<String, String> pretended(Endpoint endpoint, DryRunRequest request) {
        Map<String, String> values = new LinkedHashMap<>();
        endpoint.secretHeaders().values().forEach(name -> values.put(name, "rehearsal"));
        values.putAll(request.secrets());
        return values;
    }

    private static Map<String, Object> body(Workflow workflow, DryRunRequest request) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("alert", request.alert());
        body.put("indicator", Inputs.json(request.indicator()));
        body.put("parameters", request.parameters());
        body.put("workflow", Map.of("uuid", workflow.uuid().toString(), "name", workflow.name()));
        return body;
    }

    private static DryRunReport report(RunOutcome outcome, RunHost host, long millis) {
        ExecutionWaiter.Verdict verdict = ExecutionWaiter.verdict(outcome, "cancelled");
        Map<String, Object> result = verdict.result();
        Map<String, Object> error = verdict.error();
        Object message = result != null ? result.get("message") : error != null ? error.get("message") : "";
        Map<String, Object> data = new LinkedHashMap<>();
        if (result != null) {
            data.putAll(RunJson.plain(result.get("data")));
        }
        return new DryRunReport(
                verdict.status() == RunStatus.SUCCESS,
                String.valueOf(message),
                data,
                error == null ? null : String.valueOf(error.get("code")),
                List.copyOf(host.log()),
                List.copyOf(host.calls()),
                millis);
    }
}
