package io.countersign.web.mcp;

import static io.countersign.kernel.FieldType.integer;
import static io.countersign.kernel.FieldType.number;
import static io.countersign.kernel.FieldType.pattern;
import static io.countersign.kernel.FieldType.text;
import static io.countersign.kernel.FieldType.uuid;

import io.countersign.approvals.Approvals;
import io.countersign.approvals.RequestView;
import io.countersign.approvals.RuleLimits;
import io.countersign.execution.Run;
import io.countersign.execution.Runs;
import io.countersign.gateway.GatewayCalls;
import io.countersign.gateway.ToolCallAnswer;
import io.countersign.gateway.ToolCallWish;
import io.countersign.kernel.ErrorCode;
import io.countersign.kernel.FieldType;
import io.countersign.kernel.JsonFields;
import io.countersign.kernel.JsonText;
import io.countersign.kernel.Refusal;
import io.countersign.security.Actor;
import io.countersign.web.ExecutionOutcomeWait;
import io.countersign.web.Query;
import io.countersign.web.ThrowableMapper;
import io.modelcontextprotocol.spec.McpSchema;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Answers messages for a server behind. */
@ApplicationScoped
public class GatewayMessages {

    private static final String RESULT_TOOL = "countersign_get_result";

    /** A call that passes through has no other way to its result: it is waited for as long as it may take. */
    private static final Duration WHOLE_CALL = Duration.ofSeconds(3700);

    private static final UUID NONE = new UUID(0, 0);
    private static final FieldType<String> KEY =
            pattern(Pattern.compile("[\\x20-\\x7e]{1,255}"), "1 to 255 printable ASCII characters");

    @Inject
    GatewayCalls calls;

    @Inject
    ExecutionOutcomeWait outcome;

    @Inject
    Approvals approvals;

    @Inject
    Runs runs;

    @Resource
    ManagedExecutorService threads;

    /** @param body the message as it came in, for what has to go out as it came */
    CompletableFuture<McpSchema.JSONRPCResponse> answer(
            String server, JsonRpcMessage message, Object id, String body, McpCaller caller) {
        return switch (message.method()) {
            case "initialize" -> done(id, hello(message));
            case "ping" -> done(id, Map.of());
            case "tools/list" -> list(server, id, caller);
            case "tools/call" -> call(server, message, id, body, caller);
            default ->
                CompletableFuture.completedFuture(new McpSchema.JSONRPCResponse(
                        McpSchema.JSONRPC_VERSION,
                        id,
                        null,
                        new McpSchema.JSONRPCResponse.JSONRPCError(
                                McpSchema.ErrorCodes.METHOD_NOT_FOUND, "There is no such method here.")));
        };
    }

    private static Map<String, Object> hello(JsonRpcMessage message) {
        String wanted = new JsonFields(message.params()).read("protocolVersion", text());
        List<String> versions = MessageTransport.VERSIONS;
        return Map.of(
                "protocolVersion",
                wanted != null && versions.contains(wanted) ? wanted : versions.get(versions.size() - 1),
                "capabilities",
                Map.of("tools", Map.of("listChanged", false)),
                "serverInfo",
                Map.of("name", "countersign", "version", "1"),
                "instructions",
                "People may have to agree to a call of a tool. Then it answers with the status pending_approval; follow it with "
                        + RESULT_TOOL + ". A call that they have agreed to is made for you; do not repeat it.");
    }

    private CompletableFuture<McpSchema.JSONRPCResponse> list(String server, Object id, McpCaller caller) {
        List<Map<String, Object>> tools = new ArrayList<>();
        try {
            tools.addAll(calls.tools(server, caller.agent()));
        } catch (Refusal refusal) {
            throw RpcFailure.invalidParams(id, refusal.code() + ": " + refusal.getMessage());
        }
        tools.add(resultTool());
        return done(id, Map.of("tools", tools));
    }

    private static Map<String, Object> resultTool() {
        return Map.of(
                "name",
                RESULT_TOOL,
                "description",
                "The outcome of a call that people were asked about: the result of the tool once they have agreed and it was made.",
                "inputSchema",
                Map.of(
                        "type",
                        "object",
                        "properties",
                        Map.of(
                                "approval_request_uuid",
                                Map.of("type", "string", "format", "uuid", "description", "As the call answered"),
                                "wait_seconds",
                                Map.of(
                                        "type",
                                        "integer",
                                        "minimum",
                                        0,
                                        "maximum",
                                        Query.MAX_WAIT_SECONDS,
                                        "description",
                                        "Wait so long for the outcome")),
                        "required",
                        List.of("approval_request_uuid"),
                        "additionalProperties",
                        false),
                "annotations",
                Map.of("readOnlyHint", true));
    }

