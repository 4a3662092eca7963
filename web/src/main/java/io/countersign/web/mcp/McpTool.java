package io.countersign.web.mcp;

import io.countersign.kernel.Refusal;
import io.countersign.web.ErrorBody;
import io.countersign.web.JsonMapping;
import io.countersign.web.ThrowableMapper;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.server.McpStatelessServerFeatures.AsyncToolSpecification;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import reactor.core.publisher.Mono;

/** One tool in the making: its name, its arguments, then what it does. */
final class McpTool {

    private static final String KEY = "idempotency_key";
    private static final int MAX_KEY = 255;

    private final String name;
    private final String title;
    private final String description;
    private final Map<String, Object> properties = new LinkedHashMap<>();
    private final List<String> required = new ArrayList<>();
    private Map<String, Object> output = ArgumentSchema.answer(Map.of());
    private boolean reads;
    private boolean destroys;

    private McpTool(String name, String title, String description) {
        this.name = name;
        this.title = title;
        this.description = description;
    }

    /** What a tool does with its arguments, for this caller. An answer that has to be waited for is a future. */
    @FunctionalInterface
    interface Deed {
        Object of(Map<String, Object> arguments, McpCaller caller);
    }

    static McpTool of(String name, String title, String description) {
        return new McpTool(name, title, description);
    }

    /** It changes nothing. */
    McpTool reads() {
        reads = true;
        return this;
    }

    /** It changes something; whether it may destroy something is told to who lets an agent use it. */
    McpTool acts(boolean mayDestroy) {
        destroys = mayDestroy;
        return this;
    }

    McpTool needs(String argument, Map<String, Object> schema) {
        required.add(argument);
        return takes(argument, schema);
    }

    McpTool takes(String argument, Map<String, Object> schema) {
        properties.put(argument, schema);
        return this;
    }

    /** What its answer has for sure. */
    McpTool answers(Map<String, Object> fields) {
        output = ArgumentSchema.answer(fields);
        return this;
    }

    AsyncToolSpecification does(Deed deed) {
        takes(KEY, ArgumentSchema.text(1, MAX_KEY, "The same call with the same key, within a day, has one effect"));
        Map<String, Object> input = new LinkedHashMap<>();
        input.put("type", "object");
        input.put("properties", properties);
        input.put("required", required);
        input.put("additionalProperties", false);
        McpSchema.Tool tool = McpSchema.Tool.builder()
                .name(name)
                .title(title)
                .description(description)
                .inputSchema(input)
                .outputSchema(output)
                .annotations(new McpSchema.ToolAnnotations(title, reads, destroys, reads, !reads, null))
                .build();
        return new AsyncToolSpecification(tool, (context, request) -> call(deed, context, request));
    }

    /** A refusal is the tool's answer, with the code and message of the REST contract. */
    private static Mono<McpSchema.CallToolResult> call(
            Deed deed, McpTransportContext context, McpSchema.CallToolRequest request) {
        try {
            Map<String, Object> arguments = request.arguments() == null ? Map.of() : request.arguments();
            McpCaller caller = McpCaller.in(context);
            if (arguments.containsKey(KEY)) {
                if (!(arguments.get(KEY) instanceof String key)) {
                    throw Refusal.invalid(KEY, "must be a string");
                }
                caller = caller.withIdempotencyKey(key);
                arguments = new LinkedHashMap<>(arguments);
                arguments.remove(KEY);
            }
            Object answer = deed.of(arguments, caller);
            return answer instanceof CompletableFuture<?> later
                    ? Mono.fromFuture(later)
                            .map(it -> result(JsonMapping.tree(it), false))
                            .onErrorResume(failure -> Mono.just(refused(failure)))
                    : Mono.just(result(JsonMapping.tree(answer), false));
        } catch (RuntimeException failure) {
            return Mono.just(refused(failure));
        }
    }

    private static McpSchema.CallToolResult refused(Throwable failure) {
        ErrorBody problem = ThrowableMapper.problem(failure);
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("code", problem.code());
        error.put("message", problem.message());
        error.put("details", problem.details());
        return result(Map.of("error", error), true);
    }

    private static McpSchema.CallToolResult result(Object answer, boolean failed) {
        return McpSchema.CallToolResult.builder()
                .addTextContent(JsonMapping.text(answer))
                .structuredContent(answer)
                .isError(failed)
                .build();
    }
}
