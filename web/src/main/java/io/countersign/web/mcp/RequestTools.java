package io.countersign.web.mcp;

import static io.countersign.kernel.FieldType.flag;
import static io.countersign.kernel.FieldType.integer;
import static io.countersign.kernel.FieldType.listOf;
import static io.countersign.kernel.FieldType.uuid;

import io.countersign.approvals.ApprovalFields;
import io.countersign.approvals.Approvals;
import io.countersign.approvals.RequestQuery;
import io.countersign.approvals.RequestView;
import io.countersign.approvals.RuleLimits;
import io.countersign.approvals.Status;
import io.countersign.kernel.FieldType;
import io.countersign.kernel.JsonFields;
import io.countersign.kernel.Page;
import io.countersign.kernel.PageRequest;
import io.countersign.security.Actor;
import io.countersign.security.Scopes;
import io.modelcontextprotocol.server.McpStatelessServerFeatures.AsyncToolSpecification;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finding requests for approval, and withdrawing them. */
@ApplicationScoped
public class RequestTools {

    private static final UUID NO_REQUEST = new UUID(0, 0);

    @Inject
    Approvals approvals;

    @Inject
    ToolIdempotency idempotency;

    List<AsyncToolSpecification> all() {
        return List.of(
                McpTool.of(
                                "search_requests",
                                "Search requests",
                                "Requests for approval that you may see, newest first.")
                        .reads()
                        .takes(
                                "status",
                                ArgumentSchema.list(
                                        ArgumentSchema.oneOf(Status.values(), "A status"),
                                        Status.values().length,
                                        "Only with one of these statuses"))
                        .takes("workflow_uuid", ArgumentSchema.uuid("Only of this workflow"))
                        .takes("mine", ArgumentSchema.flag("Only what was asked for by you"))
                        .takes("page", ArgumentSchema.integer(1, Integer.MAX_VALUE, "Which page, from 1"))
                        .takes("page_size", ArgumentSchema.integer(1, PageRequest.MAX_SIZE, "Requests on a page"))
                        .answers(Map.of(
                                "requests",
                                ArgumentSchema.list(
                                        ArgumentSchema.anyObject("A request in short; get_approval shows it whole"),
                                        PageRequest.MAX_SIZE,
                                        "The requests on this page")))
                        .does(this::search),
                McpTool.of("cancel_request", "Cancel a request", "Withdraw a pending request for approval of yours.")
                        .acts(true)
                        .needs("approval_uuid", ArgumentSchema.uuid("Which request"))
                        .needs("reason", ArgumentSchema.text(1, RuleLimits.MAX_COMMENT, "Why; people read it"))
                        .answers(Map.of("status", ArgumentSchema.oneOf(Status.values(), "Its status")))
                        .does(this::cancel));
    }

    private Object search(Map<String, Object> arguments, McpCaller caller) {
        Actor agent = caller.agent();
        agent.requireAnyScope(Scopes.APPROVALS_READ, Scopes.WORKFLOWS_EXECUTE);
        JsonFields form = new JsonFields(arguments);
        Set<Status> statuses =
                form
                        .read("status", listOf(FieldType.oneOf(Status.values()), Status.values().length), List.of())
                        .stream()
                        .map(Status::parse)
                        .collect(Collectors.toSet());
        RequestQuery query = new RequestQuery(
                statuses, form.read("workflow_uuid", uuid()), form.read("mine", flag(), false), false, false);
        PageRequest page = page(form);
        Page<RequestView> found = approvals.list(query, agent, page);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("requests", found.items().stream().map(RequestTools::inShort).toList());
        addPage(answer, found, page);
        return answer;
    }

    private Object cancel(Map<String, Object> arguments, McpCaller caller) {
        Actor agent = caller.agent();
        agent.requireAnyScope(Scopes.WORKFLOWS_EXECUTE, Scopes.APPROVALS_WRITE);
        JsonFields form = new JsonFields(arguments);
        UUID id = form.need("approval_uuid", uuid(), NO_REQUEST);
        String reason = form.need("reason", ApprovalFields.STATED_COMMENT, "");
        form.refuse();
        return idempotency.once(
                caller, "cancel_request", arguments, () -> inShort(approvals.cancel(id, reason, agent)));
    }

    /** Reads which page is wanted, and refuses the form where anything in it is wrong. */
    static PageRequest page(JsonFields form) {
        int number = form.read("page", integer(1, Integer.MAX_VALUE), 1);
        int size = form.read("page_size", integer(1, PageRequest.MAX_SIZE), PageRequest.DEFAULT_SIZE);
        form.refuse();
        return new PageRequest(number, size);
    }

    static void addPage(Map<String, Object> answer, Page<?> found, PageRequest page) {
        answer.put("total", found.total());
        answer.put("page", page.page());
        answer.put("page_size", page.size());
        answer.put("total_pages", (found.total() + page.size() - 1) / page.size());
    }

    private static Map<String, Object> inShort(RequestView request) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("uuid", request.uuid());
        fields.put("request_id", request.requestNumber());
        fields.put("status", request.status());
        fields.put("kind", request.kind());
        put(fields, "workflow_uuid", request.workflowUuid());
        put(fields, "workflow_name", request.workflowName());
        put(fields, "tool_name", request.toolName());
        fields.put("requested_by", request.requestedBy());
        put(fields, "reason", request.reason());
        fields.put("risk_level", request.riskLevel());
        fields.put("requested_at", request.requestedAt());
        fields.put("expires_at", request.expiresAt());
        put(fields, "resolution_reason", request.resolutionReason());
        put(fields, "run_uuid", request.runUuid());
        return fields;
    }

    private static void put(Map<String, Object> fields, String name, @Nullable Object value) {
        if (value != null) {
            fields.put(name, value);
        }
    }
}
