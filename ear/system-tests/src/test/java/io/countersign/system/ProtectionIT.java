package io.countersign.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;

/** Nobody alone sets what protects a workflow, over REST. */
class ProtectionIT {

    private final TestServer house = TestServer.shared();
    private final TestUsers cast = TestUsers.of(house);

    private String body(String more) {
        return """
                {"name":%s,"code":%s,"allowed_hosts":[]%s}""".formatted(
                        Api.string(Fixtures.unique("Protected")),
                        Api.string(Fixtures.blockIp(FakeServices.get().target.url() + "/api/block")),
                        more);
    }

    private Api writingAgent() {
        return house.api(TestUsers.key(house, """
                {"name":"writing-agent","key_type":"agent","owner":"maya",
                 "scopes":["workflows:read","workflows:write","workflows:execute"]}"""));
    }

    @Test
    void anAgentWritesDraftsWithoutProtectedFields() {
        Api agent = writingAgent();
        JsonObject details = agent.post(
                        "/v1/workflows",
                        body(
                                ",\"approval_mode\":\"never\",\"risk_level\":\"critical\",\"allowed_secrets\":[\"X\"],\"state\":\"active\""))
                .refused(403, "FORBIDDEN")
                .details();
        assertEquals("protected_field", details.getString("reason"));
        String draft = agent.post("/v1/workflows", body("")).expect(201).data().getString("uuid");
        assertEquals(
                "protected_field",
                agent.patch("/v1/workflows/" + draft, "{\"state\":\"active\"}")
                        .refused(403, "FORBIDDEN")
                        .details()
                        .getString("reason"));
    }

    @Test
    void whatRunsWithoutAgreementWaitsForSomebodyElse() {
        Api.Answer asked = cast.author.post("/v1/workflows", body(",\"approval_mode\":\"never\",\"state\":\"active\""));
        String workflow = asked.expect(202).data().getString("workflow_uuid");
        String request = asked.data().getString("approval_request_uuid");
        assertTrue(asked.header("Location").endsWith("/v1/workflow-approvals/" + request));
        assertEquals("pending_approval", asked.data().getString("status"));
        cast.author
                .post("/v1/workflows/" + workflow + "/execute", Fixtures.execute("203.0.113.31"))
                .refused(400, "WORKFLOW_NOT_EXECUTABLE");
        JsonObject record = Fixtures.approval(cast.admin, request);
        assertEquals("change", record.getString("kind"));
        cast.author.post("/v1/workflow-approvals/" + request + "/approve", "{}").refused(403, "FORBIDDEN");
        cast.admin.post("/v1/workflow-approvals/" + request + "/approve", "{}").refused(403, "FORBIDDEN");
        house.login("root")
                .post("/v1/workflow-approvals/" + request + "/approve", "{}")
                .expect(200);
        assertEquals(
                "active", cast.author.get("/v1/workflows/" + workflow).data().getString("state"));
        cast.author
                .post("/v1/workflows/" + workflow + "/execute", Fixtures.execute("203.0.113.31"))
                .expect(202);
        // and its code is not the author's alone to change
        Api.Answer code = cast.author.patch(
                "/v1/workflows/" + workflow,
                "{\"code\":"
                        + Api.string(Fixtures.blockIp(FakeServices.get().target.url() + "/api/other")) + "}");
        code.expect(202);
        assertEquals(1, cast.author.get("/v1/workflows/" + workflow).data().getInt("code_version"));
        Fixtures.agreed(cast.author, code);
        assertEquals(2, cast.author.get("/v1/workflows/" + workflow).data().getInt("code_version"));
    }

    @Test
    void protectionOfALiveWorkflowIsNotOnesOwnToLower() {
        String workflow = cast.author
                .post("/v1/workflows", body(",\"risk_level\":\"high\",\"state\":\"active\""))
                .expect(201)
                .data()
                .getString("uuid");
        for (String lower : new String[] {"{\"approval_mode\":\"never\"}", "{\"risk_level\":\"low\"}"}) {
            cast.author.patch("/v1/workflows/" + workflow, lower).expect(202);
        }
        JsonObject now = cast.author.get("/v1/workflows/" + workflow).data();
        assertEquals("always", now.getString("approval_mode"));
        assertEquals("high", now.getString("risk_level"));
    }

    @Test
    void whoWroteTheCodeDoesNotCountWhateverOthersChanged() {
        Api alex = TestUsers.human(
                house,
                "alex",
                "\"workflow-author\",\"soc-analyst\",\"approver\"",
                "\"workflows:write\",\"workflows:execute\",\"approvals:write\"");
        String workflow = cast.author
                .post("/v1/workflows", body(",\"risk_level\":\"critical\",\"state\":\"active\""))
                .expect(201)
                .data()
                .getString("uuid");
        cast.admin
                .patch("/v1/workflows/" + workflow, "{\"timeout_seconds\":301}")
                .expect(200);
        String request = Fixtures.ask(cast.agent, workflow, "203.0.113.32");
        assertEquals(
                "editor",
                cast.author
                        .post("/v1/workflow-approvals/" + request + "/approve", "{}")
                        .refused(403, "FORBIDDEN")
                        .details()
                        .getString("reason"));
        alex.post("/v1/workflow-approvals/" + request + "/approve", "{}").expect(200);
    }

    @Test
    void aSecretIsSentOnlyWhereItIsGranted() {
        cast.author.post("/v1/workflows", """
                        {"name":"Hook","kind":"http_endpoint",
                         "endpoint":{"url":"https://example.com/","secret_headers":{"X-A":"OTHER"}},"allowed_secrets":[]}""").refused(422, "VALIDATION_ERROR");
    }

    @Test
    void hostsHavePortsAndOneSpelling() {
        for (String good : new String[] {"127.0.0.1:10199", "*.example.com:443", "[::1]:443", "10.0.0.0/8"}) {
            cast.author
                    .post("/v1/workflows", body("").replace("[]", "[\"" + good + "\"]"))
                    .expect(201);
        }
        for (String odd : new String[] {"0x7f.1", "127.1", "a.test:0", "*", "10.0.0.0/8:443"}) {
            cast.author
                    .post("/v1/workflows", body("").replace("[]", "[\"" + odd + "\"]"))
                    .refused(422, "VALIDATION_ERROR");
        }
    }
}
