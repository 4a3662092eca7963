package io.countersign.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One power failure over requests in every state that a request can rest in: each of them goes on where it was. */
class RestartIT {
    private static final String SLEEPER = """
            import io.countersign.script.*;
            import java.time.Duration;
            public class Sleeper implements Workflow {
                @Override public WorkflowResult run(WorkflowContext ctx) {
                    ctx.pause(Duration.ofSeconds(60));
                    return WorkflowResult.ok("woke up");
                }
            }
            """;

    private final TestServer house = TestServer.mortal();
    private final TestUsers cast = TestUsers.of(house);
    private final Api emma = TestUsers.approver(house, "emma", "\"emergency-approver\"");
    private final Api dana = TestUsers.human(house, "dana", "", "\"approvals:write\"");

    @Test
    void whateverStateARequestIsInItGoesOnFromThere() {
        String plain = Fixtures.workflow(cast.author, Fixtures.unique("Plain"), "");
        String two = Fixtures.workflow(
                cast.author,
                Fixtures.unique("Two"),
                ",\"approval_type\":\"multi\",\"required_approvers\":2,\"required_roles\":[\"approver\"]");
        String held = Fixtures.workflow(cast.author, Fixtures.unique("Held"), "");
        String urgent = Fixtures.workflow(cast.author, Fixtures.unique("Urgent"), ",\"approval_type\":\"emergency\"");

        String expiring = tool(",\"timeout_seconds\":30");
        Instant expires = Instant.parse(Fixtures.approval(cast.author, expiring).getString("expires_at"));
        String pending = Fixtures.ask(cast.agent, plain, "192.0.2.201");
        String waiting = tool("");
        String cancelled = Fixtures.ask(cast.agent, plain, "192.0.2.202");
        cast.agent
                .post(WhoMayDecideIT.path(cancelled, "cancel"), "{\"reason\":\"not needed\"}")
                .expect(200);
        String voted = Fixtures.ask(cast.agent, two, "192.0.2.203");
        approve(cast.alex, voted);
        String delegated = Fixtures.ask(cast.agent, two, "192.0.2.204");
        String delegation = delegate();
        approve(dana, delegated);
        String revised = Fixtures.ask(cast.agent, two, "192.0.2.205");
        approve(cast.alex, revised);
        cast.blake
                .post(
                        WhoMayDecideIT.path(revised, "revise"),
                        "{\"indicator\":{\"type\":\"ip\",\"value\":\"192.0.2.206\"},\"comment\":\"the other one\"}")
                .expect(200);
        String digest = Fixtures.approval(cast.author, revised).getString("arguments_sha256");
        String emergency = Fixtures.ask(cast.agent, urgent, "192.0.2.207");
        approve(emma, emergency);
        Fixtures.endedRun(cast.author, emergency);
        String approved = Fixtures.ask(cast.agent, held, "192.0.2.208");
        String stop = engage(held);
        approve(cast.alex, approved);
        String running = running();

        house.killNine();
        Await.until("the end of " + expiring, () -> Instant.now().isBefore(expires) ? null : true);
        house.up();

        cast.alex.post(WhoMayDecideIT.path(expiring, "approve"), "{}").refused(409, "APPROVAL_EXPIRED");
        assertEquals("expired", Fixtures.approval(cast.author, expiring).getString("status"));
        approvedAndRun(cast.alex, pending, "192.0.2.201");
        approve(cast.alex, waiting);
        assertEquals("approved", Fixtures.approval(cast.author, waiting).getString("status"));
        cast.alex.post(WhoMayDecideIT.path(cancelled, "approve"), "{}").refused(409, "APPROVAL_ALREADY_DECIDED");
        cast.alex.post(WhoMayDecideIT.path(voted, "approve"), "{}").refused(409, "ALREADY_VOTED");
        approvedAndRun(cast.blake, voted, "192.0.2.203");
        cast.alex.post(WhoMayDecideIT.path(delegated, "approve"), "{}").refused(409, "ALREADY_VOTED");
        approvedAndRun(cast.blake, delegated, "192.0.2.204");
        dana.get("/v1/delegations/" + delegation).expect(200);
        revisedGoesOn(revised, digest);
        reviewIsStillDue(emergency);
        heldGoesOn(approved, stop);
        JsonObject interrupted = Fixtures.endedRun(cast.author, running);
        assertEquals("interrupted", interrupted.getString("status"), interrupted.toString());
        assertTrue(cast.author.get("/v1/audit/verify").data().getBoolean("valid"));
        cast.alex.delete("/v1/delegations/" + delegation).expect(204);
    }

