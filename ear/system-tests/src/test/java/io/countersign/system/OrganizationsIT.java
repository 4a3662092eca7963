package io.countersign.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Two organizations share one house: at no door does either find what the other owns. */
class OrganizationsIT {
    private static final String NOBODY = UUID.randomUUID().toString();

    private final TestServer house = TestServer.shared();
    private final TestUsers cast = TestUsers.of(house);
    private final String unique = NOBODY.substring(0, 8);
    private final Api south = member("south", "approver", "workflow-author", "soc-analyst");
    private final Api north = member("north", "approver", "workflow-author", "soc-analyst");
    private final Api southAdmin = member("south", "soc-admin");
    private final Api northAdmin = member("north", "soc-admin");

    @Test
    void anotherOrganizationsWorkflowDoesNotExistAtAnyDoor() {
        String workflow = workflow(south, "");
        String path = "/v1/workflows/" + workflow;
        for (String door : List.of("", "/versions", "/versions/1", "/versions/1/diff?against=1", "/runs")) {
            south.get(path + door).expect(200);
            cast.author.get(path + door).expect(200);
            sameAsNone(north.get(path + door), north.get("/v1/workflows/" + NOBODY + door));
        }
        north.patch(path, "{\"tags\":[\"ours\"]}").refused(404, "NOT_FOUND");
        north.patch(path, "{\"code\":\"public class No\"}").refused(404, "NOT_FOUND");
        north.post(path + "/restore", "{\"version\":1}").refused(404, "NOT_FOUND");
        north.delete(path).refused(404, "NOT_FOUND");
        north.post(path + "/execute", Fixtures.execute("203.0.113.60")).refused(404, "NOT_FOUND");
        north.post(path + "/test", "{\"indicator\":{\"type\":\"ip\",\"value\":\"203.0.113.60\"}}")
                .refused(404, "NOT_FOUND");
        assertFalse(listed(north, "/v1/workflows", uuid(workflow)));
        assertTrue(listed(south, "/v1/workflows", uuid(workflow)));
        assertTrue(listed(cast.author, "/v1/workflows", uuid(workflow)));
        south.patch(path, "{\"tags\":[\"ours\"]}").expect(200);
    }

    @Test
    void anotherOrganizationsRunDoesNotExistAtAnyDoor() {
        String workflow = workflow(south, ",\"approval_mode\":\"never\"");
        String run = run(south, workflow);
        String path = "/v1/workflow-runs/" + run;
        for (String door : List.of("", "?wait=1", "/events")) {
            south.get(path + door).expect(200);
            sameAsNone(north.get(path + door), north.get("/v1/workflow-runs/" + NOBODY + door));
        }
        north.post(path + "/cancel", "{\"reason\":\"ours\"}").refused(404, "NOT_FOUND");
        String filtered = "/v1/workflow-runs?workflow_uuid=" + workflow;
        assertFalse(listed(north, filtered, uuid(run)));
        assertTrue(listed(south, filtered, uuid(run)));
        assertTrue(listed(cast.author, filtered, uuid(run)));
    }

    @Test
    void anotherOrganizationsRequestDoesNotExistAtAnyDoor() {
        String approval = Fixtures.ask(south, workflow(south, ""), "203.0.113.68");
        for (Api foreign : List.of(north, northAdmin)) {
            for (String resource : List.of("/v1/workflow-approvals/", "/v1/approvals/")) {
                for (String wait : List.of("", "?wait=1")) {
                    south.get(resource + approval + wait).expect(200);
                    sameAsNone(foreign.get(resource + approval + wait), foreign.get(resource + NOBODY + wait));
                }
            }
            Map.of(
                            "approve", "{}",
                            "reject", "{\"reason\":\"ours\"}",
                            "cancel", "{\"reason\":\"ours\"}",
                            "review", "{\"verdict\":\"justified\",\"comment\":\"ours\"}",
                            "revise", "{\"comment\":\"ours\",\"parameters\":{\"a\":1}}")
                    .forEach((action, body) -> foreign.post(WhoMayDecideIT.path(approval, action), body)
                            .refused(404, "NOT_FOUND"));
            assertFalse(listed(foreign, "/v1/workflow-approvals", uuid(approval)));
        }
        assertTrue(listed(south, "/v1/workflow-approvals", uuid(approval)));
    }

