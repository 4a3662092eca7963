package io.countersign.web.mcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.modelcontextprotocol.spec.McpSchema;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Hosts refuse a whole server for one schema that breaks their rules; these are the rules of the strictest. */
class ToolSchemasTest {

    private static final Set<String> TYPES = Set.of("string", "integer", "number", "boolean", "array", "object");

    static Stream<McpSchema.Tool> tools() {
        return Stream.concat(new WorkflowTools().all().stream(), new RequestTools().all().stream())
                .map(specification -> specification.tool());
    }

    @ParameterizedTest
    @MethodSource("tools")
    void everyHostTakesTheSchemas(McpSchema.Tool tool) {
        assertTrue(tool.name().matches("[a-zA-Z0-9_-]{1,64}"), tool.name());
        assertFalse(tool.title().isBlank());
        assertFalse(tool.description().isBlank());
        Map<String, Object> input = tool.inputSchema();
        assertEquals("object", input.get("type"));
        assertEquals(Boolean.FALSE, input.get("additionalProperties"));
        check(tool.name(), input);
        assertEquals("object", tool.outputSchema().get("type"));
        check(tool.name(), tool.outputSchema());
        Map<?, ?> arguments = (Map<?, ?>) input.get("properties");
        assertTrue(arguments.containsKey("idempotency_key"), tool.name());
        arguments.forEach((name, schema) ->
                assertTrue(((Map<?, ?>) schema).get("description") instanceof String, tool.name() + "." + name));
    }

    @ParameterizedTest
    @MethodSource("tools")
    void whatActsIsToldFromWhatReads(McpSchema.Tool tool) {
        boolean reads = Set.of("list_workflows", "get_run", "get_approval", "search_requests")
                .contains(tool.name());
        assertEquals(reads, tool.annotations().readOnlyHint(), tool.name());
        boolean destroys = Set.of("execute_workflow", "cancel_request").contains(tool.name());
        assertEquals(destroys, tool.annotations().destructiveHint(), tool.name());
    }

    private static void check(String path, Map<?, ?> schema) {
        assertTrue(schema.get("type") instanceof String type && TYPES.contains(type), path + ": one known type");
        for (String alternative : List.of("$ref", "anyOf", "oneOf", "allOf", "not")) {
            assertFalse(schema.containsKey(alternative), path + ": " + alternative);
        }
        if (schema.get("enum") instanceof List<?> words) {
            assertFalse(words.isEmpty(), path);
            assertEquals(words.size(), new HashSet<>(words).size(), path + ": each word once");
        }
        if ("array".equals(schema.get("type"))) {
            assertTrue(schema.get("items") instanceof Map<?, ?>, path + ": items");
            check(path + "[]", (Map<?, ?>) schema.get("items"));
        }
        if ("object".equals(schema.get("type"))) {
            assertTrue(schema.get("properties") instanceof Map<?, ?>, path + ": properties");
            Map<?, ?> properties = (Map<?, ?>) schema.get("properties");
            if (schema.get("required") instanceof List<?> required) {
                assertTrue(properties.keySet().containsAll(required), path + ": required ones are described");
            }
            properties.forEach((name, each) -> {
                assertTrue(String.valueOf(name).matches("[a-zA-Z0-9_.-]{1,64}"), path + "." + name);
                check(path + "." + name, (Map<?, ?>) each);
            });
        }
    }
}
