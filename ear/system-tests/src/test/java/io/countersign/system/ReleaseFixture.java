package io.countersign.system;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Properties;

/**
 * One of everything that a database can hold, made over REST. {@link MakeReleaseFixture} keeps the result of a release;
 * {@code UpgradeIT} opens it with the present one.
 */
final class ReleaseFixture {
    /** Where the fixtures of earlier releases are, a folder each, named by the schema's version. */
    static final Path FOLDER =
            Path.of(System.getProperty("countersign.root", "../..")).resolve("ejb/schema/src/test/resources/released");

    /** API keys are hashed under it; the one who opens the fixture has to know it. */
    static final String SERVER_KEY = "release-fixture-server-key-0123456789abcdefghij";

    /** Longer than any server that makes the fixture lives, and still there when a later one opens it. */
    private static final String LONG = ",\"approval_timeout_seconds\":604800";

    /** Text that H2 and PostgreSQL count differently. */
    private static final String REASON = "it beacons \\uD83D\\uDEA8 every 60 s, déjà vu";

    private final TestServer house;
    private final TestUsers cast;
    private final Properties keys = new Properties();

    ReleaseFixture(TestServer house) {
        this.house = house;
        this.cast = TestUsers.of(house);
    }

    /** Fills the server's database and answers what the opener has to know: keys and the ids of requests. */
    Properties fill() {
        keys.setProperty("key.alex", cast.alex.key());
        keys.setProperty("key.blake", cast.blake.key());
        keys.setProperty("key.agent", cast.agent.key());
        settings();
        String plain = Fixtures.workflow(cast.author, "Block an address", LONG + ",\"tags\":[\"containment\"]");
        String two = Fixtures.workflow(
                cast.author,
                "Block an address, two people",
                LONG + ",\"approval_type\":\"multi\",\"required_approvers\":2,\"required_roles\":[\"approver\"]"
                        + ",\"escalation\":[{\"after_seconds\":600000,\"roles\":[\"soc-lead\"]}]");
        versionsAndStates(plain);
        ended(plain);
        pending(plain, two);
        emergency();
        tools();
        killSwitches(plain);
        changesThatWait();
        return keys;
    }

    /** What admins set: bindings, the catalogue, policies, keys. */
    private void settings() {
        cast.admin
                .post(
                        "/v1/secrets",
                        "{\"name\":\"FIREWALL_API_KEY\",\"organizations\":[],\"workflows\":[],\"hosts\":[\"127.0.0.1\"],\"handle\":false}")
                .expect(201);
        cast.admin
                .post(
                        "/v1/tools",
                        "{\"tool_name\":\"isolate_host\",\"action_type\":\"CONTAINMENT\",\"risk_level\":\"high\",\"approval_type\":\"manual\"}")
                .expect(201);
        cast.admin.post("/v1/approval-policies", """
                        {"name":"critical needs two","kind":"severity","when":{"risk_levels":["critical"]},
                         "then":{"approval_type":"multi","required_approvers":2,"required_roles":["approver"]}}""").expect(201);
        String revoked = cast.admin
                .post(
                        "/v1/api-keys",
                        "{\"name\":\"revoked\",\"key_type\":\"agent\",\"owner\":\"sam\",\"organization_id\":\"north\",\"scopes\":[\"workflows:read\"]}")
                .expect(201)
                .data()
                .getString("uuid");
        cast.admin.delete("/v1/api-keys/" + revoked).expect(204);
    }

    private void versionsAndStates(String plain) {
        String code = Fixtures.blockIp(FakeServices.get().target.url() + "/api/block")
                .replace("\"Blocked \"", "\"Has blocked \"");
        cast.author
                .patch("/v1/workflows/" + plain, "{\"code\":" + Api.string(code) + "}")
                .expect(200);
        cast.author
                .post(
                        "/v1/workflows",
                        "{\"name\":\"A draft\",\"state\":\"draft\",\"documentation\":\"" + REASON + "\",\"code\":"
                                + Api.string(code) + "}",
                        Map.of("Idempotency-Key", "release-fixture-1"))
                .expect(201);
        String archived = Fixtures.workflow(cast.author, "An archived one", "");
        cast.author.delete("/v1/workflows/" + archived).expect(204);
    }

    private void ended(String workflow) {
        String approved = ask(workflow, "192.0.2.1");
        cast.alex
                .post(path(approved, "approve"), "{\"comment\":\"" + REASON + "\"}")
                .expect(200);
        Fixtures.endedRun(cast.author, approved);
        keys.setProperty("request.approved", approved);
        String rejected = ask(workflow, "192.0.2.2");
        cast.blake
                .post(path(rejected, "reject"), "{\"reason\":\"a false alarm\"}")
                .expect(200);
        keys.setProperty("request.rejected", rejected);
        String cancelled = ask(workflow, "192.0.2.3");
        cast.agent
                .post(path(cancelled, "cancel"), "{\"reason\":\"not needed\"}")
                .expect(200);
        keys.setProperty("request.cancelled", cancelled);
    }

