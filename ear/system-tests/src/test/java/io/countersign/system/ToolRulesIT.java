package io.countersign.system;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an asker states of a tool call takes nothing from what the house asks for; who is asked by a role decides by it alone. */
class ToolRulesIT {

    private final TestServer house = TestServer.shared();
    private final Api sam = house.login("sam");

    private JsonObject asked(String tool, String more) {
        String id =
                sam.post("/v1/approvals", body(tool, more)).expect(202).data().getString("approval_request_uuid");
        return house.login("alex").get(path(id, "")).expect(200).data();
    }

    private static String body(String tool, String more) {
        return "{\"tool_name\":" + Api.string(tool) + ",\"reason\":\"it beacons\"" + more + "}";
    }

    private static String path(String id, String what) {
        return "/v1/workflow-approvals/" + id + what;
    }

    @Test
    void somebodyWithARoleOfTheHousesOwnReadsAndDecides() {
        String name = "lead-" + Fixtures.unique("lead").substring(5);
        Realm.of(house).ensure(name, List.of("soc-lead"));
        Api lead = house.login(name);
        JsonObject request = asked("isolate_host", ",\"approval_type\":\"manual\",\"required_roles\":[\"soc-lead\"]");
        String id = request.getString("uuid");
        // the directory looks up somebody new while they are answered, and reading does not wait for it
        Api.Answer read = Await.until("the new lead to be known", () -> {
            Api.Answer answer = lead.get(path(id, ""));
            return answer.status() == 403 ? null : answer;
        });
        assertEquals("pending", read.expect(200).data().getString("status"));
        assertEquals(
                "approved",
                lead.post(path(id, "/approve"), "{}").expect(200).data().getString("status"));
        String others = asked("isolate_host", ",\"approval_type\":\"manual\",\"required_roles\":[\"network\"]")
                .getString("uuid");
        lead.get(path(others, "")).refused(403, "FORBIDDEN");
        lead.post(path(others, "/approve"), "{}").refused(403, "FORBIDDEN");
    }

    @Test
    void namesThatOnlyLookAlikeAreRefused() {
        for (String name : List.of("isolate_host ", "isolate\u200b_host", "isol\u0430te_host", "isolate host")) {
            sam.post("/v1/approvals", body(name, "")).refused(422, "VALIDATION_ERROR");
        }
    }

    @Test
    void anUnknownToolIsHighWhateverIsStated() {
        assertEquals(
                "high",
                asked(Fixtures.uniqueTool("x"), ",\"risk_level\":\"low\"").getString("risk_level"));
        assertEquals("high", asked(Fixtures.uniqueTool("x"), "").getString("risk_level"));
        assertEquals(
                "critical",
                asked(Fixtures.uniqueTool("x"), ",\"risk_level\":\"critical\"").getString("risk_level"));
    }

    @Test
    void theCatalogueHoldsOnceAnotherAdminHasAgreed() {
        String tool = Fixtures.uniqueTool("Wipe");
        String entry = "{\"tool_name\":\"" + tool + "\",\"risk_level\":\"medium\",\"approval_type\":\"multi\","
                + "\"required_approvers\":2}";
        String change =
                house.admin().post("/v1/tools", entry).expect(202).data().getString("approval_request_uuid");
        assertEquals("high", asked(tool, "").getString("risk_level"), "nothing holds before");
        house.login("root").post(path(change, "/approve"), "{}").expect(200);
        JsonObject request = asked(tool.toLowerCase(), ",\"risk_level\":\"low\",\"approval_type\":\"manual\"");
        assertEquals("medium", request.getString("risk_level"));
        assertEquals("multi", request.getString("approval_type"));
        assertEquals(2, request.getInt("required_approvers"));
        house.login("sam").get("/v1/tools").refused(403, "FORBIDDEN");
    }
}