    private String tool(String more) {
        return cast.agent
                .post(
                        "/v1/approvals",
                        "{\"tool_name\":\"isolate_host\",\"action_type\":\"CONTAINMENT\",\"reason\":\"it beacons\""
                                + more + "}")
                .expect(202)
                .data()
                .getString("approval_request_uuid");
    }

    private String delegate() {
        Instant now = Instant.now();
        return cast.alex
                .post(
                        "/v1/delegations",
                        "{\"to\":\"dana\",\"roles\":[\"approver\"],\"from_time\":\"" + now.minusSeconds(60)
                                + "\",\"to_time\":\"" + now.plusSeconds(3600) + "\",\"reason\":\"away\"}")
                .expect(201)
                .data()
                .getString("uuid");
    }

    /** Whatever is approved of the workflow from now on is queued and does not begin. */
    private String engage(String workflow) {
        return cast.admin
                .post(
                        "/v1/kill-switch",
                        "{\"scope\":\"workflow\",\"target\":\"" + workflow + "\",\"reason\":\"drill\"}")
                .expect(201)
                .data()
                .getString("uuid");
    }

    private String running() {
        String workflow = cast.author
                .post(
                        "/v1/workflows",
                        "{\"name\":" + Api.string(Fixtures.unique("Sleeper")) + ",\"state\":\"active\",\"code\":"
                                + Api.string(SLEEPER) + "}")
                .expect(201)
                .data()
                .getString("uuid");
        String approval = Fixtures.ask(cast.agent, workflow, "192.0.2.209");
        approve(cast.alex, approval);
        Await.until("the run of " + approval + " to begin", () -> {
            JsonObject record = Fixtures.approval(cast.author, approval);
            return !Api.isNull(record, "run_uuid")
                            && status(record.getString("run_uuid")).equals("running")
                    ? true
                    : null;
        });
        return approval;
    }

    private String status(String run) {
        return cast.author.get("/v1/workflow-runs/" + run).expect(200).data().getString("status");
    }

    private static void approve(Api person, String approval) {
        person.post(WhoMayDecideIT.path(approval, "approve"), "{}").expect(200);
    }

    private void approvedAndRun(Api person, String approval, String ip) {
        approve(person, approval);
        hasRun(approval, ip);
    }

    private void hasRun(String approval, String ip) {
        assertEquals("success", Fixtures.endedRun(cast.author, approval).getString("status"));
        assertEquals(1, acted(ip));
    }

    private static int acted(String ip) {
        return FakeServices.get()
                .target
                .ledger(call -> call.body().equals("{\"ip\":\"" + ip + "\"}"))
                .size();
    }

    private void revisedGoesOn(String approval, String digest) {
        JsonObject record = Fixtures.approval(cast.author, approval);
        assertEquals(digest, record.getString("arguments_sha256"));
        assertEquals(0, record.getInt("approvals_given"), "the vote before the revision stays dropped");
        cast.alex.post(WhoMayDecideIT.path(approval, "approve"), "{}").refused(409, "CONFLICT");
        cast.blake.post(WhoMayDecideIT.path(approval, "approve"), "{}").refused(403, "FORBIDDEN");
        cast.alex
                .post(WhoMayDecideIT.path(approval, "approve"), "{\"arguments_sha256\":\"" + digest + "\"}")
                .expect(200);
        cast.casey
                .post(WhoMayDecideIT.path(approval, "approve"), "{\"arguments_sha256\":\"" + digest + "\"}")
                .expect(200);
        hasRun(approval, "192.0.2.206");
    }

    private void reviewIsStillDue(String approval) {
        List<String> due = cast
                .author
                .get("/v1/workflow-approvals?review=due&page_size=500")
                .expect(200)
                .json()
                .getJsonArray("data")
                .stream()
                .map(one -> one.asJsonObject().getString("uuid"))
                .toList();
        assertTrue(due.contains(approval), due.toString());
        String verdict = "{\"verdict\":\"justified\",\"comment\":\"it was on fire\"}";
        emma.post(WhoMayDecideIT.path(approval, "review"), verdict).refused(403, "FORBIDDEN");
        cast.alex.post(WhoMayDecideIT.path(approval, "review"), verdict).refused(403, "FORBIDDEN");
        TestUsers.approver(house, "erik", "\"emergency-approver\"")
                .post(WhoMayDecideIT.path(approval, "review"), verdict)
                .expect(200);
    }

    private void heldGoesOn(String approval, String stop) {
        String run = Fixtures.approval(cast.author, approval).getString("run_uuid");
        assertEquals("queued", status(run));
        assertEquals(0, acted("192.0.2.208"));
        cast.admin.delete("/v1/kill-switch/" + stop).expect(204);
        assertEquals("success", Fixtures.endedRun(cast.author, approval).getString("status"));
        assertEquals(1, acted("192.0.2.208"));
    }
}
