package io.countersign.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a run may do, how it ends and what is kept of it, as a caller of the API meets it. */
class RunRulesIT {
    private static final String AT_ONCE = ",\"approval_mode\":\"never\"";
    private final TestServer house = TestServer.shared();
    private final TestUsers cast = TestUsers.of(house);

    @Test
    void whatChangedAfterTheAgreementDoesNotRun() {
        String workflow = Fixtures.workflow(cast.author, Fixtures.unique("Changed after"), "");
        String approval = Fixtures.ask(cast.agent, workflow, "203.0.113.101");
        String stop = stop(workflow);
        cast.alex.post(WhoMayDecideIT.path(approval, "approve"), "{}").expect(200);
        String other = Fixtures.blockIp(FakeServices.get().target.url() + "/api/other");
        cast.author
                .patch("/v1/workflows/" + workflow, "{\"code\":" + Api.string(other) + "}")
                .expect(200);
        release(stop);
        JsonObject run = Fixtures.endedRun(cast.author, approval);
        assertEquals("cancelled", run.getString("status"));
        assertEquals("WORKFLOW_CHANGED", run.getJsonObject("error").getString("code"));
        assertEquals(0, calls("203.0.113.101"));
    }

    @Test
    void anApprovalGivenWhileAKillSwitchIsEngagedIsKeptBackAndNotLost() {
        String workflow = Fixtures.workflow(cast.author, Fixtures.unique("Kept back"), "");
        String approval = Fixtures.ask(cast.agent, workflow, "203.0.113.102");
        String stop = stop(workflow);
        cast.alex.post(WhoMayDecideIT.path(approval, "approve"), "{}").expect(200);
        String run = Fixtures.approval(cast.author, approval).getString("run_uuid");
        Api.Answer kept = cast.author.get("/v1/workflow-runs/" + run + "?wait=2");
        assertEquals("queued", kept.expect(200).data().getString("status"));
        assertEquals(0, calls("203.0.113.102"));
        release(stop);
        assertEquals("success", Fixtures.endedRun(cast.author, approval).getString("status"));
        assertEquals(1, calls("203.0.113.102"));
    }

    @Test
    void aKillSwitchStopsARunInFlightAndRefusesTheNext() {
        String workflow = script("ctx.pause(java.time.Duration.ofSeconds(60)); return WorkflowResult.ok(\"done\");");
        String run = cast.author
                .post(execute(workflow), Fixtures.execute("203.0.113.103"))
                .expect(202)
                .data()
                .getString("run_uuid");
        Await.until("the run to run", () -> status(run).equals("running") ? true : null);
        String stop = stop(workflow);
        Await.until("the run to end", () -> status(run).equals("cancelled") ? true : null);
        Api.Answer next = cast.author.post(execute(workflow), Fixtures.execute("203.0.113.103"));
        assertEquals("kill_switch", next.refused(403, "FORBIDDEN").details().getString("reason"));
        release(stop);
    }

    @Test
    void aNameOfTwoHundredCharactersIsKeptWhateverTheyAre() {
        String name = Fixtures.unique("Wide") + "\uD83D\uDEE1".repeat(187);
        String workflow = Fixtures.workflow(cast.author, name, "");
        String approval = Fixtures.ask(cast.agent, workflow, "203.0.113.108");
        cast.alex.post(WhoMayDecideIT.path(approval, "approve"), "{}").expect(200);
        assertEquals(name, Fixtures.endedRun(cast.author, approval).getString("workflow_name"));
    }

    @Test
    void aMessageThatSaysTimedOutIsNoTimeOut() {
        JsonObject run = run(script("return WorkflowResult.fail(\"the firewall timed out\");"));
        assertEquals("failed", run.getString("status"));
        JsonObject kind = run(script("return WorkflowResult.ok(\"failed, cancelled, timed out\");"));
        assertEquals("success", kind.getString("status"));
    }

