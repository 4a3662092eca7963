package io.countersign.web.mcp;

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

    private final String name;
    private final String description;
    private final Map<String, Object> properties = new LinkedHashMap<>();
    private final List<String> required = new ArrayList<>();

    private McpTool(String name, String description) {
        this.name = name;
        this.description = description;
    }

    /** What a tool does with its arguments, for this caller. An answer that has to be waited for is a future. */
    @FunctionalInterface
    interface Deed {
        Object of(Map<String, Object> arguments, McpCaller caller);
    }

    static McpTool of(String name, String description) {
        return new McpTool(name, description);
    }

    McpTool needs(String argument, String type, String meaning) {
        required.add(argument);
        return takes(argument, type, meaning);
    }

    McpTool takes(String argument, String type, String meaning) {
        properties.put(argument, Map.of("type", type, "description", meaning));
        return this;
    }

    AsyncToolSpecification does(Deed deed) {
        McpSchema.Tool tool = McpSchema.Tool.builder()
                .name(name)
                .description(description)
                .inputSchema(Map.of(
                        "type",
                        "object",
                        "properties",
                        properties,
                        "required",
                        required,
                        "additionalProperties",
                        false))
                .build();
        return new AsyncToolSpecification(tool, (context, request) -> call(deed, context, request));
    }

    /** A refusal is the tool's answer, with the code and message of the REST contract. */
    private static Mono<McpSchema.CallToolResult> call(
            Deed deed, McpTransportContext context, McpSchema.CallToolRequest request) {
        try {
            Map<String, Object> arguments = request.arguments() == null ? Map.of() : request.arguments();
            Object answer = deed.of(arguments, McpCaller.in(context));
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
