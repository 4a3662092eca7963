package io.countersign.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** One story for each approval type, told by people who logged in at Keycloak. */
class TypeStoriesIT {
    private static final String APPROVE = "{\"comment\":\"seen it too\"}";
    private static final String OBJECT = "{\"reason\":\"that is the backup server\"}";
    private final TestServer house = TestServer.shared();
    private final Api sam = house.login("sam");
    private final Api alex = house.login("alex");
    private final Api blake = house.login("blake");
    private final Api casey = house.login("casey");
    private final Api drew = house.login("drew");

    @Test
    void autoIsAgreedToByAPolicyThatTwoAdminsWanted() {
        String tool = Fixtures.uniqueTool("lookup");
        String early = ask(tool, "\"approval_type\":\"auto\"");
        assertEquals("pending", record(early).getString("status"), "without a policy people have to agree");

        String policy = Fixtures.unique("lookups are harmless");
        String change = house.admin()
                .post("/v1/approval-policies", """
                        {"name":"%s","kind":"auto","when":{"tool_name":"%s"},"then":{"decision":"approve"}}""".formatted(policy, tool))
                .expect(202)
                .data()
                .getString("approval_request_uuid");
        house.admin().post(path(change, "approve"), APPROVE).refused(403, "FORBIDDEN");
        house.login("root").post(path(change, "approve"), APPROVE).expect(200);

        JsonObject record = record(ask(tool, "\"approval_type\":\"auto\""));
        ended(record, "approved", 1, 0);
        assertEquals("auto", record.getString("approval_type"));
        assertEquals("policy:" + policy, decision(record, 0).getString("approver"));
        assertEquals("pending", record(early).getString("status"), "a policy agrees to nothing asked before it");
    }

    @Test
    void manualIsAgreedToByOneApprover() {
        String approval = ask("\"approval_type\":\"manual\"");
        JsonObject asked = record(approval);
        assertEquals("tool", asked.getString("kind"));
        assertEquals("sam", asked.getString("requested_by"));
        assertEquals("human", asked.getString("trigger_type"));
        assertEquals("it beacons", asked.getString("reason"));
        assertEquals(64, asked.getString("arguments_sha256").length());
        assertEquals("host-17", asked.getJsonObject("parameters").getString("host"));
        assertEquals("high", asked.getString("risk_level"));
        assertTrue(asked.getString("request_id").startsWith("APR-"));
        assertTrue(Api.isNull(asked, "resolved_at"));
        assertFalse(asked.getBoolean("emergency"));

        house.login("vic").post(path(approval, "approve"), APPROVE).refused(403, "FORBIDDEN");
        sam.post(path(approval, "approve"), APPROVE).refused(403, "FORBIDDEN");
        JsonObject record =
                alex.post(path(approval, "approve"), APPROVE).expect(200).data();
        ended(record, "approved", 1, 0);
        assertEquals("alex", decision(record, 0).getString("approver"));
        assertEquals("approve", decision(record, 0).getString("decision"));
        assertEquals("approver", decision(record, 0).getString("role"));
        assertEquals("seen it too", decision(record, 0).getString("comment"));
        assertEquals("rest", decision(record, 0).getString("channel"));
    }

    @Test
    void singleIsAgreedToByTheOneWhoIsNamed() {
        String approval = ask("\"approval_type\":\"single\",\"approvers\":[\"casey\"]");
        house.login("vic").post(path(approval, "approve"), APPROVE).refused(403, "FORBIDDEN");
        JsonObject record =
                casey.post(path(approval, "approve"), APPROVE).expect(200).data();
        ended(record, "approved", 1, 0);
        assertEquals("casey", record.getJsonArray("approvers").getString(0));
    }

    @Test
    void nobodyAgreesInThePlaceOfTheOneWhoIsNamed() {
        String approval = ask("\"approval_type\":\"single\",\"approvers\":[\"casey\"]");
        // counts for what an unknown tool needs besides: somebody with the power to approve
        JsonObject half =
                blake.post(path(approval, "approve"), APPROVE).expect(200).data();
        assertEquals("pending", half.getString("status"));
        assertEquals(
                "1 approval by one of those named", half.getJsonArray("missing").getString(0));
        ended(casey.post(path(approval, "approve"), APPROVE).expect(200).data(), "approved", 2, 0);
    }

    @Test
    void multiIsAgreedToByDistinctPeople() {
        String approval = ask("\"approval_type\":\"multi\",\"required_approvers\":2,\"required_roles\":[\"approver\"]");
        JsonObject half =
                alex.post(path(approval, "approve"), APPROVE).expect(200).data();
        assertEquals("pending", half.getString("status"));
        assertEquals(2, half.getInt("required_approvers"));
        assertEquals(1, half.getInt("approvals_given"));
        TestUsers.approver(house, "alex", "\"approver\"")
                .post(path(approval, "approve"), APPROVE)
                .refused(409, "ALREADY_VOTED");
        alex.post(path(approval, "reject"), OBJECT).refused(409, "ALREADY_VOTED");
        ended(blake.post(path(approval, "approve"), APPROVE).expect(200).data(), "approved", 2, 0);
        assertEquals(Set.of("alex", "blake"), approvers(record(approval)));
        casey.post(path(approval, "reject"), OBJECT).refused(409, "APPROVAL_ALREADY_DECIDED");
    }

