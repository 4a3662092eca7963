package io.countersign.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;

/** Separation of duties, as a caller of the API meets it. */
class WhoMayDecideIT {
    private static final String APPROVE = "{\"comment\":\"fine\"}";
    private final TestServer house = TestServer.shared();
    private final TestUsers cast = TestUsers.of(house);

    @Test
    void anAgentNeverDecides() {
        String approval = ask("");
        cast.agent.post(path(approval, "approve"), APPROVE).refused(403, "FORBIDDEN");
        stillPending(approval);
    }

    @Test
    void theOwnerOfTheRequestingAgentKeyNeverCounts() {
        String approval = ask("");
        Api sam = TestUsers.approver(house, "sam", "\"approver\"");
        sam.post(path(approval, "approve"), APPROVE).refused(403, "FORBIDDEN");
        stillPending(approval);
    }

    @Test
    void theRequesterNeverCounts() {
        String workflow = Fixtures.workflow(cast.author, Fixtures.unique("Own request"), "");
        String approval = Fixtures.ask(cast.author, workflow, "203.0.113.10");
        cast.author.post(path(approval, "approve"), APPROVE).refused(403, "FORBIDDEN");
        stillPending(approval);
    }

    @Test
    void theLastEditorNeverCountsAtHighRisk() {
        String approval = ask(",\"risk_level\":\"high\"");
        cast.author.post(path(approval, "approve"), APPROVE).refused(403, "FORBIDDEN");
        stillPending(approval);
    }

    @Test
    void adminIsNoApprover() {
        String approval = ask("");
        cast.admin.post(path(approval, "approve"), APPROVE).refused(403, "FORBIDDEN");
        stillPending(approval);
    }

    @Test
    void onePersonCountsOnceWhateverTheKey() {
        String approval =
                ask(",\"approval_type\":\"multi\",\"required_approvers\":2,\"required_roles\":[\"approver\"]");
        cast.alex.post(path(approval, "approve"), APPROVE).expect(200);
        Api otherKeyOfAlex = TestUsers.approver(house, "alex", "\"approver\"");
        otherKeyOfAlex.post(path(approval, "approve"), APPROVE).refused(409, "ALREADY_VOTED");
        stillPending(approval);
        JsonObject approved =
                cast.blake.post(path(approval, "approve"), APPROVE).expect(200).data();
        assertEquals("approved", approved.getString("status"));
        assertEquals(2, approved.getInt("approvals_given"));
    }

    @Test
    void aRejectionWantsAReasonAndKeepsIt() {
        String approval = ask("");
        cast.alex.post(path(approval, "reject"), "{}").refused(422, "VALIDATION_ERROR");
        stillPending(approval);
        cast.alex
                .post(path(approval, "reject"), "{\"reason\":\"a false alarm\"}")
                .expect(200);
        JsonObject record = Fixtures.approval(cast.agent, approval);
        assertEquals("rejected", record.getString("status"));
        assertTrue(record.getJsonArray("decisions")
                .getJsonObject(0)
                .getString("comment")
                .contains("a false alarm"));
    }

    @Test
    void aTerminalRequestNeverChanges() {
        String approval = ask("");
        cast.alex.post(path(approval, "reject"), "{\"reason\":\"no\"}").expect(200);
        cast.blake.post(path(approval, "approve"), APPROVE).refused(409, "APPROVAL_ALREADY_DECIDED");
        cast.agent.post(path(approval, "cancel"), "{\"reason\":\"x\"}").refused(409, "APPROVAL_ALREADY_DECIDED");
        assertEquals("rejected", Fixtures.approval(cast.alex, approval).getString("status"));
    }

    @Test
    void changedCodeCancelsTheRequestAndNothingRuns() {
        String workflow = Fixtures.workflow(cast.author, Fixtures.unique("Changed"), "");
        String approval = Fixtures.ask(cast.agent, workflow, "203.0.113.11");
        String other = Fixtures.blockIp(FakeServices.get().target.url() + "/api/other");
        cast.author
                .patch("/v1/workflows/" + workflow, "{\"code\":" + Api.string(other) + "}")
                .expect(200);
        JsonObject record = Fixtures.approval(cast.agent, approval);
        assertEquals("cancelled", record.getString("status"));
        cast.alex.post(path(approval, "approve"), APPROVE).refused(409, "APPROVAL_ALREADY_DECIDED");
        assertEquals(0, Fixtures.runsOf(cast.author, workflow));
    }

    @Test
    void aRequestThatNobodyCouldGrantIsRefusedWhenAsked() {
        JsonObject error = cast.author
                .post(
                        "/v1/workflows",
                        "{\"name\":%s,\"code\":%s,\"state\":\"active\",\"approval_type\":\"multi\",\"required_approvers\":50,\"required_roles\":[\"soc-lead\"]}"
                                .formatted(
                                        Api.string(Fixtures.unique("Too many")),
                                        Api.string(Fixtures.blockIp("http://127.0.0.1:1/"))))
                .expect(201)
                .data();
        cast.agent
                .post("/v1/workflows/" + error.getString("uuid") + "/execute", Fixtures.execute("203.0.113.12"))
                .refused(422, "VALIDATION_ERROR");
    }

    private String ask(String more) {
        String workflow = Fixtures.workflow(cast.author, Fixtures.unique("Who may decide"), more);
        return Fixtures.ask(cast.agent, workflow, "203.0.113.13");
    }

    private void stillPending(String approval) {
        assertEquals("pending", Fixtures.approval(cast.author, approval).getString("status"));
    }

    static String path(String approval, String verb) {
        return "/v1/workflow-approvals/" + approval + "/" + verb;
    }
}
