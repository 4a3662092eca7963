package io.countersign.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The story of the README, over REST. */
class MainStoryIT {
    private final TestServer house = TestServer.shared();
    private final TestUsers cast = TestUsers.of(house);

    @Test
    void aWorkflowIsWrittenAskedForApprovedRunAndRecorded() {
        String workflow = writeAndActivate();
        String approval = agentAsks(workflow);
        approverAgrees(approval);
        JsonObject run = Fixtures.endedRun(cast.author, approval);
        theRunTellsEverything(workflow, approval, run);
        theRecordTellsTheStoryInOrder(workflow, approval, run.getString("uuid"));
    }

    private String writeAndActivate() {
        String good = Fixtures.blockIp(FakeServices.get().target.url() + "/api/block");
        JsonObject draft = cast.author
                .post("/v1/workflows", """
                        {"name":%s,"code":%s,"indicator_types":["ip"],"risk_level":"high",
                         "allowed_secrets":["FIREWALL_API_KEY"],"allowed_hosts":["127.0.0.1"]}""".formatted(Api.string(Fixtures.unique("Block IP")), Api.string(good)))
                .expect(201)
                .data();
        String workflow = draft.getString("uuid");
        assertEquals("draft", draft.getString("state"));
        assertEquals(1, draft.getInt("code_version"));

        String broken = good.replace("ctx.indicator().value();", "System.getenv(\"PATH\");");
        JsonObject details = cast.author
                .patch("/v1/workflows/" + workflow, "{\"code\":" + Api.string(broken) + "}")
                .refused(400, "WORKFLOW_CODE_INVALID")
                .details();
        JsonObject finding = details.getJsonArray("errors").getJsonObject(0);
        assertEquals(9, finding.getInt("line"));
        assertEquals(1, cast.author.get("/v1/workflows/" + workflow).data().getInt("code_version"));

        cast.agent
                .post("/v1/workflows/" + workflow + "/execute", Fixtures.execute("203.0.113.9"))
                .refused(400, "WORKFLOW_NOT_EXECUTABLE");
        cast.author.patch("/v1/workflows/" + workflow, "{\"state\":\"active\"}").expect(200);
        return workflow;
    }

    private String agentAsks(String workflow) {
        Api.Answer answer = cast.agent
                .post("/v1/workflows/" + workflow + "/execute", Fixtures.execute("203.0.113.9"))
                .expect(202);
        JsonObject pending = answer.data();
        assertEquals("pending_approval", pending.getString("status"));
        assertTrue(pending.getString("request_id").startsWith("APR-"));
        assertNotNull(answer.header("Location"));
        String approval = pending.getString("approval_request_uuid");
        assertTrue(Api.isNull(Fixtures.approval(cast.agent, approval), "run_uuid"), "no run before the approval");
        assertEquals(0, Fixtures.runsOf(cast.author, workflow));
        return approval;
    }

    private void approverAgrees(String approval) {
        JsonObject record = Fixtures.approval(cast.alex, approval);
        assertEquals("agent", record.getString("trigger_type"));
        assertEquals("it beacons every 60 s", record.getString("reason"));
        assertEquals("203.0.113.9", record.getJsonObject("indicator").getString("value"));
        JsonObject approved = cast.alex
                .post("/v1/workflow-approvals/" + approval + "/approve", "{\"comment\":\"seen in the proxy log too\"}")
                .expect(200)
                .data();
        assertEquals("approved", approved.getString("status"));
        JsonObject decision = approved.getJsonArray("decisions").getJsonObject(0);
        assertEquals("alex", decision.getString("approver"));
        assertEquals("rest", decision.getString("channel"));
    }

    private void theRunTellsEverything(String workflow, String approval, JsonObject run) {
        assertEquals("success", run.getString("status"), run.toString());
        assertEquals(workflow, run.getString("workflow_uuid"));
        assertEquals(approval, run.getString("approval_request_uuid"));
        assertEquals("agent", run.getString("trigger_type"));
        assertEquals(1, run.getInt("code_version_executed"));
        assertEquals(64, run.getString("sha256").length());
        assertEquals("Blocked 203.0.113.9", run.getJsonObject("result").getString("message"));
        JsonObject call = run.getJsonArray("http_calls").getJsonObject(0);
        assertEquals("POST", call.getString("method"));
        assertEquals(200, call.getInt("status"));
        assertEquals(
                "firewall answered", run.getJsonArray("log").getJsonObject(0).getString("message"));
        assertFalse(run.toString().contains(TestServer.FIREWALL_KEY), "a secret in the run: " + run);

        List<Receiver.Call> blocked =
                FakeServices.get().target.ledger(it -> it.body().contains("203.0.113.9"));
        assertEquals(1, blocked.size());
        assertEquals(
                "Bearer " + TestServer.FIREWALL_KEY, blocked.get(0).headers().getFirst("Authorization"));
    }

    private void theRecordTellsTheStoryInOrder(String workflow, String approval, String run) {
        List<String> told = List.of("approval.requested", "approval.vote_cast", "approval.approved");
        List<String> actions = actionsOn(approval);
        assertTrue(inOrder(actions, told), actions.toString());
        List<String> ran = actionsOn(run);
        assertTrue(inOrder(ran, List.of("run.queued", "run.started", "run.finished")), ran.toString());
        assertTrue(inOrder(actionsOn(workflow), List.of("workflow.created", "workflow.state_changed")));
        JsonObject verified = cast.author.get("/v1/audit/verify").expect(200).data();
        assertTrue(verified.getBoolean("valid"), verified.toString());
    }

    /** Oldest first. */
    private List<String> actionsOn(String target) {
        List<String> newestFirst = cast
                .author
                .get("/v1/audit?target_uuid=" + target + "&page_size=100")
                .expect(200)
                .json()
                .getJsonArray("data")
                .stream()
                .map(row -> row.asJsonObject().getString("action"))
                .toList();
        java.util.ArrayList<String> oldestFirst = new java.util.ArrayList<>(newestFirst);
        java.util.Collections.reverse(oldestFirst);
        return oldestFirst;
    }

    private static boolean inOrder(List<String> all, List<String> wanted) {
        int at = 0;
        for (String action : all) {
            if (at < wanted.size() && action.equals(wanted.get(at))) {
                at++;
            }
        }
        return at == wanted.size();
    }
}
