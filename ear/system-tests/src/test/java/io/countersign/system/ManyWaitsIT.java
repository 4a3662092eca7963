package io.countersign.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Waits of one key, more of them than the server has threads: everybody else is served meanwhile. */
class ManyWaitsIT {
    private static final int WAITS = 240;
    private static final int PER_SECOND = 60;

    private final TestServer house = TestServer.shared();
    private final TestUsers cast = TestUsers.of(house);
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    @Test
    void theServerAnswersWhileHundredsWait() {
        String approval = pending();
        String other = pending();
        String workflow = Fixtures.workflow(cast.author, Fixtures.unique("stopped meanwhile"), "");
        List<CompletableFuture<HttpResponse<String>>> waits = new ArrayList<>();
        for (int i = 0; i < WAITS; i++) {
            waits.add(i % 2 == 0 ? overMcp(approval, "\"" + i + "\"") : overRest(approval));
            if (i % PER_SECOND == PER_SECOND - 1) {
                Await.pause(1000);
            }
        }
        assertEquals(200, house.api(null).get("/health/live").status());
        assertEquals(
                403,
                house.api(null)
                        .get("/v1/approvals/" + other + "/decide?token=" + "A".repeat(43))
                        .status());
        JsonObject stop = cast.admin
                .post("/v1/kill-switch", "{\"scope\":\"workflow\",\"target\":\"" + workflow + "\",\"reason\":\"test\"}")
                .expect(201)
                .data();
        cast.admin.delete("/v1/kill-switch/" + stop.getString("uuid")).expect(204);
        long open = waits.stream().filter(wait -> !wait.isDone()).count();
        assertTrue(open > WAITS / 2, () -> "only " + open + " waits were open meanwhile");
        cast.alex
                .post("/v1/workflow-approvals/" + approval + "/reject", "{\"reason\":\"no\"}")
                .expect(200);
        for (CompletableFuture<HttpResponse<String>> wait : waits) {
            HttpResponse<String> answer = wait.join();
            assertEquals(200, answer.statusCode(), answer.body());
            assertTrue(
                    answer.body().contains("\"rejected\"") || answer.body().contains("\\\"pending\\\""), answer.body());
        }
    }

    @Test
    void aCancelledCallIsAnsweredWithHowThingsStand() {
        String approval = pending();
        CompletableFuture<HttpResponse<String>> wait = overMcp(approval, "\"call-4711\"");
        Await.until("the wait has been cancelled", () -> {
            cast.agent
                    .post(
                            "/mcp",
                            "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":\"call-4711\"}}")
                    .expect(202);
            return wait.isDone() ? true : null;
        });
        assertTrue(wait.join().body().contains("\"pending\""), wait.join().body());
        assertEquals("pending", Fixtures.approval(cast.alex, approval).getString("status"));
    }

    @Test
    void aCallWhoseClientHangsUpLeavesTheRequestAlone() throws IOException {
        String approval = pending();
        URI base = URI.create(house.api(null).base());
        try (Socket socket = new Socket(base.getHost(), base.getPort())) {
            byte[] body = get(approval, "1").getBytes(StandardCharsets.UTF_8);
            OutputStream out = socket.getOutputStream();
            out.write(("POST /mcp HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + cast.agent.key()
                            + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(body);
            out.flush();
            // the first byte of the answer comes while the call waits
            assertFalse(socket.getInputStream().read() < 0);
        }
        cast.alex.post("/v1/workflow-approvals/" + approval + "/approve", "{}").expect(200);
    }

    private CompletableFuture<HttpResponse<String>> overMcp(String approval, String id) {
        return client.sendAsync(
                request("/mcp")
                        .POST(HttpRequest.BodyPublishers.ofString(get(approval, id)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private CompletableFuture<HttpResponse<String>> overRest(String approval) {
        return client.sendAsync(
                request("/v1/workflow-approvals/" + approval + "?wait=60").GET().build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(cast.agent.base() + path))
                .timeout(Duration.ofSeconds(90))
                .header("Authorization", "Bearer " + cast.agent.key())
                .header("Content-Type", "application/json");
    }

    private static String get(String approval, String id) {
        return "{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"method\":\"tools/call\",\"params\":{\"name\":\"get_approval\","
                + "\"arguments\":{\"approval_uuid\":\"" + approval + "\",\"wait_seconds\":60}}}";
    }

    private String pending() {
        return cast.agent
                .post("/v1/approvals", "{\"tool_name\":\"wait_for_me\",\"reason\":\"to be waited for\"}")
                .expect(202)
                .data()
                .getString("approval_request_uuid");
    }
}