    private void pending(String plain, String two) {
        keys.setProperty("request.pending", ask(plain, "192.0.2.4"));
        String voted = ask(two, "192.0.2.5");
        cast.alex.post(path(voted, "approve"), "{}").expect(200);
        keys.setProperty("request.voted", voted);
        String revised = ask(two, "192.0.2.6");
        cast.alex.post(path(revised, "approve"), "{}").expect(200);
        cast.blake
                .post(
                        path(revised, "revise"),
                        "{\"indicator\":{\"type\":\"ip\",\"value\":\"192.0.2.7\"},\"comment\":\"the other one\"}")
                .expect(200);
        keys.setProperty("request.revised", revised);
        Instant now = Instant.now();
        cast.alex
                .post(
                        "/v1/delegations",
                        "{\"to\":\"casey\",\"roles\":[\"approver\"],\"from_time\":\"" + now.minusSeconds(60)
                                + "\",\"to_time\":\"" + now.plus(Duration.ofDays(7)) + "\",\"reason\":\"away\"}")
                .expect(201);
    }

    private void emergency() {
        String workflow = Fixtures.workflow(cast.author, "Block at once", LONG + ",\"approval_type\":\"emergency\"");
        Api emma = TestUsers.approver(house, "emma", "\"emergency-approver\"");
        String request = ask(workflow, "192.0.2.8");
        emma.post(path(request, "approve"), "{}").expect(200);
        Fixtures.endedRun(cast.author, request);
        keys.setProperty("request.emergency", request);
    }

    private void tools() {
        String body = "{\"tool_name\":\"isolate_host\",\"action_type\":\"CONTAINMENT\",\"reason\":\"" + REASON
                + "\",\"parameters\":{\"host\":\"host-17\"},\"timeout_seconds\":604800,\"session_id\":\"s-1\","
                + "\"incident_id\":\"i-1\",\"callback_url\":\""
                + FakeServices.get().target.url() + "/callback\"}";
        String decided = tool(body);
        cast.casey.post(path(decided, "approve"), "{}").expect(200);
        keys.setProperty("request.tool", tool(body));
    }

    private String tool(String body) {
        return cast.agent.post("/v1/approvals", body).expect(202).data().getString("approval_request_uuid");
    }

    /** One released, one engaged, under which an approved run stays queued. */
    private void killSwitches(String workflow) {
        String released = engage("{\"scope\":\"all\",\"reason\":\"drill\"}");
        cast.admin.delete("/v1/kill-switch/" + released).expect(204);
        String held = Fixtures.workflow(cast.author, "Held by a kill switch", LONG);
        String queued = ask(held, "192.0.2.9");
        keys.setProperty(
                "kill_switch",
                engage("{\"scope\":\"workflow\",\"target\":\"" + held + "\",\"reason\":\"" + REASON + "\"}"));
        cast.alex.post(path(queued, "approve"), "{}").expect(200);
        keys.setProperty("request.queued", queued);
        keys.setProperty("workflow", workflow);
    }

    private String engage(String body) {
        return cast.admin.post("/v1/kill-switch", body).expect(201).data().getString("uuid");
    }

    /** Once there are two admins a policy waits for the other one. */
    private void changesThatWait() {
        JsonObject second = cast.admin.post("/v1/api-keys", """
                        {"name":"second admin","key_type":"human","owner":"ruth","roles":["soc-admin"],"scopes":["admin"]}""").expect(201).data();
        keys.setProperty("key.ruth", second.getString("key"));
        keys.setProperty(
                "request.change",
                cast.admin.post("/v1/approval-policies", """
                                {"name":"look-ups are harmless","kind":"auto","when":{"tool_name":"lookup"},"then":{"decision":"approve"}}""").expect(202).data().getString("approval_request_uuid"));
    }

    private String ask(String workflow, String ip) {
        return cast.agent
                .post(
                        "/v1/workflows/" + workflow + "/execute",
                        "{\"indicator\":{\"type\":\"ip\",\"value\":\"" + ip + "\"},\"reason\":\"" + REASON
                                + "\",\"confidence\":0.92}")
                .expect(202)
                .data()
                .getString("approval_request_uuid");
    }

    static String path(String request, String verb) {
        return "/v1/workflow-approvals/" + request + "/" + verb;
    }

    /** Writes properties without the date that the JDK's own writer adds. */
    static void write(Properties properties, Path file) throws IOException {
        StringBuilder text = new StringBuilder();
        properties.stringPropertyNames().stream().sorted().forEach(name -> text.append(name)
                .append('=')
                .append(properties.getProperty(name))
                .append('\n'));
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(text.toString().getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
        }
    }
}