    @Test
    void aRunOfASharedWorkflowBelongsToWhoeverAskedForIt() {
        String shared = workflow(cast.author, ",\"approval_mode\":\"never\"");
        String gated = workflow(cast.author, "");
        north.get("/v1/workflows/" + shared).expect(200);
        String run = run(south, shared);
        north.get("/v1/workflow-runs/" + run).refused(404, "NOT_FOUND");

        String approval = Fixtures.ask(south, gated, "203.0.113.61");
        north.get("/v1/workflow-approvals/" + approval).refused(404, "NOT_FOUND");
        cast.alex.post(WhoMayDecideIT.path(approval, "approve"), "{}").expect(200);
        String agreed = Fixtures.endedRun(south, approval).getString("uuid");
        north.get("/v1/workflow-runs/" + agreed).refused(404, "NOT_FOUND");
        assertFalse(listed(north, "/v1/workflows/" + shared + "/runs", row -> true));
    }

    @Test
    void peopleOfAnOrganizationMakeAndKeepWhatTheyMakeWithinIt() {
        JsonObject made = south.get("/v1/workflows/" + workflow(south, "")).data();
        assertEquals("south-" + unique, made.getString("organization_id"));
        south.post("/v1/workflows", body(",\"organization_id\":\"north-" + unique + "\""))
                .refused(422, "VALIDATION_ERROR");
        south.patch("/v1/workflows/" + made.getString("uuid"), "{\"organization_id\":\"north-" + unique + "\"}")
                .refused(422, "VALIDATION_ERROR");
        south.patch("/v1/workflows/" + made.getString("uuid"), "{\"organization_id\":null}")
                .expect(200);
        assertEquals(
                "south-" + unique,
                south.get("/v1/workflows/" + made.getString("uuid")).data().getString("organization_id"));
        Api.Answer shared = south.patch("/v1/workflows/" + workflow(cast.author, ""), "{\"tags\":[\"ours\"]}")
                .refused(403, "FORBIDDEN");
        assertEquals("organization", shared.details().getString("reason"));
    }

    @Test
    void figuresAndTheRecordAreTheOrganizationsOwn() {
        long southern = runs(south);
        long northern = runs(north);
        String workflow = workflow(south, ",\"approval_mode\":\"never\"");
        run(south, workflow);
        assertEquals(southern + 1, runs(south));
        assertEquals(northern, runs(north));
        long before = pending(north);
        Fixtures.ask(south, workflow(south, ""), "203.0.113.62");
        assertEquals(before, pending(north));

        Predicate<JsonObject> aboutIt = row -> workflow.equals(row.getString("target_uuid", ""));
        assertTrue(listed(south, "/v1/audit?target_uuid=" + workflow, aboutIt));
        assertFalse(listed(north, "/v1/audit?target_uuid=" + workflow, aboutIt));
        assertFalse(listed(northAdmin, "/v1/audit?target_uuid=" + workflow, aboutIt));
        assertTrue(listed(cast.admin, "/v1/audit?target_uuid=" + workflow, aboutIt));

        String approval = Fixtures.ask(south, workflow(south, ""), "203.0.113.66");
        south.post(WhoMayDecideIT.path(approval, "approve"), "{}").refused(403, "FORBIDDEN");
        String refused = "/v1/audit?action=approval.decision_refused&target_uuid=" + approval;
        assertTrue(listed(south, refused, row -> true), "what was tried on its own request");
        assertFalse(listed(north, refused, row -> true));
    }

    @Test
    void aKillSwitchOfAnOrganizationStopsItsRunsAndNoOthers() {
        String southern = workflow(south, ",\"approval_mode\":\"never\"");
        String northern = workflow(north, ",\"approval_mode\":\"never\"");
        String pulled = southAdmin
                .post("/v1/kill-switch", "{\"scope\":\"all\",\"reason\":\"a drill in the south\"}")
                .expect(201)
                .data()
                .getString("uuid");
        try {
            south.post("/v1/workflows/" + southern + "/execute", Fixtures.execute("203.0.113.63"))
                    .refused(403, "FORBIDDEN");
            north.post("/v1/workflows/" + northern + "/execute", Fixtures.execute("203.0.113.63"))
                    .expect(202);
            assertTrue(listed(southAdmin, "/v1/kill-switch", uuid(pulled)));
            assertFalse(listed(northAdmin, "/v1/kill-switch", uuid(pulled)));
            northAdmin.delete("/v1/kill-switch/" + pulled).refused(404, "NOT_FOUND");
        } finally {
            southAdmin.delete("/v1/kill-switch/" + pulled).expect(204);
        }
        south.post("/v1/workflows/" + southern + "/execute", Fixtures.execute("203.0.113.63"))
                .expect(202);
    }

