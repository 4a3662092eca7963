package io.countersign.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.countersign.client.McpServer;
import io.countersign.client.McpTool;
import jakarta.json.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** MCP servers behind this one: kept by administrators, and no tool of theirs counts that nobody has accepted as it is. */
class GatewayServersIT {

    private final TestServer house = TestServer.shared();
    private final Api admin = TestUsers.of(house).admin;
    private final UpstreamServer upstream =
            new UpstreamServer().with("read", "Reads").with("wipe", "Wipes");

    @AfterEach
    void stop() {
        upstream.close();
    }

    private String body(String name, String more) {
        return "{\"name\":\"" + name + "\",\"url\":\"" + upstream.url() + "\"" + more + "}";
    }

    private static String name() {
        return Fixtures.unique("up").toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]", "-");
    }

    /** The one whom another administrator has agreed to. */
    private JsonObject made(String name, String more) {
        Fixtures.agreed(admin, admin.post("/v1/mcp-servers", body(name, more)).expect(202));
        return found(name);
    }

    private JsonObject found(String name) {
        return admin
                .get("/v1/mcp-servers?page_size=500")
                .expect(200)
                .json()
                .getJsonArray("data")
                .getValuesAs(JsonObject.class)
                .stream()
                .filter(server -> server.getString("name").equals(name))
                .findFirst()
                .orElse(null);
    }

    private JsonObject tool(String path, String name) {
        return admin.get(path + "/tools").expect(200).json().getJsonArray("data").getValuesAs(JsonObject.class).stream()
                .filter(tool -> tool.getString("name").equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aServerTakesTwoAdministratorsAndItsFirstToolsComeWithIt() {
        String name = name();
        Api.Answer asked = admin.post("/v1/mcp-servers", body(name, "")).expect(202);
        assertEquals(null, found(name));
        Fixtures.agreed(admin, asked);
        JsonObject server = found(name);
        RecordsAndWireIT.same(McpServer.class, server);
        String path = "/v1/mcp-servers/" + server.getString("uuid");
        JsonObject wipe = tool(path, "wipe");
        RecordsAndWireIT.same(McpTool.class, wipe);
        assertEquals("accepted", wipe.getString("status"));
        assertEquals("always", wipe.getString("mode"));
        admin.post("/v1/mcp-servers", body(name, "")).refused(409, "CONFLICT");
    }

    @Test
    void badFieldsAreNamedAndAddressesGuarded() {
        Api.Answer refused = admin.post(
                        "/v1/mcp-servers",
                        "{\"name\":\"x\",\"url\":\"http://169.254.169.254/mcp\",\"default\":{\"required_roles\":[\"nobody-has-it\"]}}")
                .refused(422, "VALIDATION_ERROR");
        assertTrue(refused.text().contains("\"url\""), refused.text());
        assertTrue(refused.text().contains("default.required_roles"), refused.text());
        assertTrue(admin.post("/v1/mcp-servers", "{\"name\":\"x\",\"url\":\"https://a.example\",\"colour\":1}")
                .refused(422, "VALIDATION_ERROR")
                .text()
                .contains("colour"));
        house.login("sam").get("/v1/mcp-servers").refused(403, "FORBIDDEN");
    }

    @Test
    void aChangedToolIsAnotherToolUntilItIsAcceptedByFingerprint() {
        String path = "/v1/mcp-servers/" + made(name(), "").getString("uuid");
        String seen = tool(path, "wipe").getString("fingerprint");
        upstream.with("wipe", "Wipes everything").with("third", "Came later");
        admin.post(path + "/refresh", "{}").expect(200);
        assertEquals("changed", tool(path, "wipe").getString("status"));
        assertEquals("new", tool(path, "third").getString("status"));
        assertEquals("accepted", tool(path, "read").getString("status"));
        admin.post(path + "/tools/wipe/accept", "{\"fingerprint\":\"" + seen + "\"}")
                .refused(409, "CONFLICT");
        String now = tool(path, "wipe").getString("fingerprint");
        Api.Answer asked = admin.post(path + "/tools/wipe/accept", "{\"fingerprint\":\"" + now + "\"}")
                .expect(202);
        assertEquals("changed", tool(path, "wipe").getString("status"));
        Fixtures.agreed(admin, asked);
        assertEquals("accepted", tool(path, "wipe").getString("status"));
        // agreed to one thing, and by then it is another: nothing is accepted
        asked = admin.post(
                        path + "/tools/third/accept",
                        "{\"fingerprint\":\"" + tool(path, "third").getString("fingerprint") + "\"}")
                .expect(202);
        upstream.with("third", "Changed again");
        admin.post(path + "/refresh", "{}").expect(200);
        Fixtures.agreed(admin, asked);
        assertEquals("new", tool(path, "third").getString("status"));
    }

    @Test
    void limitsChangeAtOnceAndTheRestTakesAnother() {
        JsonObject server = made(name(), "");
        String path = "/v1/mcp-servers/" + server.getString("uuid");
        String tag = admin.get(path).header("ETag");
        admin.send("PATCH", path, "{\"calls_per_minute\":5}", Map.of("If-Match", tag))
                .expect(200);
        admin.send("PATCH", path, "{\"calls_per_minute\":6}", Map.of("If-Match", tag))
                .refused(409, "CONFLICT");
        Api.Answer asked =
                admin.patch(path, "{\"default\":{\"mode\":\"never\"}}").expect(202);
        assertEquals("always", tool(path, "wipe").getString("mode"));
        Fixtures.agreed(admin, asked);
        assertEquals("never", tool(path, "wipe").getString("mode"));
        admin.patch(path, "{\"name\":\"another\"}").refused(422, "VALIDATION_ERROR");
        admin.delete(path).expect(204);
        admin.get(path).refused(404, "NOT_FOUND");
    }

    @Test
    void credentialsAreNamesAndGoWithEveryRequest() {
        JsonObject server = made(name(), ",\"credentials\":{\"bearer_secret\":\"FIREWALL_API_KEY\"}");
        assertFalse(upstream.authorizations().isEmpty());
        assertTrue(
                upstream.authorizations().stream().allMatch(sent -> sent.equals("Bearer " + TestServer.FIREWALL_KEY)));
        assertFalse(server.toString().contains(TestServer.FIREWALL_KEY));
    }
}