    @Test
    void onlyAnAttemptThatHasChangedNothingIsTriedAgain() {
        String twice = ",\"retry_count\":2";
        JsonObject read = run(script(call("get") + "return WorkflowResult.fail(\"not there\");", twice));
        assertEquals(3, read.getInt("attempt_count"));
        JsonObject acted = run(script(call("post") + "return WorkflowResult.fail(\"not done\");", twice));
        assertEquals(1, acted.getInt("attempt_count"));
        JsonObject good = run(script("return WorkflowResult.ok(\"done\");", twice));
        assertEquals(1, good.getInt("attempt_count"));
    }

    @Test
    void anIndicatorOfATypeThatTheWorkflowDoesNotTakeIsRefused() {
        String workflow = Fixtures.workflow(cast.author, Fixtures.unique("Addresses only"), AT_ONCE);
        cast.author
                .post(execute(workflow), "{\"indicator\":{\"type\":\"domain\",\"value\":\"example.org\"}}")
                .refused(422, "VALIDATION_ERROR");
        assertEquals(0, Fixtures.runsOf(cast.author, workflow));
    }

    @Test
    void aSecretThatWasNotGrantedIsNotThere() {
        String asks = "return WorkflowResult.ok(String.valueOf(ctx.secrets().get(\"%s\").isPresent()));";
        assertEquals("false", message(run(script(asks.formatted("FIREWALL_API_KEY")))));
        String granted = ",\"allowed_secrets\":[\"FIREWALL_API_KEY\",\"PATH\",\"COUNTERSIGN_BOOTSTRAP_ADMIN_KEY\"]";
        assertEquals("true", message(run(script(asks.formatted("FIREWALL_API_KEY"), granted))));
        for (String variable : new String[] {"PATH", "COUNTERSIGN_BOOTSTRAP_ADMIN_KEY"}) {
            assertEquals("false", message(run(script(asks.formatted(variable), granted))), variable);
        }
    }

    @Test
    void anArchivedWorkflowKeepsItsHistory() {
        String workflow = Fixtures.workflow(cast.author, Fixtures.unique("Archived"), "");
        String approval = Fixtures.ask(cast.agent, workflow, "203.0.113.104");
        cast.alex.post(WhoMayDecideIT.path(approval, "approve"), "{}").expect(200);
        String run = Fixtures.endedRun(cast.author, approval).getString("uuid");
        String path = "/v1/workflows/" + workflow;
        cast.author.patch(path, "{\"documentation\":\"Blocks an address\"}").expect(200);
        cast.author.delete(path).expect(204);

        assertTrue(cast.author.get(path).expect(200).data().containsKey("archived_at"));
        assertEquals(1, Fixtures.runsOf(cast.author, workflow));
        cast.author.get(path + "/versions/1").expect(200);
        assertEquals("success", status(run));
        assertEquals("approved", Fixtures.approval(cast.author, approval).getString("status"));
        cast.author.post(execute(workflow), Fixtures.execute("203.0.113.104")).refused(400, "WORKFLOW_NOT_EXECUTABLE");
        String record =
                cast.admin.get("/v1/audit?target_uuid=" + workflow).expect(200).text();
        for (String action : new String[] {"workflow.created", "workflow.updated", "workflow.archived"}) {
            assertTrue(record.contains("\"" + action + "\""), action);
        }
    }

    @Test
    void noConfidenceSkipsThePeople() {
        String workflow = Fixtures.workflow(cast.author, Fixtures.unique("Sure"), ",\"approval_mode\":\"agent_only\"");
        String sure = "{\"indicator\":{\"type\":\"ip\",\"value\":\"203.0.113.105\"},\"reason\":\"x\",\"confidence\":1}";
        JsonObject asked = cast.agent.post(execute(workflow), sure).expect(202).data();
        assertEquals("pending_approval", asked.getString("status"));
        cast.agent
                .post(
                        execute(workflow),
                        "{\"indicator\":{\"type\":\"ip\",\"value\":\"203.0.113.105\"},\"reason\":\"x\"}")
                .refused(422, "VALIDATION_ERROR");
        assertEquals(0, Fixtures.runsOf(cast.author, workflow));
    }

