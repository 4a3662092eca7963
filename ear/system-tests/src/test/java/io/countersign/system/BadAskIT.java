package io.countersign.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nonsense is answered with the name of the field, and has no effect. */
class BadAskIT {
    private static final String MEGABYTE = "x".repeat(1_000_000);
    private final TestServer house = TestServer.shared();
    private final TestUsers cast = TestUsers.of(house);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            required_roles          | "approval_type":"manual","required_roles":["no-such-role"]
            required_roles          | "approval_type":"multi","required_approvers":2,"required_roles":[""]
            approvers               | "approval_type":"single","approvers":[]
            approvers               | "approval_type":"unanimous","approvers":[]
            approvers               | "approval_type":"single","approvers":["nobody-of-that-name"]
            approvers               | "approval_type":"single","approvers":["sam"]
            required_approvers      | "approval_type":"multi","required_roles":["approver"]
            required_approvers      | "approval_type":"multi","required_roles":["approver"],"required_approvers":1
            required_approvers      | "approval_type":"multi","required_roles":["approver"],"required_approvers":-2
            required_approvers      | "approval_type":"multi","required_roles":["network"],"required_approvers":40
            required_rejections     | "approval_type":"multi","required_roles":["approver"],"required_approvers":2,"required_rejections":0
            quorum                  | "approval_type":"multi","quorum":{"all":[{"role":"network","count":40}]}
            quorum                  | "approval_type":"multi","quorum":{"all":[{"role":"no-such-role","count":1}]}
            required_rejections     | "approval_type":"multi","required_roles":["soc-lead","network"],"required_approvers":2,"required_rejections":40
            required_approvers      | "approval_type":"manual","required_approvers":2
            approvers               | "approval_type":"manual","approvers":["alex"]
            approval_type           | "approval_type":"whoever"
            timeout_seconds         | "timeout_seconds":-1
            timeout_seconds         | "timeout_seconds":29
            timeout_seconds         | "timeout_seconds":604801
            reminder_after_seconds  | "reminder_after_seconds":-5
            confidence              | "confidence":1.5
            confidence              | "confidence":-0.1
            risk_level              | "risk_level":"terrible"
            reason                  | "reason":null
            reason                  | "reason":"  "
            callback_url            | "callback_url":"http://169.254.169.254/latest"
            surprise                | "surprise":1
            """)
    void isRefusedByTheNameOfItsField(String field, String more) {
        refusedFor(field, more);
    }

    @Test
    void aMegabyteOfReasonIsRefusedByName() {
        refusedFor("reason", "\"reason\":\"" + MEGABYTE + "\"");
    }

    @Test
    void missingPeopleAreNamed() {
        String message = refusedFor(
                "required_approvers",
                "\"approval_type\":\"multi\",\"required_roles\":[\"network\"],\"required_approvers\":40");
        assertTrue(message.contains("casey") && message.contains("network"), message);
    }

    @Test
    void aBadDecisionIsRefusedByNameAndDecidesNothing() {
        String approval = cast.agent
                .post("/v1/approvals", body("\"timeout_seconds\":600"))
                .expect(202)
                .data()
                .getString("approval_request_uuid");
        String approve = WhoMayDecideIT.path(approval, "approve");
        String reject = WhoMayDecideIT.path(approval, "reject");
        named(cast.alex.post(approve, "{\"comment\":\"" + MEGABYTE + "\"}"), "comment");
        named(cast.alex.post(approve, "{\"comment\":17}"), "comment");
        named(cast.alex.post(approve, "{\"approver\":\"blake\"}"), "approver");
        named(cast.alex.post(reject, "{\"reason\":\"" + MEGABYTE + "\"}"), "reason");
        named(cast.alex.post(reject, "{\"reason\":null}"), "reason");
        named(cast.alex.post(reject, "{\"reason\":\" \"}"), "reason");
        named(cast.agent.post(WhoMayDecideIT.path(approval, "cancel"), "{\"reason\":null}"), "reason");
        JsonObject record = Fixtures.approval(cast.alex, approval);
        assertEquals("pending", record.getString("status"));
        assertEquals(0, record.getJsonArray("decisions").size());

        // to say nothing is no mistake where nothing has to be said
        cast.alex.post(approve, "{\"comment\":null}").expect(200);
        assertEquals("approved", Fixtures.approval(cast.alex, approval).getString("status"));
    }

    private String refusedFor(String field, String more) {
        int before = asked();
        String message = named(cast.agent.post("/v1/approvals", body(more)), field);
        assertEquals(before, asked(), "a refused ask left a request behind");
        return message;
    }

    private static String named(Api.Answer answer, String field) {
        answer.refused(422, "VALIDATION_ERROR");
        var fields = answer.details().getJsonArray("fields");
        Set<String> names =
                fields.stream().map(it -> it.asJsonObject().getString("field")).collect(Collectors.toSet());
        assertEquals(Set.of(field), names, answer.text());
        return fields.getJsonObject(0).getString("message");
    }

    private int asked() {
        return cast.agent
                .get("/v1/workflow-approvals?mine=true&page_size=1")
                .expect(200)
                .json()
                .getJsonObject("meta")
                .getInt("total");
    }

    private static String body(String more) {
        String reason = more.contains("\"reason\"") ? "" : "\"reason\":\"it beacons\",";
        return "{\"tool_name\":\"isolate_host\"," + reason + more + "}";
    }
}
