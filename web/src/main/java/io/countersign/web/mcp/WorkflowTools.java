package io.countersign.web.mcp;

import static io.countersign.kernel.FieldType.integer;
import static io.countersign.kernel.FieldType.uuid;

import io.countersign.approvals.ApprovalRequestSpec;
import io.countersign.approvals.ApprovalType;
import io.countersign.approvals.Approvals;
import io.countersign.approvals.RiskLevel;
import io.countersign.approvals.RuleLimits;
import io.countersign.approvals.SubmissionResult;
import io.countersign.execution.ExecuteRequest;
import io.countersign.execution.ExecuteResult;
import io.countersign.execution.Runs;
import io.countersign.kernel.FieldType;
import io.countersign.kernel.JsonFields;
import io.countersign.kernel.PageRequest;
import io.countersign.security.Actor;
import io.countersign.security.Scopes;
import io.countersign.web.Body;
import io.countersign.web.ExecutionOutcomeWait;
import io.countersign.web.Query;
import io.countersign.web.approvals.ToolRequestBody;
import io.countersign.workflows.IndicatorTypes;
import io.countersign.workflows.WorkflowQuery;
import io.modelcontextprotocol.server.McpStatelessServerFeatures.AsyncToolSpecification;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What agents can do: ask for executions and approvals, and follow them. */
@ApplicationScoped
public class WorkflowTools {

    private static final UUID NO_WORKFLOW = new UUID(0, 0);

    @Inject
    Runs runs;

    @Inject
    Approvals approvals;

    @Inject
    ExecutionOutcomeWait outcome;

    @Inject
    WorkflowResources resources;

    @Resource
    ManagedExecutorService threads;

    @Inject
    ToolIdempotency idempotency;

    List<AsyncToolSpecification> all() {
        return List.of(listing(), execution(), runReading(), requestReading(), toolRequest());
    }

    private AsyncToolSpecification listing() {
        return McpTool.of("list_workflows", "List workflows", "The active workflows: what can be executed, in short.")
                .reads()
                .takes("q", ArgumentSchema.text(0, RuleLimits.MAX_NAME, "Words looked for in name and documentation"))
                .takes("indicator_type", ArgumentSchema.oneOf(IndicatorTypes.ALL, "Only those that take this type"))
                .takes("tag", ArgumentSchema.text(0, RuleLimits.MAX_NAME, "Only those with this tag"))
                .takes("risk_level", ArgumentSchema.oneOf(RiskLevel.values(), "Only those of this risk"))
                .takes("page", ArgumentSchema.integer(1, Integer.MAX_VALUE, "Which page, from 1"))
                .takes("page_size", ArgumentSchema.integer(1, PageRequest.MAX_SIZE, "Workflows on a page"))
                .answers(Map.of(
                        "workflows",
                        ArgumentSchema.list(
                                ArgumentSchema.anyObject("A workflow in short; its resource shows it whole"),
                                PageRequest.MAX_SIZE,
                                "The workflows on this page")))
                .does(this::listWorkflows);
    }

    private AsyncToolSpecification execution() {
        return McpTool.of(
                        "execute_workflow",
                        "Execute a workflow",
                        "Ask for a workflow to be executed. People may have to agree first.")
                .acts(true)
                .needs("workflow_uuid", ArgumentSchema.uuid("Which workflow"))
                .needs("indicator_type", ArgumentSchema.oneOf(IndicatorTypes.ALL, "The type of the indicator"))
                .needs("indicator_value", ArgumentSchema.text(1, RuleLimits.MAX_TEXT, "What to act on"))
                .needs("reason", ArgumentSchema.text(1, RuleLimits.MAX_TEXT, "Why; people read it"))
                .needs("confidence", ArgumentSchema.fraction("0 to 1; shown to people, skips nobody"))
                .takes("alert_uuid", ArgumentSchema.uuid("The alert it belongs to"))
                .takes("parameters", ArgumentSchema.anyObject("Further inputs of the workflow"))
                .answers(Map.of("status", ArgumentSchema.oneOf(List.of("queued", "pending_approval"), "What happened")))
                .does(this::execute);
    }