    @Test
    void anAdministratorOfAnOrganizationReleasesNothingOfTheHouse() {
        String pulled = cast.admin
                .post("/v1/kill-switch", "{\"scope\":\"integration\",\"target\":\"entra\",\"reason\":\"a drill\"}")
                .expect(201)
                .data()
                .getString("uuid");
        try {
            southAdmin.delete("/v1/kill-switch/" + pulled).refused(403, "FORBIDDEN");
        } finally {
            cast.admin.delete("/v1/kill-switch/" + pulled).expect(204);
        }
    }

    @Test
    void policiesAndTheOutboxAreTheHouses() {
        southAdmin.get("/v1/approval-policies").refused(403, "FORBIDDEN");
        southAdmin
                .post(
                        "/v1/approval-policies",
                        "{\"name\":\"ours\",\"kind\":\"auto\",\"enabled\":true,\"priority\":1,\"when\":{},\"then\":{\"decision\":\"approve\"}}")
                .refused(403, "FORBIDDEN");
        southAdmin.get("/v1/notifications").refused(403, "FORBIDDEN");
    }

    @Test
    void anAdministratorOfAnOrganizationMakesKeysWithinItOnly() {
        String wish = "{\"name\":\"more\",\"key_type\":\"agent\",\"owner\":\"south-approver-" + unique
                + "\",\"scopes\":[\"workflows:read\"]%s}";
        southAdmin
                .post(
                        "/v1/api-keys",
                        wish.replace("south-approver", "north-approver").formatted(""))
                .refused(422, "VALIDATION_ERROR");
        JsonObject made =
                southAdmin.post("/v1/api-keys", wish.formatted("")).expect(201).data();
        assertEquals("south-" + unique, made.getString("organization_id"));
        southAdmin
                .post("/v1/api-keys", wish.formatted(",\"organization_id\":\"north-" + unique + "\""))
                .refused(422, "VALIDATION_ERROR");
        String path = "/v1/api-keys/" + made.getString("uuid");
        northAdmin.get(path).refused(404, "NOT_FOUND");
        northAdmin.delete(path).refused(404, "NOT_FOUND");
        assertFalse(listed(northAdmin, "/v1/api-keys", uuid(made.getString("uuid"))));
        southAdmin.delete(path).expect(204);
    }

    @Test
    void nobodyLendsARoleIntoAnotherOrganization() {
        south.post("/v1/delegations", delegation("north-approver-" + unique)).refused(422, "VALIDATION_ERROR");
        Realm.of(house).ensure("south-second-" + unique, List.of("approver"), "south-" + unique);
        JsonObject made = south.post("/v1/delegations", delegation("south-second-" + unique))
                .expect(201)
                .data();
        String path = "/v1/delegations/" + made.getString("uuid");
        assertTrue(listed(southAdmin, "/v1/delegations", uuid(made.getString("uuid"))));
        assertFalse(listed(northAdmin, "/v1/delegations", uuid(made.getString("uuid"))));
        northAdmin.get(path).refused(404, "NOT_FOUND");
        northAdmin.delete(path).refused(404, "NOT_FOUND");
        southAdmin.delete(path).expect(204);
    }

    @Test
    void anAdministratorOfAnotherOrganizationCancelsNothing() {
        String approval = Fixtures.ask(south, workflow(south, ""), "203.0.113.67");
        northAdmin
                .post(WhoMayDecideIT.path(approval, "cancel"), "{\"reason\":\"ours\"}")
                .refused(404, "NOT_FOUND");
        southAdmin
                .post(WhoMayDecideIT.path(approval, "cancel"), "{\"reason\":\"a drill\"}")
                .expect(200);
    }

