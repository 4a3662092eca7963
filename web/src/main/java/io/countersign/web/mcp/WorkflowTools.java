package io.countersign.web.mcp;

import static io.countersign.kernel.FieldType.integer;
import static io.countersign.kernel.FieldType.uuid;

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
import io.countersign.security.Actor;
import io.countersign.security.Scopes;
import io.countersign.web.Body;
import io.countersign.web.ExecutionOutcomeWait;
import io.countersign.web.Query;
import io.countersign.web.approvals.ToolRequestBody;
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

    List<AsyncToolSpecification> all() {
        return List.of(
                McpTool.of("list_workflows", "The active workflows: what can be executed.")
                        .does(this::listWorkflows),
                McpTool.of("execute_workflow", "Ask for a workflow to be executed. People may have to agree first.")
                        .needs("workflow_uuid", "string", "Which workflow")
                        .needs(
                                "indicator_type",
                                "string",
                                "ip, domain, hash_md5, hash_sha1, hash_sha256, url, email, account")
                        .needs("indicator_value", "string", "What to act on")
                        .needs("reason", "string", "Why; people read it")
                        .needs("confidence", "number", "0 to 1; shown to people, skips nobody")
                        .takes("alert_uuid", "string", "The alert it belongs to")
                        .takes("parameters", "object", "Further inputs of the workflow")
                        .does(this::execute),
                McpTool.of("get_run", "A run: its status, log, HTTP calls and result.")
                        .needs("run_uuid", "string", "Which run")
                        .takes("wait_seconds", "integer", "Wait so long for its end, 60 at most")
                        .does(this::getRun),
                McpTool.of(
                                "get_approval",
                                "A request for approval: its status, decisions, and its run once there is one.")
                        .needs("approval_uuid", "string", "Which request")
                        .takes("wait_seconds", "integer", "Wait so long for the decision, 60 at most")
                        .does(this::getApproval),
                McpTool.of(
                                "request_approval",
                                "Ask people to agree to any action of yours, and wait with it until they do.")
                        .needs("tool_name", "string", "The tool that you want to use")
                        .needs("reason", "string", "Why; people read it")
                        .takes("action_type", "string", "Class of action")
                        .takes("action_description", "string", "What will happen, in a sentence")
                        .takes("parameters", "object", "The tool's arguments; the agreement is bound to them")
                        .takes("confidence", "number", "0 to 1")
                        .takes("potential_impact", "string", "What may go wrong")
                        .takes("risk_level", "string", words(RiskLevel.values()))
                        .takes("approval_type", "string", words(ApprovalType.values()))
                        .takes("required_roles", "array", "Roles that may agree")
                        .takes("required_approvers", "integer", "How many people, for multi")
                        .takes("approvers", "array", "User names, for single and unanimous")
                        .takes("timeout_seconds", "integer", RuleLimits.MIN_TIMEOUT + " to " + RuleLimits.MAX_TIMEOUT)
                        .takes("session_id", "string", "Your session")
                        .takes("incident_id", "string", "The incident")
                        .does(this::requestApproval));
    }

    private static String words(Enum<?>[] constants) {
        return String.join(", ", FieldType.wireNames(constants));
    }

    private Object listWorkflows(Map<String, Object> arguments, McpCaller caller) {
        Actor agent = caller.agent();
        agent.requireScope(Scopes.WORKFLOWS_READ);
        new JsonFields(arguments).refuse();
        return resources.active(agent);
    }

    private Object execute(Map<String, Object> arguments, McpCaller caller) {
        Actor agent = caller.agent();
        agent.requireScope(Scopes.WORKFLOWS_EXECUTE);
        JsonFields form = new JsonFields(arguments);
        UUID workflow = form.need("workflow_uuid", uuid(), NO_WORKFLOW);
        if (form.has("callback_url")) {
            form.wrong("callback_url", "is not a known field; follow the request with get_approval");
        }
        ExecuteResult requested = runs.request(workflow, ExecuteRequest.of(form), agent);
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
        SubmissionResult asked = approvals.ask(ToolRequestBody.read(new Body(arguments), agent));
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
