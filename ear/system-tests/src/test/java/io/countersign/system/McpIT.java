package io.countersign.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The same keys, scopes and rules over MCP; whoever calls there is an agent. */
class McpIT {
    private final TestServer house = TestServer.shared();
    private final TestUsers cast = TestUsers.of(house);

    @Test
    void withoutAKeyOrFromAForeignPageNobodyIsServed() {
        assertEquals(401, call(house.api(null), "tools/list", "{}", Map.of()).status());
        assertEquals(
                401, call(house.api("csk_wrong"), "tools/list", "{}", Map.of()).status());
        assertEquals(
                403,
                call(cast.agent, "tools/list", "{}", Map.of("Origin", "https://evil.example"))
                        .status());
        call(cast.agent, "tools/list", "{}", Map.of()).expect(200);
    }

    @Test
    void scopesComeFromTheKeyAndFromNothingInTheMessage() {
        Api reader = house.api(TestUsers.key(house, """
                {"name":"reader","key_type":"agent","owner":"sam","scopes":["workflows:read"]}"""));
        String workflow = Fixtures.workflow(cast.author, Fixtures.unique("MCP scopes"), "");
        String said = tool(reader, "execute_workflow", arguments(workflow, ""));
        assertTrue(said.contains("FORBIDDEN"), said);
        String claimed = tool(reader, "execute_workflow", arguments(workflow, ",\"scopes\":[\"admin\"]"));
        assertTrue(claimed.contains("FORBIDDEN") || claimed.contains("VALIDATION_ERROR"), claimed);
    }

    @Test
    void whoeverCallsIsAnAgentWhateverTheKey() {
        String workflow =
                Fixtures.workflow(cast.author, Fixtures.unique("MCP agent"), ",\"approval_mode\":\"agent_only\"");
        JsonObject asked = json(tool(cast.author, "execute_workflow", arguments(workflow, "")));
        assertEquals("pending_approval", asked.getString("status"));
        String approval = asked.getString("approval_request_uuid");
        JsonObject record = Fixtures.approval(cast.author, approval);
        assertEquals("agent", record.getString("trigger_type"));
        assertEquals("maya", record.getString("requested_by"));
        cast.author.post(WhoMayDecideIT.path(approval, "approve"), "{}").refused(403, "FORBIDDEN");
        String unsaid = tool(
                cast.author,
                "execute_workflow",
                "{\"workflow_uuid\":\"" + workflow
                        + "\",\"indicator_type\":\"ip\",\"indicator_value\":\"203.0.113.120\"}");
        assertTrue(unsaid.contains("reason") && unsaid.contains("confidence"), unsaid);
    }

    @Test
    void anAgentAsksWaitsForThePeopleAndReadsItsRun() {
        String workflow = Fixtures.workflow(cast.author, Fixtures.unique("MCP story"), "");
        String approval = json(tool(cast.agent, "execute_workflow", arguments(workflow, "")))
                .getString("approval_request_uuid");
        cast.alex.post(WhoMayDecideIT.path(approval, "approve"), "{}").expect(200);
        JsonObject agreed =
                json(tool(cast.agent, "get_approval", "{\"approval_uuid\":\"" + approval + "\",\"wait_seconds\":60}"));
        assertEquals("approved", agreed.getString("status"));
        JsonObject run = json(tool(
                cast.agent, "get_run", "{\"run_uuid\":\"" + agreed.getString("run_uuid") + "\",\"wait_seconds\":60}"));
        assertEquals("success", run.getString("status"));
    }

    @Test
    void anAgentAsksForApprovalOfAnythingElse() {
        JsonObject asked = json(tool(
                cast.agent,
                "request_approval",
                "{\"tool_name\":\"wipe_phone\",\"reason\":\"lost\",\"parameters\":{\"phone\":\"P-1\"}}"));
        JsonObject record = Fixtures.approval(cast.alex, asked.getString("approval_request_uuid"));
        assertEquals("wipe_phone", record.getString("tool_name"));
        assertEquals("P-1", record.getJsonObject("parameters").getString("phone"));
    }

    @Test
    void theListHoldsActiveWorkflowsOnlyAndNoCode() {
        String active = Fixtures.workflow(cast.author, Fixtures.unique("MCP active"), "");
        String inactive = Fixtures.workflow(cast.author, Fixtures.unique("MCP inactive"), "");
        cast.author
                .patch("/v1/workflows/" + inactive, "{\"state\":\"inactive\"}")
                .expect(200);
        for (String scheme : new String[] {"calseta", "countersign"}) {
            JsonObject list =
                    json(text(call(cast.agent, "resources/read", "{\"uri\":\"" + scheme + "://workflows\"}", Map.of())
                            .expect(200)
                            .json()
                            .getJsonObject("result")
                            .getJsonArray("contents")
                            .getJsonObject(0)));
            assertEquals(list.getJsonArray("workflows").size(), list.getInt("count"));
            assertTrue(list.toString().contains(active));
            assertFalse(list.toString().contains(inactive));
            assertFalse(list.toString().contains("implements Workflow"));
        }
    }

    private static String text(JsonObject content) {
        return content.getString("text");
    }

    private static String arguments(String workflow, String more) {
        return """
                {"workflow_uuid":"%s","indicator_type":"ip","indicator_value":"203.0.113.120",
                 "reason":"it beacons","confidence":0.9%s}""".formatted(workflow, more);
    }

    /** What the tool says, good or bad. */
    private static String tool(Api agent, String name, String arguments) {
        JsonObject answer = call(
                        agent, "tools/call", "{\"name\":\"" + name + "\",\"arguments\":" + arguments + "}", Map.of())
                .expect(200)
                .json();
        JsonObject result = answer.getJsonObject("result");
        return result == null
                ? answer.toString()
                : text(result.getJsonArray("content").getJsonObject(0));
    }

    private static JsonObject json(String text) {
        return Json.createReader(new StringReader(text)).readObject();
    }

    private static Api.Answer call(Api agent, String method, String params, Map<String, String> more) {
        Map<String, String> headers = new HashMap<>(more);
        headers.put("Accept", "application/json, text/event-stream");
        return agent.post(
                "/mcp",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"" + method + "\",\"params\":" + params + "}",
                headers);
    }
}
