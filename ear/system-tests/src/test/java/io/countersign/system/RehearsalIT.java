package io.countersign.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Testing a workflow leaves the machine alone and the record complete, drafts too. */
class RehearsalIT {
    private static final String INDICATOR = "\"indicator\":{\"type\":\"ip\",\"value\":\"203.0.113.110\"}";
    private static final String SECRET = "\"secrets\":{\"FIREWALL_API_KEY\":\"rehearsed-key\"}";
    private final TestServer house = TestServer.shared();
    private final TestUsers cast = TestUsers.of(house);
    private final String url = FakeServices.get().target.url() + "/api/block";
    private final String draft = draft(url, "[\"127.0.0.1\"]");

    @Test
    void aRequestThatNoMockMatchesIsAFailedRunThatNamesItAndNothingIsSent() {
        JsonObject report = test("");
        assertFalse(report.getBoolean("success"));
        assertTrue(report.getString("message").contains(url), report.toString());
        JsonObject other = test(
                ",\"http\":[{\"request\":{\"method\":\"GET\",\"url\":\"" + url + "\"},\"response\":{\"status\":200}}]");
        assertFalse(other.getBoolean("success"), "another method is another request");
        JsonObject body = test(",\"http\":[{\"request\":{\"url\":\"" + url
                + "\",\"json\":{\"ip\":\"203.0.113.111\"}},\"response\":{\"status\":200}}]");
        assertFalse(body.getBoolean("success"), "another body is another request");
        nothingCame();
    }

    @Test
    void whoWritesAsksOrDecidesTriesAWorkflowOutAndAReaderDoesNot() {
        String path = "/v1/workflows/" + draft + "/test";
        for (Api who : List.of(cast.author, cast.agent, cast.alex)) {
            who.post(path, "{" + INDICATOR + "}").expect(200);
        }
        Api reader = TestUsers.human(house, "vic", "\"soc-viewer\"", "\"workflows:read\"");
        assertEquals(
                3,
                reader.post(path, "{" + INDICATOR + "}")
                        .refused(403, "FORBIDDEN")
                        .details()
                        .getJsonArray("required_scopes")
                        .size());
    }

    @Test
    void everyShapeOfMockIsTaken() {
        for (String mocks : new String[] {
            "\"http\":[{\"request\":{\"method\":\"POST\",\"url\":\"" + url
                    + "\",\"json\":{\"ip\":\"203.0.113.110\"}},\"response\":{\"status\":200,\"json\":{\"ok\":true}}}]",
            "\"http\":[{\"request\":{\"url\":\"http://127.0.0.1*\"},\"response\":{\"status\":200}}]",
            "\"mock_http_responses\":{\"" + url + "\":{\"status_code\":200,\"body\":{\"ok\":true}}}",
            "\"mock_responses\":[{\"url_pattern\":\"*/api/block\",\"status_code\":200,\"body\":{\"ok\":true}}]"
        }) {
            JsonObject report = test("," + mocks);
            assertTrue(report.getBoolean("success"), mocks + " gave " + report);
            assertEquals("Blocked 203.0.113.110", report.getString("message"));
            assertEquals(1, report.getJsonArray("http_calls").size());
        }
        nothingCame();
    }

    @Test
    void aMockAnswersForAHostThatTheServerDoesNotList() {
        String elsewhere = draft("https://firewall.internal/api/block", "[]");
        String mock =
                ",\"http\":[{\"request\":{\"url\":\"https://firewall.internal/*\"},\"response\":{\"status\":200}}]";
        JsonObject report = test(elsewhere, mock);
        assertTrue(report.getBoolean("success"), report.toString());
        JsonObject inward =
                test(draft("http://169.254.169.254/latest", "[]"), mock.replace("https://firewall.internal/", ""));
        assertTrue(inward.getString("message").contains("EGRESS_ALLOWED_HOSTS"), inward.toString());
    }

