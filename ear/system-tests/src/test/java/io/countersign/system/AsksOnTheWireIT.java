package io.countersign.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What callers write, where several things could be meant. */
class AsksOnTheWireIT {
    private final TestServer house = TestServer.shared();
    private final TestUsers cast = TestUsers.of(house);

    @ParameterizedTest
    @CsvSource({
        "/v1/workflows?statsu=draft,statsu",
        "/v1/workflows?kind=script&kind=script,kind",
        "/v1/workflow-approvals?status=pending&status=approved,status",
        "/v1/workflow-runs?wait=1,wait",
        "/v1/metrics/summary?from=1,from",
        "/v1/audit?order=sideways,order",
        "/v1/audit?after_seq=-1,after_seq"
    })
    void aQueryParameterThatIsUnknownOrGivenTwiceIsNamed(String path, String field) {
        JsonObject details =
                cast.author.get(path).refused(422, "VALIDATION_ERROR").details();
        assertEquals(field, details.getJsonArray("fields").getJsonObject(0).getString("field"));
    }

    @Test
    void whatIsMeantIsActedOnAndWhatWasWrittenIsKept() {
        String workflow = Fixtures.workflow(cast.author, Fixtures.unique("Defanged"), "");
        String approval = Fixtures.ask(cast.agent, workflow, "203[.]0[.]113[.]9");
        JsonObject indicator = Fixtures.approval(cast.alex, approval).getJsonObject("indicator");
        assertEquals("203.0.113.9", indicator.getString("value"));
        assertEquals("203[.]0[.]113[.]9", indicator.getString("original"));
        String revise = WhoMayDecideIT.path(approval, "revise");
        cast.agent
                .post(revise, "{\"indicator\":{\"type\":\"ip\",\"value\":\"evil.example\"},\"comment\":\"wrong\"}")
                .refused(422, "VALIDATION_ERROR");
        JsonObject revised = cast.agent
                .post(
                        revise,
                        "{\"indicator\":{\"type\":\"ip\",\"value\":\"203(.)0.113.10\"},\"comment\":\"typing error\"}")
                .expect(200)
                .data();
        assertEquals("203.0.113.10", revised.getJsonObject("indicator").getString("value"));
        cast.agent
                .post("/v1/workflows/" + workflow + "/execute", Fixtures.execute("203.0.113.9, 203.0.113.10"))
                .refused(422, "VALIDATION_ERROR");
    }

    @Test
    void aWaitThatGivesUpTellsHowThingsStand() {
        String workflow = Fixtures.workflow(cast.author, Fixtures.unique("Waited for"), "");
        Api.Answer answer = cast.agent.post(
                "/v1/workflows/" + workflow + "/execute",
                Fixtures.execute("203.0.113.132"),
                Map.of("Prefer", "wait=1"));
        assertEquals("pending_approval", answer.expect(202).data().getString("status"));
        assertTrue(answer.header("Location").contains("/v1/workflow-approvals/"), answer.header("Location"));
    }

    @Test
    void anExecuteCallsBackAsAToolAskDoes() {
        String workflow = Fixtures.workflow(cast.author, Fixtures.unique("Called back"), "");
        String path = "/v1/workflows/" + workflow + "/execute";
        cast.agent.post(path, withCallback("http://169.254.169.254/latest")).refused(422, "VALIDATION_ERROR");
        String good = withCallback(FakeServices.get().target.url() + "/outcome");
        Map<String, String> once = Map.of("Idempotency-Key", Fixtures.unique("callback"));
        JsonObject asked = cast.agent.post(path, good, once).expect(202).data();
        assertFalse(asked.getString("callback_secret").isBlank());
        assertEquals(asked, cast.agent.post(path, good, once).expect(202).data());
        String approval = asked.getString("approval_request_uuid");
        cast.alex
                .post(WhoMayDecideIT.path(approval, "reject"), "{\"reason\":\"not ours\"}")
                .expect(200);
        FakeServices.get()
                .target
                .await(
                        "the outcome",
                        call -> call.path().equals("/outcome")
                                && call.body().contains(approval)
                                && call.body().contains("rejected"));
    }

    private static String withCallback(String url) {
        return Fixtures.execute("203.0.113.133").replaceFirst("\\}\\s*$", ",\"callback_url\":\"" + url + "\"}");
    }

    @Test
    void rowsOfAKeyAreFoundByItsNameItsPrefixAndItsId() {
        String name = Fixtures.unique("audited");
        JsonObject key =
                cast.admin.post("/v1/api-keys", """
                        {"name":"%s","key_type":"agent","owner":"sam","scopes":["workflows:execute","approvals:read"]}""".formatted(name)).expect(201).data();
        Api agent = house.api(key.getString("key"));
        String asked = agent.post("/v1/approvals", "{\"tool_name\":\"audited\",\"reason\":\"to be found\"}")
                .expect(202)
                .data()
                .getString("approval_request_uuid");
        for (String query : new String[] {
            "key=" + name.replace(" ", "%20"),
            "key=" + key.getString("prefix"),
            "key=" + key.getString("uuid"),
            "actor=" + name.replace(" ", "%20")
        }) {
            String rows =
                    cast.admin.get("/v1/audit?order=asc&" + query).expect(200).text();
            assertTrue(rows.contains(asked), () -> query + " finds " + rows);
        }
        assertFalse(
                cast.admin.get("/v1/audit?key=nobody-has-it").expect(200).text().contains(asked));
    }
}
