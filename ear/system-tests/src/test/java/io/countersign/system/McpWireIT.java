package io.countersign.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** MCP on the wire: read as REST is, and waited for without a thread. */
class McpWireIT {
    private static final int WAITING = 40;

    private final TestServer house = TestServer.shared();
    private final TestUsers cast = TestUsers.of(house);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "400|-32600|null",
                "400|-32700|{",
                "200|-32602|{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\"}",
                "200|-32601|{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"nothing/like/it\"}",
                "400|-32700|{\"jsonrpc\":\"2.0\",\"id\":1,\"id\":1,\"method\":\"ping\"}",
                "400|-32600|{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"params\":{\"x\":\"\\ud800\"}}"
            })
    void errorsAreJsonRpcErrorsAndNameNoClass(int status, int code, String body) {
        Api.Answer answer = cast.agent.post("/mcp", body).expect(status);
        assertEquals(code, answer.json().getJsonObject("error").getInt("code"), answer.text());
        assertFalse(answer.text().matches("(?s).*(Exception|java\\.|jackson|io\\.).*"), answer.text());
    }

    @Test
    void numbersKeepEveryDigit() {
        String asked = tool(
                        "request_approval",
                        "{\"tool_name\":\"pay\",\"reason\":\"due\",\"parameters\":{\"amount\":12345678901234567.891}}",
                        "")
                .expect(200)
                .json()
                .getJsonObject("result")
                .getJsonObject("structuredContent")
                .getString("approval_request_uuid");
        String record = cast.alex.get("/v1/approvals/" + asked).expect(200).text();
        assertTrue(record.contains("12345678901234567.891"), record);
    }

    @Test
    void foreignNamesAndVersionsAreRefused() {
        String ping = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}";
        cast.agent.post("/mcp", ping).expect(200);
        cast.agent
                .post("/mcp", ping, Map.of("Origin", "http://evil.example.com"))
                .refused(403, "FORBIDDEN");
        cast.agent
                .post("/mcp", ping, Map.of("MCP-Protocol-Version", "1999-01-01"))
                .expect(400);
    }

    @Test
    void manyWaitsHoldNoThreadAndEndBeforeClientsGiveUp() throws Exception {
        String approval = pending();
        ExecutorService agents = Executors.newFixedThreadPool(WAITING);
        try {
            long from = System.nanoTime();
            List<Future<Api.Answer>> waits = new ArrayList<>();
            for (int i = 0; i < WAITING; i++) {
                waits.add(agents.submit(() -> wait(approval, 60, "")));
            }
            Thread.sleep(2000);
            long asked = System.nanoTime();
            assertEquals(200, house.api(null).get("/health/live").status());
            Duration health = Duration.ofNanos(System.nanoTime() - asked);
            assertTrue(health.toMillis() < 1000, () -> "the server answered after " + health);
            for (Future<Api.Answer> wait : waits) {
                assertEquals("pending", state(wait.get().expect(200).json()));
            }
            Duration all = Duration.ofNanos(System.nanoTime() - from);
            assertTrue(all.toSeconds() < 25, () -> "the last wait ended after " + all);
        } finally {
            agents.shutdownNow();
        }
    }

    @Test
    void whoWantsToHearOfProgressHearsOfIt() {
        Api.Answer answer = wait(pending(), 7, ",\"_meta\":{\"progressToken\":\"p-1\"}");
        assertEquals("text/event-stream;charset=UTF-8", answer.header("Content-Type"));
        assertTrue(answer.text().contains("\"notifications/progress\""), answer.text());
        assertTrue(answer.text().contains("\"progressToken\":\"p-1\""), answer.text());
        assertTrue(answer.text().trim().contains("\"id\":1"), answer.text());
    }

    private String pending() {
        return cast.agent
                .post("/v1/approvals", "{\"tool_name\":\"wait_for_me\",\"reason\":\"to be waited for\"}")
                .expect(202)
                .data()
                .getString("approval_request_uuid");
    }

    private static String state(JsonObject answer) {
        return answer.getJsonObject("result").getJsonObject("structuredContent").getString("status");
    }

    private Api.Answer wait(String approval, int seconds, String more) {
        return tool("get_approval", "{\"approval_uuid\":\"" + approval + "\",\"wait_seconds\":" + seconds + "}", more);
    }

    private Api.Answer tool(String name, String arguments, String more) {
        return cast.agent.post(
                "/mcp",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"" + name
                        + "\",\"arguments\":" + arguments + more + "}}",
                Map.of("Accept", "application/json, text/event-stream"));
    }
}