    private AsyncToolSpecification runReading() {
        return McpTool.of("get_run", "Read a run", "A run: its status, log, HTTP calls and result.")
                .reads()
                .needs("run_uuid", ArgumentSchema.uuid("Which run"))
                .takes("wait_seconds", waiting("Wait so long for its end"))
                .answers(Map.of("uuid", ArgumentSchema.uuid("The run"), "status", anyStatus()))
                .does(this::getRun);
    }

    private AsyncToolSpecification requestReading() {
        return McpTool.of(
                        "get_approval",
                        "Read a request",
                        "A request for approval: its status, decisions, and its run once there is one.")
                .reads()
                .needs("approval_uuid", ArgumentSchema.uuid("Which request"))
                .takes("wait_seconds", waiting("Wait so long for the decision"))
                .answers(Map.of("uuid", ArgumentSchema.uuid("The request"), "status", anyStatus()))
                .does(this::getApproval);
    }

    private AsyncToolSpecification toolRequest() {
        Map<String, Object> name = ArgumentSchema.text(1, RuleLimits.MAX_NAME, "A name");
        return McpTool.of(
                        "request_approval",
                        "Request approval",
                        "Ask people to agree to any action of yours, and wait with it until they do.")
                .acts(false)
                .needs("tool_name", ArgumentSchema.text(1, RuleLimits.MAX_NAME, "The tool that you want to use"))
                .needs("reason", ArgumentSchema.text(1, RuleLimits.MAX_TEXT, "Why; people read it"))
                .takes("action_type", ArgumentSchema.text(1, RuleLimits.MAX_NAME, "Class of action"))
                .takes(
                        "action_description",
                        ArgumentSchema.text(0, RuleLimits.MAX_TEXT, "What will happen, in a sentence"))
                .takes("parameters", ArgumentSchema.anyObject("The tool's arguments; the agreement is bound to them"))
                .takes("confidence", ArgumentSchema.fraction("0 to 1"))
                .takes("potential_impact", ArgumentSchema.text(0, RuleLimits.MAX_TEXT, "What may go wrong"))
                .takes("risk_level", ArgumentSchema.oneOf(RiskLevel.values(), "How risky it is"))
                .takes("approval_type", ArgumentSchema.oneOf(ApprovalType.values(), "Who has to agree"))
                .takes("required_roles", ArgumentSchema.list(name, RuleLimits.MAX_PEOPLE, "Roles that may agree"))
                .takes(
                        "required_approvers",
                        ArgumentSchema.integer(1, RuleLimits.MAX_PEOPLE, "How many people, for multi"))
                .takes(
                        "approvers",
                        ArgumentSchema.list(name, RuleLimits.MAX_PEOPLE, "User names, for single and unanimous"))
                .takes(
                        "timeout_seconds",
                        ArgumentSchema.integer(
                                RuleLimits.MIN_TIMEOUT, RuleLimits.MAX_TIMEOUT, "Seconds until the request expires"))
                .takes("session_id", ArgumentSchema.text(1, RuleLimits.MAX_NAME, "Your session"))
                .takes("incident_id", ArgumentSchema.text(1, RuleLimits.MAX_NAME, "The incident"))
                .answers(Map.of(
                        "status", ArgumentSchema.oneOf(List.of("pending_approval", "approved"), "What happened"),
                        "approval_request_uuid", ArgumentSchema.uuid("The request")))
                .does(this::requestApproval);
    }

    private static Map<String, Object> waiting(String meaning) {
        return ArgumentSchema.integer(
                0, Query.MAX_WAIT_SECONDS, meaning + "; an earlier answer tells how things stand, then ask again");
    }

    private static Map<String, Object> anyStatus() {
        return ArgumentSchema.text(1, RuleLimits.MAX_NAME, "Its status");
    }

    private Object listWorkflows(Map<String, Object> arguments, McpCaller caller) {
        Actor agent = caller.agent();
        agent.requireScope(Scopes.WORKFLOWS_READ);
        JsonFields form = new JsonFields(arguments);
        String risk = form.read("risk_level", FieldType.oneOf(RiskLevel.values()));
        WorkflowQuery active = WorkflowQuery.active();
        WorkflowQuery query = new WorkflowQuery(
                active.state(),
                risk == null ? List.of() : List.of(risk),
                null,
                form.read("indicator_type", FieldType.oneOf(IndicatorTypes.ALL)),
                form.read("tag", FieldType.text(RuleLimits.MAX_NAME)),
                form.read("q", FieldType.text(RuleLimits.MAX_NAME)),
                active.sortBy(),
                active.sortOrder());
        return resources.inShort(query, agent, RequestTools.page(form));
    }