    @Test
    void aQuorumIsFilledByTwoLeadsAndOneOfNetwork() {
        Api erin = TestUsers.approver(house, "erin", "\"soc-lead\"");
        String rule = """
                "approval_type":"multi","quorum":{"all":[{"role":"soc-lead","count":2},{"role":"network","count":1}]}""";
        // who holds which role is known within a minute
        String approval = Await.until("a second lead to be known", () -> {
            Api.Answer answer = asked("isolate_host", rule);
            return answer.status() == 422 ? null : answer.expect(202).data().getString("approval_request_uuid");
        });
        alex.post(path(approval, "approve"), APPROVE).refused(403, "FORBIDDEN");
        erin.post(path(approval, "approve"), APPROVE).expect(200);
        JsonObject two =
                casey.post(path(approval, "approve"), APPROVE).expect(200).data();
        assertEquals("pending", two.getString("status"), "one lead is missing: " + two);
        ended(blake.post(path(approval, "approve"), APPROVE).expect(200).data(), "approved", 3, 0);
        assertEquals(Set.of("erin", "casey", "blake"), approvers(record(approval)));
    }

    @Test
    void unanimousIsAgreedToByEverybodyNamed() {
        String approval = ask("\"approval_type\":\"unanimous\",\"approvers\":[\"alex\",\"blake\",\"casey\"]");
        for (Api person : List.of(casey, alex)) {
            assertEquals(
                    "pending",
                    person.post(path(approval, "approve"), APPROVE)
                            .expect(200)
                            .data()
                            .getString("status"));
        }
        house.login("vic").post(path(approval, "approve"), APPROVE).refused(403, "FORBIDDEN");
        // an approver counts for what an unknown tool needs besides, and takes nobody's place
        JsonObject half =
                drew.post(path(approval, "approve"), APPROVE).expect(200).data();
        assertEquals("pending", half.getString("status"));
        assertEquals("blake", half.getJsonArray("missing").getString(0));
        ended(blake.post(path(approval, "approve"), APPROVE).expect(200).data(), "approved", 4, 0);
    }

    @Test
    void ofUnanimousOneObjectionIsTheEnd() {
        String approval = ask("\"approval_type\":\"unanimous\",\"approvers\":[\"alex\",\"blake\",\"casey\"]");
        alex.post(path(approval, "approve"), APPROVE).expect(200);
        JsonObject record =
                blake.post(path(approval, "reject"), OBJECT).expect(200).data();
        ended(record, "rejected", 1, 1);
        assertTrue(record.getString("resolution_reason").contains("backup server"), record.toString());
        casey.post(path(approval, "approve"), APPROVE).refused(409, "APPROVAL_ALREADY_DECIDED");
    }

    @Test
    void anEmergencyIsAgreedToAtOnceAndReviewedByAnother() {
        String approval = ask("\"approval_type\":\"emergency\"");
        JsonObject asked = record(approval);
        assertTrue(asked.getBoolean("emergency"));
        Instant expires = Instant.parse(asked.getString("expires_at"));
        assertEquals(Duration.ofMinutes(15), Duration.between(Instant.parse(asked.getString("requested_at")), expires));
        alex.post(path(approval, "approve"), APPROVE).refused(403, "FORBIDDEN");

        JsonObject record =
                drew.post(path(approval, "approve"), APPROVE).expect(200).data();
        ended(record, "approved", 1, 0);
        Instant due = Instant.parse(record.getString("review_due_at"));
        assertEquals(Duration.ofHours(24), Duration.between(Instant.parse(record.getString("resolved_at")), due));
        assertTrue(reviewsDue().contains(approval));

        String verdict = "{\"verdict\":\"justified\",\"comment\":\"the host was encrypting\"}";
        drew.post(path(approval, "review"), verdict).refused(403, "FORBIDDEN");
        sam.post(path(approval, "review"), verdict).refused(403, "FORBIDDEN");
        assertTrue(reviewsDue().contains(approval));
        blake.post(path(approval, "review"), verdict).expect(200);
        assertFalse(reviewsDue().contains(approval));
    }

    private Set<String> reviewsDue() {
        return blake
                .get("/v1/workflow-approvals?review=due&page_size=500")
                .expect(200)
                .json()
                .getJsonArray("data")
                .stream()
                .map(row -> row.asJsonObject().getString("uuid"))
                .collect(Collectors.toSet());
    }

    private static void ended(JsonObject record, String status, int approvals, int rejections) {
        assertEquals(status, record.getString("status"), record.toString());
        assertEquals(approvals, record.getInt("approvals_given"));
        assertEquals(rejections, record.getInt("rejections_given"));
        assertEquals(approvals + rejections, record.getJsonArray("decisions").size());
        assertFalse(Api.isNull(record, "resolved_at"));
    }

    private static JsonObject decision(JsonObject record, int index) {
        return record.getJsonArray("decisions").getJsonObject(index);
    }

    private static Set<String> approvers(JsonObject record) {
        return record.getJsonArray("decisions").stream()
                .map(it -> it.asJsonObject().getString("approver"))
                .collect(Collectors.toSet());
    }

    private String ask(String rule) {
        return ask("isolate_host", rule);
    }

    /** Sam asks for a tool call; the rest of the body says who has to agree. */
    private String ask(String tool, String rule) {
        return asked(tool, rule).expect(202).data().getString("approval_request_uuid");
    }

    private Api.Answer asked(String tool, String rule) {
        return sam.post("/v1/approvals", """
                {"tool_name":"%s","action_type":"CONTAINMENT","parameters":{"host":"host-17"},
                 "reason":"it beacons","risk_level":"high",%s}""".formatted(tool, rule));
    }

    private JsonObject record(String approval) {
        return Fixtures.approval(sam, approval);
    }

    private static String path(String approval, String verb) {
        return WhoMayDecideIT.path(approval, verb);
    }
}
