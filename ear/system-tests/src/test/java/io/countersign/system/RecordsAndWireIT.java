package io.countersign.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.countersign.client.ApiKey;
import io.countersign.client.ApprovalRequest;
import io.countersign.client.AuditRow;
import io.countersign.client.CheckReport;
import io.countersign.client.Delegation;
import io.countersign.client.Diff;
import io.countersign.client.KillSwitch;
import io.countersign.client.McpServer;
import io.countersign.client.Notification;
import io.countersign.client.Policy;
import io.countersign.client.Replay;
import io.countersign.client.Run;
import io.countersign.client.Summary;
import io.countersign.client.TestReport;
import io.countersign.client.Verification;
import io.countersign.client.Version;
import io.countersign.client.Workflow;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every field that the server answers has its place in the REST client's records, and the other way round. */
class RecordsAndWireIT {
    private final TestServer house = TestServer.shared();
    private final TestUsers cast = TestUsers.of(house);

    @Test
    void whatIsAskedDecidedAndRun() {
        String workflow = Fixtures.workflow(cast.author, Fixtures.unique("Drift"), "");
        String approval = Fixtures.ask(cast.agent, workflow, "203.0.113.80");
        cast.blake.post(WhoMayDecideIT.path(approval, "revise"), """
                        {"parameters":{"zone":"dmz"},"comment":"only there"}""").expect(200);
        String approve = WhoMayDecideIT.path(approval, "approve");
        assertEquals(
                "revised",
                cast.alex
                        .post(approve, "{\"comment\":\"fine\"}")
                        .refused(409, "CONFLICT")
                        .details()
                        .getString("reason"));
        String digest = Fixtures.approval(cast.alex, approval).getString("arguments_sha256");
        cast.alex
                .post(approve, "{\"comment\":\"fine\",\"arguments_sha256\":\"" + digest + "\"}")
                .expect(200);
        same(Run.class, Fixtures.endedRun(cast.author, approval));
        same(ApprovalRequest.class, Fixtures.approval(cast.author, approval));
        String path = "/v1/workflows/" + workflow;
        same(Workflow.class, one(cast.author, path));
        same(Version.class, one(cast.author, path + "/versions/1"));
        same(Diff.class, one(cast.author, path + "/versions/1/diff?against=1"));
        same(
                CheckReport.class,
                cast.author
                        .post("/v1/workflows/validate", "{\"code\":\"class\"}")
                        .expect(200)
                        .data());
        same(
                TestReport.class,
                cast.author
                        .post(path + "/test", "{\"indicator\":{\"type\":\"ip\",\"value\":\"203.0.113.81\"}}")
                        .expect(200)
                        .data());
    }

    @Test
    void whatAdministratorsRead() {
        String tool = Fixtures.uniqueTool("tool");
        String policy = "{\"name\":\"x\",\"kind\":\"auto\",\"when\":{\"tool_name\":\"" + tool
                + "\"},\"then\":{\"decision\":\"approve\"}}";
        same(
                Replay.class,
                cast.admin
                        .post("/v1/approval-policies/replay", "{\"policy\":" + policy + "}")
                        .expect(200)
                        .data());
        // the draft as the body itself
        same(
                Replay.class,
                cast.admin
                        .post("/v1/approval-policies/replay", policy.replaceFirst("}$", ",\"last\":5}"))
                        .expect(200)
                        .data());
        cast.admin.post("/v1/approval-policies/replay", "{\"last\":5}").refused(422, "VALIDATION_ERROR");
        same(AuditRow.class, first(cast.admin, "/v1/audit?page_size=1"));
        same(Verification.class, one(cast.admin, "/v1/audit/verify"));
        same(Summary.class, one(cast.admin, "/v1/metrics/summary"));
        same(Notification.class, first(cast.admin, "/v1/notifications?page_size=1"));
        String stop = "{\"scope\":\"integration\",\"target\":\"entra\",\"reason\":\"a drill\"}";
        JsonObject pulled = cast.admin.post("/v1/kill-switch", stop).expect(201).data();
        same(KillSwitch.class, pulled);
        cast.admin.delete("/v1/kill-switch/" + pulled.getString("uuid")).expect(204);
        JsonObject made = cast.admin.post("/v1/api-keys", """
                        {"name":"drift","key_type":"agent","owner":"sam","scopes":["workflows:read"]}""").expect(201).data();
        same(ApiKey.class, made);
        cast.admin.delete("/v1/api-keys/" + made.getString("uuid")).expect(204);
    }

    @Test
    void whoDecidesForWhom() {
        JsonObject made =
                house.login("drew").post("/v1/delegations", """
                        {"to":"blake","roles":["approver"],"from_time":"2090-01-01T00:00:00Z",
                         "to_time":"2090-01-02T00:00:00Z","reason":"holidays"}""").expect(201).data();
        same(Delegation.class, made);
    }

    @Test
    void aPolicyHasItsRecord() {
        String name = Fixtures.uniqueTool("drift");
        String wish = "{\"name\":\"" + name + "\",\"kind\":\"auto\",\"priority\":950,\"when\":{\"tool_name\":\"" + name
                + "\"},\"then\":{\"decision\":\"approve\"}}";
        String change = cast.admin
                .post("/v1/approval-policies", wish)
                .expect(202)
                .data()
                .getString("approval_request_uuid");
        house.login("root")
                .post(WhoMayDecideIT.path(change, "approve"), "{\"comment\":\"yes\"}")
                .expect(200);
        same(Policy.class, first(cast.admin, "/v1/approval-policies?page_size=1"));
    }

    private static JsonObject one(Api as, String path) {
        return as.get(path).expect(200).data();
    }

    private static JsonObject first(Api as, String path) {
        JsonArray page = as.get(path).expect(200).json().getJsonArray("data");
        assertFalse(page.isEmpty(), path);
        return page.getJsonObject(0);
    }

    /** Compares names all the way down; what the client keeps as a map is the script's or the caller's own. */
    static void same(Class<?> type, JsonObject wire) {
        Map<String, RecordComponent> fields = new TreeMap<>();
        Stream.of(type.getRecordComponents()).forEach(field -> fields.put(snake(field.getName()), field));
        if (type == McpServer.class) {
            // on the wire it has a name that no component can have
            fields.put("default", fields.remove("terms"));
        }
        Set<String> names = new TreeSet<>(wire.keySet());
        if (type == ApiKey.class) {
            names.add("key");
        }
        if (type == Workflow.class) {
            // those of a change that waits for agreement
            names.addAll(Set.of("approval_request_uuid", "expires_at", "request_id", "status", "workflow_uuid"));
        }
        assertEquals(names, fields.keySet(), type.getSimpleName());
        fields.forEach((name, field) -> inside(field, wire.get(name)));
    }

    private static void inside(RecordComponent field, JsonValue value) {
        if (field.getType().isRecord() && value instanceof JsonObject object) {
            same(field.getType(), object);
        } else if (value instanceof JsonArray array
                && field.getGenericType() instanceof ParameterizedType list
                && list.getActualTypeArguments()[0] instanceof Class<?> item
                && item.isRecord()) {
            List.copyOf(array).forEach(one -> same(item, one.asJsonObject()));
        }
    }

    private static String snake(String camel) {
        return camel.replaceAll("([A-Z])", "_$1").toLowerCase(java.util.Locale.ROOT);
    }
}
