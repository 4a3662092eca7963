package io.countersign.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.countersign.system.UpstreamServer.Mood;
import jakarta.json.JsonObject;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Calls of tools through the gateway, against a server that keeps a ledger: none without agreement, none twice. */
class GatewayCallsIT {

    private final TestServer house = TestServer.mortal();
    private final TestUsers cast = TestUsers.of(house);
    private final UpstreamServer upstream =
            new UpstreamServer().with("wipe", "Wipes a host").with("read", "Reads a host");
    private final String name = Fixtures.unique("up").toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "-");
    private String server;

    @BeforeEach
    void register() {
        server = cast.admin
                .post(
                        "/v1/mcp-servers",
                        "{\"name\":\"" + name + "\",\"url\":\"" + upstream.url() + "\","
                                + "\"credentials\":{\"bearer_secret\":\"FIREWALL_API_KEY\"},"
                                // every key here is made by the admin who registers the server: at high risk none of
                                // them counts
                                + "\"default\":{\"mode\":\"always\",\"risk_level\":\"medium\"},"
                                + "\"tools\":[{\"name\":\"read\",\"mode\":\"never\"}]}")
                .expect(201)
                .data()
                .getString("uuid");
    }

    @AfterEach
    void stop() {
        upstream.close();
    }

    private JsonObject rpc(Api client, String method, String params) {
        return client.post(
                        "/mcp/servers/" + name,
                        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"" + method + "\",\"params\":" + params + "}",
                        Map.of("Accept", "application/json, text/event-stream", "Content-Type", "application/json"))
                .expect(200)
                .json();
    }

    private JsonObject call(String tool, String arguments) {
        return rpc(cast.agent, "tools/call", "{\"name\":\"" + tool + "\",\"arguments\":" + arguments + "}")
                .getJsonObject("result");
    }

    private CompletableFuture<JsonObject> begun(String tool, String arguments) {
        return CompletableFuture.supplyAsync(() -> call(tool, arguments));
    }

    private List<JsonObject> pending() {
        return cast.alex
                .get("/v1/workflow-approvals?status=pending&tool_name=" + name + "/wipe&page_size=500")
                .expect(200)
                .json()
                .getJsonArray("data")
                .getValuesAs(JsonObject.class);
    }

    private String asked() {
        return Await.until("a request for the call", () -> pending().stream()
                .map(request -> request.getString("uuid"))
                .findFirst()
                .orElse(null));
    }

    private JsonObject result(Api client, String request) {
        return rpc(
                client,
                "tools/call",
                "{\"name\":\"countersign_get_result\",\"arguments\":{\"approval_request_uuid\":\"" + request + "\"}}");
    }

    private void approve(String request) {
        cast.alex.post(WhoMayDecideIT.path(request, "approve"), "{}").expect(200);
    }

    private static String status(JsonObject result) {
        return result.getJsonObject("structuredContent").getString("status");
    }

    private static String text(JsonObject result) {
        return result.getJsonArray("content").getJsonObject(0).getString("text");
    }

    private JsonObject lastRun() {
        return cast.author
                .get("/v1/workflow-runs?kind=tool_call&page_size=1")
                .expect(200)
                .json()
                .getJsonArray("data")
                .getJsonObject(0);
    }

    @Test
    void anAgreedCallIsMadeOnceWithTheBytesThatWereAskedFor() {
        String odd = "{ \"b\" : 1.50,  \"a\":[12345678901234567.891, \"\\u00e4\"] }";
        CompletableFuture<JsonObject> call = begun("wipe", odd);
        String request = asked();
        assertEquals(List.of(), upstream.ledger());
        JsonObject shown = Fixtures.approval(cast.alex, request);
        assertEquals("tool", shown.getString("kind"));
        assertEquals(name + "/wipe", shown.getString("tool_name"));
        assertTrue(shown.getJsonObject("parameters").toString().contains("12345678901234567.891"));
        approve(request);
        JsonObject result = call.join();
        assertEquals("wipe done", text(result));
        assertEquals("success", result.getJsonObject("_meta").getString("countersign/status"));
        assertEquals(1, upstream.callsWith(odd));
        JsonObject run = lastRun();
        assertEquals("tool_call", run.getString("kind"));
        assertEquals(name + "/wipe", run.getString("tool_name"));
        assertEquals(server, run.getString("mcp_server_uuid"));
        assertEquals(request, run.getString("approval_request_uuid"));
        assertEquals("wipe done", text(result(cast.agent, request).getJsonObject("result")));
        assertEquals(1, upstream.ledger().size());
        // the requests of this server alone, and nobody else's result
        assertTrue(result(cast.author, request).getJsonObject("result").getBoolean("isError"));
    }

    @Test
    void aNeverToolPassesAndIsARun() {
        JsonObject result = call("read", "{\"host\":\"h1\"}");
        assertEquals("read done", text(result));
        JsonObject run = lastRun();
        assertEquals("success", run.getString("status"));
        assertEquals("h1", run.getJsonObject("parameters").getString("host"));
        assertTrue(run.isNull("approval_request_uuid"));
    }

    @Test
    void aClientSeesAcceptedToolsAsTheyAre() {
        String tools = rpc(cast.agent, "tools/list", "{}").toString();
        assertTrue(tools.contains("Wipes a host") && tools.contains("countersign_get_result"), tools);
        assertEquals(1, tools.split("outputSchema", -1).length - 1, "only of the tool that passes through");
        upstream.with("wipe", "Wipes the world").with("later", "Came later");
        cast.admin.post("/v1/mcp-servers/" + server + "/refresh", "{}").expect(200);
        tools = rpc(cast.agent, "tools/list", "{}").toString();
        assertFalse(tools.contains("Wipes") || tools.contains("later"), tools);
        for (String tool : List.of("wipe", "later", "nothing")) {
            assertTrue(
                    rpc(cast.agent, "tools/call", "{\"name\":\"" + tool + "\",\"arguments\":{}}")
                            .containsKey("error"),
                    tool);
        }
        assertEquals(List.of(), upstream.ledger());
    }

    @Test
    void anUnknownInactiveServerIsNotThereAndOthersMayNotCall() {
        String body = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}";
        cast.agent.post("/mcp/servers/no-such-server", body).refused(404, "NOT_FOUND");
        house.api(null).post("/mcp/servers/" + name, body).refused(401, "UNAUTHORIZED");
        cast.admin
                .patch("/v1/mcp-servers/" + server, "{\"state\":\"inactive\"}")
                .expect(200);
        cast.agent.post("/mcp/servers/" + name, body).refused(404, "NOT_FOUND");
    }

    @Test
    void theSameCallJoinsWhatIsPendingAndARejectedOneIsNotMade() {
        String arguments = "{\"host\":\"h2\"}";
        List<CompletableFuture<JsonObject>> calls = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            calls.add(begun("wipe", arguments));
        }
        String request = asked();
        // what nobody decides meanwhile is answered with how it stands
        calls.forEach(call -> {
            assertEquals("pending_approval", status(call.join()));
            assertEquals(request, call.join().getJsonObject("structuredContent").getString("approval_request_uuid"));
        });
        assertEquals(1, pending().size());
        cast.alex
                .post(WhoMayDecideIT.path(request, "reject"), "{\"reason\":\"not that one\"}")
                .expect(200);
        JsonObject rejected = result(cast.agent, request).getJsonObject("result");
        assertEquals("rejected", status(rejected));
        assertTrue(rejected.getBoolean("isError"));
        assertEquals(List.of(), upstream.ledger());
    }

    @Test
    void whatChangesAfterAskingCancelsAndNothingIsCalled() {
        CompletableFuture<JsonObject> first = begun("wipe", "{\"n\":1}");
        String request = asked();
        // the server says otherwise between the agreement and the call
        upstream.with("wipe", "Wipes everything");
        approve(request);
        assertEquals("cancelled", status(first.join()));
        assertEquals(List.of(), upstream.ledger());

        upstream.with("wipe", "Wipes a host");
        cast.admin.post("/v1/mcp-servers/" + server + "/refresh", "{}").expect(200);
        CompletableFuture<JsonObject> second = begun("wipe", "{\"n\":2}");
        request = asked();
        cast.admin
                .patch("/v1/mcp-servers/" + server, "{\"timeout_seconds\":30}")
                .expect(200);
        assertEquals("cancelled", status(second.join()));
        cast.alex.post(WhoMayDecideIT.path(request, "approve"), "{}").refused(409, "APPROVAL_ALREADY_DECIDED");

        CompletableFuture<JsonObject> third = begun("wipe", "{\"n\":3}");
        request = asked();
        cast.alex
                .post(WhoMayDecideIT.path(request, "revise"), "{\"parameters\":{\"n\":4},\"comment\":\"four\"}")
                .expect(200);
        String digest = Fixtures.approval(cast.blake, request).getString("arguments_sha256");
        cast.blake
                .post(WhoMayDecideIT.path(request, "approve"), "{\"arguments_sha256\":\"" + digest + "\"}")
                .expect(200);
        assertEquals("wipe done", text(third.join()));
        assertEquals(1, upstream.callsWith("{\"n\":4}"));
        assertEquals(1, upstream.ledger().size());

        CompletableFuture<JsonObject> fourth = begun("wipe", "{\"n\":5}");
        asked();
        cast.admin.delete("/v1/mcp-servers/" + server).expect(204);
        assertEquals("cancelled", status(fourth.join()));
        assertEquals(1, upstream.ledger().size());
    }

    @Test
    void howeverTheServerAnswersNothingIsSentTwiceAndNoCredentialShows() {
        for (Mood mood : Mood.values()) {
            upstream.mood(mood);
            int before = upstream.ledger().size();
            JsonObject result = call("read", "{\"mood\":\"" + mood + "\"}");
            assertEquals(1, upstream.ledger().size() - before, mood.toString());
            JsonObject run = lastRun();
            String wanted =
                    switch (mood) {
                        case PLAIN, EVENTS, ECHO_CREDENTIALS -> "success";
                        case HANG_UP -> "interrupted";
                        case ERROR, TOOL_ERROR, REDIRECT, LONG -> "failed";
                    };
            assertEquals(wanted, run.getString("status"), run.toString());
            assertEquals(!wanted.equals("success"), result.getBoolean("isError", false), result.toString());
            String all = result + run.toString();
            assertFalse(all.contains(TestServer.FIREWALL_KEY), all);
        }
    }

    @Test
    void aKillSwitchAndTheLimitOfCallsStopWhatComes() {
        JsonObject stop = cast.admin
                .post("/v1/kill-switch", "{\"scope\":\"server\",\"target\":\"" + name + "\",\"reason\":\"a drill\"}")
                .expect(201)
                .data();
        JsonObject blocked = call("read", "{}");
        assertTrue(blocked.toString().contains("kill_switch"), blocked.toString());
        assertTrue(blocked.getBoolean("isError"));
        cast.admin.delete("/v1/kill-switch/" + stop.getString("uuid")).expect(204);
        cast.admin
                .patch("/v1/mcp-servers/" + server, "{\"calls_per_minute\":1}")
                .expect(200);
        JsonObject limited = call("read", "{}");
        assertTrue(limited.toString().contains("RATE_LIMITED"), limited.toString());
        assertTrue(limited.toString().contains("retry_after"), limited.toString());
        assertEquals(List.of(), upstream.ledger());
    }

    @Test
    void aKeyOfTheClientsMakesTwoCallsOne() {
        String params =
                "{\"name\":\"read\",\"arguments\":{\"n\":%d},\"_meta\":{\"countersign/idempotency_key\":\"k\"}}";
        rpc(cast.agent, "tools/call", params.formatted(1));
        assertEquals(
                "read done",
                text(rpc(cast.agent, "tools/call", params.formatted(1)).getJsonObject("result")));
        assertTrue(rpc(cast.agent, "tools/call", params.formatted(2)).toString().contains("CONFLICT"));
        assertEquals(1, upstream.ledger().size());
    }

    @Test
    void thePowerFailsBetweenAgreementAndCall() {
        List<String> requests = new ArrayList<>();
        upstream.delay(200);
        for (int i = 0; i < 4; i++) {
            String arguments = "{\"power\":" + i + "}";
            CompletableFuture<JsonObject> call = begun("wipe", arguments);
            int before = i;
            requests.add(Await.until(
                    "request " + i,
                    () -> pending().size() == before + 1 ? pending().get(0).getString("uuid") : null));
            // its client is gone when the power fails
            call.exceptionally(gone -> null);
        }
        try {
            requests.forEach(this::approve);
        } catch (UncheckedIOException gone) {
            // settled after the restart
        }
        house.killNine();
        house.up();
        requests.forEach(request -> {
            Api.Answer again = cast.alex.post(WhoMayDecideIT.path(request, "approve"), "{}");
            assertTrue(again.status() == 200 || again.status() == 409, again.text());
        });
        for (int i = 0; i < requests.size(); i++) {
            JsonObject run = Fixtures.endedRun(cast.author, requests.get(i));
            long seen = upstream.callsWith("{\"power\":" + i + "}");
            String status = run.getString("status");
            assertTrue(Set.of("success", "interrupted").contains(status), run.toString());
            assertTrue(status.equals("success") ? seen == 1 : seen <= 1, status + " was called " + seen + " times");
        }
    }
}