    private CompletableFuture<McpSchema.JSONRPCResponse> call(
            String server, JsonRpcMessage message, Object id, String body, McpCaller caller) {
        JsonFields params = new JsonFields(message.params());
        String tool = params.need("name", text(1, 200), "");
        if (tool.isEmpty()) {
            throw RpcFailure.invalidParams(id, "params.name must have 1 to 200 characters.");
        }
        Map<String, Object> arguments = params.read("arguments", FieldType.anyObject(), Map.of());
        Supplier<CompletableFuture<Map<String, Object>>> deed = tool.equals(RESULT_TOOL)
                ? () -> result(server, arguments, caller)
                : () -> made(
                        server,
                        wish(
                                tool,
                                arguments,
                                JsonText.member(body, "params", "arguments").orElse("{}"),
                                params.read("_meta", FieldType.anyObject(), Map.of())),
                        caller);
        try {
            return deed.get()
                    .exceptionally(failure -> ToolCallReply.refused(ThrowableMapper.problem(failure)))
                    .thenApply(result -> new McpSchema.JSONRPCResponse(McpSchema.JSONRPC_VERSION, id, result, null));
        } catch (Refusal refusal) {
            if (refusal.code() == ErrorCode.NOT_FOUND && !tool.equals(RESULT_TOOL)) {
                throw RpcFailure.invalidParams(id, "There is no tool of that name here.");
            }
            return done(id, ToolCallReply.refused(ThrowableMapper.problem(refusal)));
        } catch (RpcFailure failure) {
            throw failure;
        } catch (RuntimeException failure) {
            return done(id, ToolCallReply.refused(ThrowableMapper.problem(failure)));
        }
    }

    private static ToolCallWish wish(
            String tool, Map<String, Object> arguments, String sent, Map<String, Object> meta) {
        JsonFields form = new JsonFields(meta);
        ToolCallWish wish = new ToolCallWish(
                tool,
                arguments,
                sent.equals("null") ? "{}" : sent,
                form.read("countersign/reason", text(RuleLimits.MAX_TEXT)),
                form.read("countersign/confidence", number(0, 1)),
                form.read("countersign/idempotency_key", KEY));
        if (!form.errors().isEmpty()) {
            throw Refusal.invalid(form.errors());
        }
        return wish;
    }

    private CompletableFuture<Map<String, Object>> made(String server, ToolCallWish wish, McpCaller caller) {
        ToolCallAnswer answer = calls.call(server, wish, caller.agent());
        if (answer instanceof ToolCallAnswer.Pending asked) {
            return outcome(asked.request(), caller.longestWait(), caller);
        }
        return runs.finished(((ToolCallAnswer.Started) answer).run(), WHOLE_CALL, caller.agent())
                .thenApply(run -> ToolCallReply.of(run, null));
    }

    private CompletableFuture<Map<String, Object>> result(
            String server, Map<String, Object> arguments, McpCaller caller) {
        JsonFields form = new JsonFields(arguments);
        UUID request = form.need("approval_request_uuid", uuid(), NONE);
        Duration wait = Duration.ofSeconds(form.read("wait_seconds", integer(0, Query.MAX_WAIT_SECONDS), 0));
        form.refuse();
        calls.requireAsker(server, request, caller.agent());
        return outcome(request, caller.patience(wait), caller);
    }

    /** How it stands with a request, and with its call once people have agreed. */
    private CompletableFuture<Map<String, Object>> outcome(UUID request, Duration wait, McpCaller caller) {
        long deadline = System.nanoTime() + wait.toNanos();
        Actor agent = caller.agent();
        CompletableFuture<RequestView> decided =
                caller.waiting(outcome.decided(request, wait, agent), () -> approvals.get(request, agent), threads);
        return decided.thenCompose(view -> {
            UUID run = view.runUuid();
            if (run == null) {
                return CompletableFuture.completedFuture(ToolCallReply.of(view));
            }
            Duration left = Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
            return ended(run, left, caller).thenApply(end -> ToolCallReply.of(end, view));
        });
    }

    private CompletableFuture<Run> ended(UUID run, Duration left, McpCaller caller) {
        return left.isZero()
                ? CompletableFuture.completedFuture(runs.get(run, caller.agent()))
                : caller.waiting(
                        runs.finished(run, left, caller.agent()), () -> runs.get(run, caller.agent()), threads);
    }

    private static CompletableFuture<McpSchema.JSONRPCResponse> done(Object id, Map<String, Object> result) {
        return CompletableFuture.completedFuture(
                new McpSchema.JSONRPCResponse(McpSchema.JSONRPC_VERSION, id, result, null));
    }
}