    @Test
    void aMockThatCannotAnswerIsRefusedByName() {
        for (String[] slip : new String[][] {
            {"\"http\":[{\"response\":{\"error\":\"slow\"}}]", "http[0].response.error"},
            {"\"http\":[{\"request\":{\"url\":\"*\"}}]", "http[0].response"},
            {"\"http\":[],\"mock_responses\":[{\"url_pattern\":\"*\"}]", "mock_responses[0].status_code"}
        }) {
            JsonObject details = cast.author
                    .post("/v1/workflows/" + draft + "/test", "{" + INDICATOR + "," + slip[0] + "}")
                    .refused(422, "VALIDATION_ERROR")
                    .details();
            assertEquals(
                    slip[1], details.getJsonArray("fields").getJsonObject(0).getString("field"));
        }
    }

    @Test
    void theFormatIsThatOfCaseFiles() {
        JsonObject other = test(",\"http\":[{\"request\":{\"url\":\"" + url
                + "\",\"headers\":{\"Authorization\":\"Bearer other\"}},\"response\":{\"status\":200}}]");
        assertTrue(other.getString("message").contains("expects header Authorization"), other.toString());
        assertFalse(other.toString().contains("rehearsed-key"), "a secret is shown");
        JsonObject bytes = test(
                ",\"clock\":\"2026-03-01T08:00:00Z\",\"integrations\":{\"okta\":{}},\"http\":[{\"response\":{\"body_base64\":\"e30=\"}}]");
        assertTrue(bytes.getBoolean("success"), bytes.toString());
        JsonObject details = cast.author
                .post("/v1/workflows/" + draft + "/test", "{" + INDICATOR + ",\"clock\":\"noon\"}")
                .refused(422, "VALIDATION_ERROR")
                .details();
        assertEquals("clock", details.getJsonArray("fields").getJsonObject(0).getString("field"));
    }

    @Test
    void theSecretsOfTheServerAreNotUsedAndThoseGivenAreNotShown() {
        String mock = ",\"http\":[{\"request\":{\"url\":\"*\"},\"response\":{\"status\":200}}]";
        JsonObject without = cast.author
                .post("/v1/workflows/" + draft + "/test", "{" + INDICATOR + mock + "}")
                .expect(200)
                .data();
        assertEquals("FIREWALL_API_KEY is not set", without.getString("message"));
        JsonObject with = test(mock);
        assertTrue(with.getBoolean("success"), with.toString());
        assertFalse(with.toString().contains("rehearsed-key"), "a secret is shown");
    }

    @Test
    void aTestIsOnTheRecordAndIsNoRun() {
        test("");
        assertEquals(0, Fixtures.runsOf(cast.author, draft));
        String record = cast.admin
                .get("/v1/audit?action=workflow.tested&target_uuid=" + draft)
                .expect(200)
                .text();
        assertTrue(record.contains("\"workflow.tested\""), record);
    }

    private JsonObject test(String mocks) {
        return test(draft, mocks);
    }

    private JsonObject test(String workflow, String mocks) {
        return cast.author
                .post("/v1/workflows/" + workflow + "/test", "{" + INDICATOR + "," + SECRET + mocks + "}")
                .expect(200)
                .data();
    }

    private static void nothingCame() {
        assertTrue(
                FakeServices.get()
                        .target
                        .ledger(call -> call.body().contains("203.0.113.110"))
                        .isEmpty(),
                "a byte left the machine");
    }

    private String draft(String address, String allowedHosts) {
        return cast.author
                .post(
                        "/v1/workflows",
                        "{\"name\":%s,\"code\":%s,\"allowed_secrets\":[\"FIREWALL_API_KEY\"],\"allowed_hosts\":%s}"
                                .formatted(
                                        Api.string(Fixtures.unique("Draft")),
                                        Api.string(Fixtures.blockIp(address)),
                                        allowedHosts))
                .expect(201)
                .data()
                .getString("uuid");
    }
}
