package io.countersign.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What agents' tools do beyond asking: repeat safely, find, withdraw; and what they make of nonsense. */
class McpToolsIT {
    private static final int NONSENSE = 400;
    private static final List<String> TOOLS = List.of(
            "list_workflows",
            "execute_workflow",
            "get_run",
            "get_approval",
            "request_approval",
            "search_requests",
            "cancel_request",
            "no_such_tool");
    private static final List<String> FIELDS = List.of(
            "workflow_uuid",
            "run_uuid",
            "approval_uuid",
            "reason",
            "confidence",
            "wait_seconds",
            "status",
            "page",
            "page_size",
            "parameters",
            "idempotency_key",
            "tool_name",
            "required_roles",
            "q");
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "-1",
            "1e999",
            "0.1234567890123456789",
            "9223372036854775808",
            "\"\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"../../etc\"",
            "\"3f0c4a3e-0000-4000-8000-000000000000\"",
            "[]",
            "[null]",
            "[[[]]]",
            "{}",
            "{\"a\":{\"b\":[1,{}]}}",
            "\"" + "x".repeat(3000) + "\"");

    private final TestServer house = TestServer.shared();
    private final TestUsers cast = TestUsers.of(house);

    @Test
    void theSameCallWithTheSameKeyIsOneRequest() {
        String key = Fixtures.unique("key");
        String first = asked("pay", ",\"idempotency_key\":" + Api.string(key), Map.of());
        assertEquals(first, asked("pay", ",\"idempotency_key\":" + Api.string(key), Map.of()));
        assertEquals(first, asked("pay", "", Map.of("Idempotency-Key", key)));
        assertNotEquals(first, asked("pay", "", Map.of()));
        JsonObject other =
                tool("request_approval", ask("pay more", ",\"idempotency_key\":" + Api.string(key)), Map.of());
        assertTrue(other.getBoolean("isError"), other.toString());
        assertTrue(other.toString().contains("CONFLICT"), other.toString());
    }

    @Test
    void aRepeatedExecutionIsOneRequest() {
        String workflow = Fixtures.workflow(cast.author, Fixtures.unique("MCP once"), "");
        String arguments = """
                {"workflow_uuid":"%s","indicator_type":"ip","indicator_value":"203.0.113.120",
                 "reason":"it beacons","confidence":0.9,"idempotency_key":"%s"}""".formatted(workflow, Fixtures.unique("key"));
        JsonObject first = tool("execute_workflow", arguments, Map.of()).getJsonObject("structuredContent");
        JsonObject again = tool("execute_workflow", arguments, Map.of()).getJsonObject("structuredContent");
        assertEquals("pending_approval", first.getString("status"));
        assertEquals(first, again);
    }

    @Test
    void requestsAreFoundAndWithdrawn() {
        String asked = asked("regretted", "", Map.of());
        JsonObject found =
                tool("search_requests", "{\"status\":[\"pending\"],\"mine\":true,\"page_size\":500}", Map.of());
        assertTrue(found.toString().contains(asked), found.toString());
        JsonObject gone =
                tool("cancel_request", "{\"approval_uuid\":\"" + asked + "\",\"reason\":\"not needed\"}", Map.of());
        assertEquals("cancelled", gone.getJsonObject("structuredContent").getString("status"));
        JsonObject late =
                tool("cancel_request", "{\"approval_uuid\":\"" + asked + "\",\"reason\":\"not needed\"}", Map.of());
        assertTrue(late.toString().contains("APPROVAL_ALREADY_DECIDED"), late.toString());
    }

    @Test
    void workflowsAreFoundInShortAndInPages() {
        String name = Fixtures.unique("MCP findable");
        String workflow = Fixtures.workflow(cast.author, name, "");
        JsonObject page = tool("list_workflows", "{\"q\":" + Api.string(name) + ",\"page_size\":1}", Map.of())
                .getJsonObject("structuredContent");
        assertEquals(1, page.getInt("total"));
        JsonObject found = page.getJsonArray("workflows").getJsonObject(0);
        assertEquals(workflow, found.getString("uuid"));
        assertFalse(found.containsKey("code"));
        assertTrue(found.toString().length() < 1000, found.toString());
        JsonObject wrong = tool("list_workflows", "{\"page_size\":501}", Map.of());
        assertTrue(wrong.toString().contains("page_size"), wrong.toString());
    }

    @Test
    void promptsBeginATriage() {
        String listed = call("prompts/list", "{}", Map.of()).expect(200).text();
        assertTrue(listed.contains("triage_indicator") && listed.contains("follow_request"), listed);
        String got = call(
                        "prompts/get",
                        "{\"name\":\"triage_indicator\",\"arguments\":{\"indicator_type\":\"ip\",\"indicator_value\":\"203.0.113.9\"}}",
                        Map.of())
                .expect(200)
                .text();
        assertTrue(got.contains("203.0.113.9"), got);
        JsonObject lacking = call("prompts/get", "{\"name\":\"triage_indicator\",\"arguments\":{}}", Map.of())
                .expect(200)
                .json();
        assertEquals(-32602, lacking.getJsonObject("error").getInt("code"), lacking.toString());
    }

    @Test
    void nonsenseIsRefusedAndNeverFailsTheServer() {
        Random random = new Random(4711);
        for (int i = 0; i < NONSENSE; i++) {
            String body = nonsense(random);
            Api.Answer answer = cast.agent.post("/mcp", body);
            assertTrue(answer.status() < 500, () -> answer.status() + " for " + body);
            assertFalse(
                    answer.text().matches("(?s).*(Exception|java\\.|jackson|jakarta|reactor|io\\.modelcontext).*"),
                    () -> body + " was answered by " + answer.text());
            JsonObject json = answer.json();
            if (json.containsKey("error")) {
                assertNotEquals(-32603, json.getJsonObject("error").getInt("code"), () -> body + ": " + answer.text());
            } else {
                assertFalse(answer.text().contains("\"code\":\"INTERNAL"), () -> body + ": " + answer.text());
            }
        }
    }

    private static String nonsense(Random random) {
        if (random.nextInt(10) == 0) {
            String method = pick(
                    random,
                    List.of("initialize", "resources/read", "prompts/get", "tools/list", "completion/complete", "x"));
            return "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"" + method + "\",\"params\":" + pick(random, VALUES)
                    + "}";
        }
        StringBuilder arguments = new StringBuilder("{");
        int count = random.nextInt(5);
        for (int i = 0; i < count; i++) {
            arguments
                    .append(i == 0 ? "" : ",")
                    .append('"')
                    .append(pick(random, FIELDS))
                    .append("\":")
                    .append(pick(random, VALUES));
        }
        return "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"" + pick(random, TOOLS)
                + "\",\"arguments\":" + arguments + "}}}";
    }

    private static String pick(Random random, List<String> from) {
        return from.get(random.nextInt(from.size()));
    }

    private String asked(String reason, String more, Map<String, String> headers) {
        JsonObject result = tool("request_approval", ask(reason, more), headers);
        JsonObject answer = result.getJsonObject("structuredContent");
        assertEquals("pending_approval", answer.getString("status", null), result.toString());
        return answer.getString("approval_request_uuid");
    }

    private static String ask(String reason, String more) {
        return "{\"tool_name\":\"pay\",\"reason\":\"" + reason + "\"" + more + "}";
    }

    private JsonObject tool(String name, String arguments, Map<String, String> headers) {
        JsonObject answer = call("tools/call", "{\"name\":\"" + name + "\",\"arguments\":" + arguments + "}", headers)
                .expect(200)
                .json();
        assertNull(answer.get("error"), answer.toString());
        return answer.getJsonObject("result");
    }

    private Api.Answer call(String method, String params, Map<String, String> headers) {
        return cast.agent.post(
                "/mcp",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"" + method + "\",\"params\":" + params + "}",
                headers);
    }
}