    private static String delegation(String to) {
        return """
                {"to":"%s","roles":[],"from_time":"2026-01-01T00:00:00Z","to_time":"%s","reason":"away"}""".formatted(to, Instant.now().plus(Duration.ofDays(1)).truncatedTo(ChronoUnit.SECONDS)).replace(
                "2026-01-01T00:00:00Z",
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
    }

    @Test
    void anAgentFindsNothingOfAnotherOrganizationOverMcp() {
        String workflow = workflow(south, ",\"approval_mode\":\"never\"");
        String run = run(south, workflow);
        for (String scheme : List.of("calseta", "countersign")) {
            assertTrue(resource(south, scheme + "://workflows").contains(workflow));
            assertFalse(resource(north, scheme + "://workflows").contains(workflow));
            assertTrue(resource(south, scheme + "://workflows/" + workflow).contains("BlockIp"));
            String refused = resource(north, scheme + "://workflows/" + workflow);
            assertTrue(refused.contains("NOT_FOUND"), refused);
        }
        assertFalse(tool(north, "list_workflows", "{}").contains(workflow));
        assertTrue(tool(south, "list_workflows", "{}").contains(workflow));
        String asked = tool(
                north,
                "execute_workflow",
                "{\"workflow_uuid\":\"%s\",\"indicator_type\":\"ip\",\"indicator_value\":\"203.0.113.64\",\"reason\":\"x\",\"confidence\":0.5}"
                        .formatted(workflow));
        assertTrue(asked.contains("NOT_FOUND"), asked);
        String read = tool(north, "get_run", "{\"run_uuid\":\"" + run + "\"}");
        assertTrue(read.contains("NOT_FOUND"), read);
        assertTrue(tool(south, "get_run", "{\"run_uuid\":\"" + run + "\"}").contains("success"));
    }

    /** A person of the organization who has signed in. */
    private Api member(String organization, String... roles) {
        String name = String.join("-", organization, roles[0], unique);
        Realm.of(house).ensure(name, List.of(roles), organization + "-" + unique);
        return house.login(name);
    }

    private static String body(String more) {
        return """
                {"name":%s,"code":%s,"state":"active","indicator_types":["ip"],
                 "allowed_secrets":["FIREWALL_API_KEY"],"allowed_hosts":["127.0.0.1"]%s}""".formatted(
                        Api.string(Fixtures.unique("Organizations")),
                        Api.string(Fixtures.blockIp(FakeServices.get().target.url() + "/api/block")),
                        more);
    }

    private static String workflow(Api author, String more) {
        return Fixtures.live(author, author.post("/v1/workflows", body(more)));
    }

    private static String run(Api by, String workflow) {
        JsonObject run = by.post(
                        "/v1/workflows/" + workflow + "/execute",
                        Fixtures.execute("203.0.113.65"),
                        Map.of("Prefer", "wait=60"))
                .expect(200)
                .data();
        assertEquals("success", run.getString("status"));
        return run.getString("uuid");
    }

    private static long runs(Api viewer) {
        return viewer.get("/v1/metrics/summary")
                .data()
                .getJsonObject("runs")
                .getJsonNumber("total")
                .longValue();
    }

    private static long pending(Api viewer) {
        return viewer.get("/v1/metrics/summary")
                .data()
                .getJsonObject("approvals")
                .getJsonNumber("pending")
                .longValue();
    }

    /** Nothing in the answer tells that there is something. */
    private static void sameAsNone(Api.Answer hidden, Api.Answer none) {
        assertEquals(404, hidden.status());
        assertEquals(404, none.status());
        String id = hidden.json().getJsonObject("error").getString("message");
        assertEquals(
                none.json().getJsonObject("error").getString("message").replace(NOBODY, ""),
                id.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", ""));
    }

    private static Predicate<JsonObject> uuid(String uuid) {
        return row -> row.getString("uuid").equals(uuid);
    }

    private static boolean listed(Api viewer, String path, Predicate<JsonObject> wanted) {
        String size = (path.contains("?") ? "&" : "?") + "page_size=500";
        JsonArray rows = viewer.get(path + size).expect(200).json().getJsonArray("data");
        return rows.stream().map(JsonValue::asJsonObject).anyMatch(wanted);
    }

    private static String resource(Api agent, String uri) {
        return mcp(agent, "resources/read", "{\"uri\":\"" + uri + "\"}");
    }

    private static String tool(Api agent, String name, String arguments) {
        return mcp(agent, "tools/call", "{\"name\":\"" + name + "\",\"arguments\":" + arguments + "}");
    }

    private static String mcp(Api agent, String method, String params) {
        return agent.post(
                        "/mcp",
                        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"" + method + "\",\"params\":" + params + "}",
                        Map.of("Accept", "application/json, text/event-stream"))
                .text();
    }
}
