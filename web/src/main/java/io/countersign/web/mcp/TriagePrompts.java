package io.countersign.web.mcp;

import io.modelcontextprotocol.server.McpStatelessServerFeatures.AsyncPromptSpecification;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

/** Prompts that a person picks in a client, to begin the triage of an indicator or to follow a request. */
final class TriagePrompts {

    private TriagePrompts() {}

    static List<AsyncPromptSpecification> all() {
        return List.of(
                prompt(
                        "triage_indicator",
                        "Triage an indicator",
                        "Judge an indicator and propose a response",
                        Map.of("indicator_type", "Its type, such as ip or domain", "indicator_value", "The indicator"),
                        "Judge the indicator %2$s of type %1$s. Find workflows that take it with list_workflows and its argument"
                                + " indicator_type. If one is called for, ask for it with execute_workflow; give a reason that a"
                                + " person can check and your honest confidence. People decide; do not ask twice for the same."),
                prompt(
                        "follow_request",
                        "Follow a request",
                        "Wait for a decision and report the outcome",
                        Map.of("approval_uuid", "The request"),
                        "Follow the request for approval %1$s with get_approval and wait_seconds until it is decided. If it has a"
                                + " run, follow that with get_run. Then report what was decided by whom, and the outcome. A"
                                + " rejection is final: do not ask again in other words."));
    }

    private static AsyncPromptSpecification prompt(
            String name, String title, String description, Map<String, String> arguments, String text) {
        List<String> names = arguments.keySet().stream().sorted().toList();
        McpSchema.Prompt prompt = new McpSchema.Prompt(
                name,
                title,
                description,
                names.stream()
                        .map(it -> new McpSchema.PromptArgument(it, arguments.get(it), true))
                        .toList());
        return new AsyncPromptSpecification(prompt, (context, request) -> {
            List<Object> values = new ArrayList<>();
            for (String argument : names) {
                Object value =
                        request.arguments() == null ? null : request.arguments().get(argument);
                if (!(value instanceof String given) || given.isBlank()) {
                    return Mono.error(McpError.builder(McpSchema.ErrorCodes.INVALID_PARAMS)
                            .message("The argument " + argument + " must be a string.")
                            .build());
                }
                values.add(given);
            }
            return Mono.just(new McpSchema.GetPromptResult(
                    description,
                    List.of(new McpSchema.PromptMessage(
                            McpSchema.Role.USER, new McpSchema.TextContent(text.formatted(values.toArray()))))));
        });
    }
}