    private Object execute(Map<String, Object> arguments, McpCaller caller) {
        Actor agent = caller.agent();
        agent.requireScope(Scopes.WORKFLOWS_EXECUTE);
        JsonFields form = new JsonFields(arguments);
        UUID workflow = form.need("workflow_uuid", uuid(), NO_WORKFLOW);
        if (form.has("callback_url")) {
            form.wrong("callback_url", "is not a known field; follow the request with get_approval");
        }
        ExecuteRequest wish = ExecuteRequest.of(form);
        // a first compilation stays out of the transaction that keeps the key
        runs.makeReady(workflow, agent);
        return idempotency.once(
                caller, "execute_workflow", arguments, () -> executed(runs.request(workflow, wish, agent)));
    }

    private static Map<String, Object> executed(ExecuteResult requested) {
        Map<String, Object> answer = new LinkedHashMap<>();
        if (requested instanceof ExecuteResult.Queued queued) {
            answer.put("status", "queued");
            answer.put("run_uuid", queued.runUuid());
        } else if (requested instanceof ExecuteResult.PendingApproval pending) {
            pending(answer, pending.approvalRequestUuid(), pending.requestNumber());
            answer.put("expires_at", pending.expiresAt());
        }
        return answer;
    }

    private Object getRun(Map<String, Object> arguments, McpCaller caller) {
        Actor agent = caller.agent();
        agent.requireAnyScope(Scopes.WORKFLOWS_READ, Scopes.WORKFLOWS_EXECUTE);
        JsonFields form = new JsonFields(arguments);
        Duration timeout = caller.patience(patience(form));
        UUID id = required(form, "run_uuid");
        var run = runs.get(id, agent);
        return timeout.isZero() || run.status().terminal()
                ? run
                : caller.waiting(outcome.run(id, timeout, agent), () -> runs.get(id, agent), threads);
    }

    private Object getApproval(Map<String, Object> arguments, McpCaller caller) {
        Actor agent = caller.agent();
        agent.requireAnyScope(Scopes.APPROVALS_READ, Scopes.WORKFLOWS_EXECUTE);
        JsonFields form = new JsonFields(arguments);
        Duration timeout = caller.patience(patience(form));
        UUID id = required(form, "approval_uuid");
        return caller.waiting(outcome.decided(id, timeout, agent), () -> approvals.get(id, agent), threads);
    }

    private Object requestApproval(Map<String, Object> arguments, McpCaller caller) {
        Actor agent = caller.agent();
        agent.requireScope(Scopes.WORKFLOWS_EXECUTE);
        ApprovalRequestSpec wish = ToolRequestBody.read(new Body(arguments), agent);
        return idempotency.once(caller, "request_approval", arguments, () -> asked(approvals.ask(wish)));
    }

    private static Map<String, Object> asked(SubmissionResult asked) {
        Map<String, Object> answer = new LinkedHashMap<>();
        pending(answer, asked.id(), asked.requestNumber());
        if (asked instanceof SubmissionResult.Pending pending) {
            answer.put("expires_at", pending.expiresAt());
        } else {
            answer.put("status", "approved");
        }
        return answer;
    }

    private static void pending(Map<String, Object> answer, UUID id, String requestNumber) {
        answer.put("status", "pending_approval");
        answer.put("approval_request_uuid", id);
        answer.put("request_id", requestNumber);
    }

    private static Duration patience(JsonFields form) {
        return Duration.ofSeconds(form.read("wait_seconds", integer(0, Query.MAX_WAIT_SECONDS), 0));
    }

    private static UUID required(JsonFields form, String field) {
        @Nullable UUID id = form.need(field, uuid());
        form.refuse();
        if (id == null) {
            throw new IllegalStateException("a form without errors has its required parts");
        }
        return id;
    }
}