    @Test
    void aRunIsFollowedToItsEndByItsEvents() {
        String workflow = Fixtures.workflow(cast.author, Fixtures.unique("Followed"), AT_ONCE);
        String run = cast.author
                .post(execute(workflow), Fixtures.execute("203.0.113.106"))
                .expect(202)
                .data()
                .getString("run_uuid");
        String events = cast.author
                .get("/v1/workflow-runs/" + run + "/events")
                .expect(200)
                .text();
        for (String event : new String[] {"status", "log", "http", "result"}) {
            assertTrue(events.contains("event: " + event + "\n"), event + " in " + events);
        }
        assertTrue(events.stripTrailing().lines().anyMatch(line -> line.contains("Blocked 203.0.113.106")), events);
    }

    @Test
    void whatASuccessSavesIsCounted() {
        long before = saved();
        run(script("return WorkflowResult.ok(\"done\");", ",\"time_saved_minutes\":17"));
        run(script("return WorkflowResult.fail(\"not done\");", ",\"time_saved_minutes\":1000000"));
        long gained = saved() - before;
        assertTrue(gained >= 17 && gained < 1_000_000, "gained " + gained);
    }

    private long saved() {
        return cast.author
                .get("/v1/metrics/summary")
                .data()
                .getJsonNumber("time_saved_minutes")
                .longValue();
    }

    private static String call(String method) {
        return "ctx.http().%s(\"%s/api/probe\").send();"
                .formatted(method, FakeServices.get().target.url());
    }

    private String script(String body) {
        return script(body, "");
    }

    /** An active workflow that needs no agreement. */
    private String script(String body, String more) {
        String code = """
                import io.countersign.script.*;
                public class Rule implements Workflow {
                    @Override
                    public WorkflowResult run(WorkflowContext ctx) {
                        %s
                    }
                }
                """.formatted(body);
        return Fixtures.live(cast.author, cast.author.post("/v1/workflows", """
                        {"name":%s,"code":%s,"state":"active","approval_mode":"never","allowed_hosts":["127.0.0.1"]%s}""".formatted(
                        Api.string(Fixtures.unique("Rule")), Api.string(code), more)));
    }

    private JsonObject run(String workflow) {
        return cast.author
                .post(execute(workflow), Fixtures.execute("203.0.113.107"), Map.of("Prefer", "wait=60"))
                .expect(200)
                .data();
    }

    @Test
    void runsOfSeveralStatusesAreListedTogether() {
        String workflow =
                script("return ctx.alert().isEmpty() ? WorkflowResult.ok(\"a\") : WorkflowResult.fail(\"b\");");
        String good = run(workflow).getString("uuid");
        String alerted = "{\"indicator\":{\"type\":\"ip\",\"value\":\"203.0.113.107\"},\"alert\":{\"title\":\"x\"}}";
        String bad = cast.author
                .post(execute(workflow), alerted, Map.of("Prefer", "wait=60"))
                .expect(200)
                .data()
                .getString("uuid");
        assertEquals(List.of(good), listed(workflow, "success"));
        assertEquals(List.of(bad), listed(workflow, "failed,cancelled"));
        assertEquals(List.of(bad, good), listed(workflow, "failed,success"));
        assertEquals(List.of(), listed(workflow, "running,queued"));
    }

    private List<String> listed(String workflow, String statuses) {
        return cast
                .author
                .get("/v1/workflow-runs?workflow_uuid=" + workflow + "&status=" + statuses)
                .expect(200)
                .json()
                .getJsonArray("data")
                .stream()
                .map(run -> run.asJsonObject().getString("uuid"))
                .toList();
    }

    private static String message(JsonObject run) {
        return run.getJsonObject("result").getString("message");
    }

    private String status(String run) {
        return cast.author.get("/v1/workflow-runs/" + run).expect(200).data().getString("status");
    }

    private String stop(String workflow) {
        return cast.admin
                .post(
                        "/v1/kill-switch",
                        "{\"scope\":\"workflow\",\"target\":\"" + workflow + "\",\"reason\":\"a drill\"}")
                .expect(201)
                .data()
                .getString("uuid");
    }

    private void release(String stop) {
        cast.admin.delete("/v1/kill-switch/" + stop).expect(204);
    }

    private static long calls(String ip) {
        return FakeServices.get()
                .target
                .ledger(call -> call.body().contains("\"" + ip + "\""))
                .size();
    }

    private static String execute(String workflow) {
        return "/v1/workflows/" + workflow + "/execute";
    }
}
