package io.countersign.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every resource. */
class ConventionsIT {
    private final TestServer house = TestServer.shared();
    private final TestUsers cast = TestUsers.of(house);

    @Test
    void oneIsDataAndMeta() {
        JsonObject answer =
                cast.author.post("/v1/workflows", draft("One")).expect(201).json();
        assertEquals("One", answer.getJsonObject("data").getString("name"));
        assertNotNull(answer.getJsonObject("meta"));
    }

    @Test
    void manyIsDataAndAPage() {
        cast.author.post("/v1/workflows", draft(Fixtures.unique("Many"))).expect(201);
        JsonObject answer =
                cast.author.get("/v1/workflows?page=1&page_size=1").expect(200).json();
        JsonObject meta = answer.getJsonObject("meta");
        assertEquals(1, answer.getJsonArray("data").size());
        assertEquals(1, meta.getInt("page"));
        assertEquals(1, meta.getInt("page_size"));
        assertEquals(meta.getInt("total"), meta.getInt("total_pages"));
        assertFalse(answer.getJsonArray("data").getJsonObject(0).containsKey("code"), "no code in lists");
    }

    @ParameterizedTest
    @ValueSource(strings = {"page=0", "page=-1", "page=x", "page_size=0", "page_size=501", "page_size=1e2"})
    void aPageOutOfRangeIsRefusedByName(String query) {
        JsonObject details = cast.author
                .get("/v1/workflows?" + query)
                .refused(422, "VALIDATION_ERROR")
                .details();
        assertEquals(
                query.substring(0, query.indexOf('=')),
                details.getJsonArray("fields").getJsonObject(0).getString("field"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/workflow-runs?status=running,finished",
                "/v1/workflow-approvals?status=pending,odd",
                "/v1/workflow-runs?status=SUCCESS"
            })
    void anUnknownStatusIsRefusedByName(String path) {
        JsonObject details =
                cast.author.get(path).refused(422, "VALIDATION_ERROR").details();
        assertEquals("status", details.getJsonArray("fields").getJsonObject(0).getString("field"));
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/v1/nothing,404,NOT_FOUND",
        "GET,/v1/workflows/not-a-uuid,404,NOT_FOUND",
        "GET,/v1/workflows/3f0c4a3e-0000-4000-8000-000000000000,404,NOT_FOUND",
        "PUT,/v1/workflows,405,METHOD_NOT_ALLOWED",
        "DELETE,/v1/audit,405,METHOD_NOT_ALLOWED",
        "TRACE,/v1/workflows,405,METHOD_NOT_ALLOWED"
    })
    void whatIsNotThereIsAnEnvelopeToo(String method, String path, int status, String code) {
        Api.Answer answer = cast.author.send(method, path, null, Map.of());
        answer.refused(status, code);
        assertTrue(answer.header("Content-Type").startsWith("application/json"), answer.header("Content-Type"));
    }

    /** What echoes a request echoes its key. */
    @ParameterizedTest
    @ValueSource(strings = {"/", "/health/live", "/v1/workflows", "/console/", "/mcp"})
    void nothingIsTraced(String path) {
        Api.Answer answer = cast.author.send("TRACE", path, null, Map.of());
        assertEquals(405, answer.status(), answer.text());
        assertFalse(answer.text().contains(cast.author.key()), answer.text());
    }

    @Test
    void noKeyAndABadKeyAreUnauthorized() {
        house.api(null).get("/v1/workflows").refused(401, "UNAUTHORIZED");
        house.api("csk_" + "x".repeat(43)).get("/v1/workflows").refused(401, "UNAUTHORIZED");
    }

    @Test
    void aMissingScopeIsNamed() {
        Api reader = TestUsers.human(house, "vic", "\"soc-viewer\"", "\"workflows:read\"");
        JsonObject details = reader.post("/v1/workflows", draft("No"))
                .refused(403, "FORBIDDEN")
                .details();
        assertEquals("workflows:write", details.getJsonArray("required_scopes").getString(0));
    }

    @Test
    void aBodyThatIsNoJsonIsMalformed() {
        cast.author.post("/v1/workflows", "{\"name\":").refused(400, "MALFORMED_JSON");
    }

    @Test
    void anotherMediaTypeIsUnsupported() {
        cast.author
                .send("POST", "/v1/workflows", "name=x", Map.of("Content-Type", "application/x-www-form-urlencoded"))
                .refused(415, "UNSUPPORTED_MEDIA_TYPE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"///", "application", "a b/c", "/json"})
    void aMediaTypeThatIsNoneIsUnsupportedToo(String type) {
        cast.author
                .send("POST", "/v1/workflows", draft("No type"), Map.of("Content-Type", type))
                .refused(415, "UNSUPPORTED_MEDIA_TYPE");
    }

    @Test
    void anUnknownFieldIsRefusedByName() {
        JsonObject details = cast.author
                .post("/v1/workflows", "{\"name\":\"x\",\"colour\":\"red\"}")
                .refused(422, "VALIDATION_ERROR")
                .details();
        assertTrue(details.toString().contains("\"colour\""), details.toString());
    }

    @Test
    void everyBadFieldIsReportedAtOnce() {
        JsonObject details = cast.author
                .post(
                        "/v1/workflows",
                        "{\"name\":\"\",\"timeout_seconds\":0,\"risk_level\":\"purple\",\"retry_count\":11}")
                .refused(422, "VALIDATION_ERROR")
                .details();
        for (String field : List.of("name", "timeout_seconds", "risk_level", "retry_count")) {
            assertTrue(details.toString().contains("\"" + field + "\""), field + " in " + details);
        }
    }

    @Test
    void aTooLargeBodyIsRefused() {
        String body = "{\"name\":\"x\",\"documentation\":\"" + "x".repeat(1 << 20) + "\"}";
        cast.author.post("/v1/workflows", body).refused(413, "PAYLOAD_TOO_LARGE");
    }

    @Test
    void aBodyOfSeveralMebibytesIsRefusedInTheSameWords() {
        String body = "{\"name\":\"x\",\"documentation\":\"" + "x".repeat(3 << 20) + "\"}";
        cast.author.post("/v1/workflows", body).refused(413, "PAYLOAD_TOO_LARGE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "application/xml", "application/json", "*/*"})
    void theAnswerIsJsonWhateverIsTaken(String accept) {
        Api.Answer answer = cast.author.send("GET", "/v1/workflows", null, Map.of("Accept", accept));
        answer.expect(200);
        assertTrue(answer.header("Content-Type").startsWith("application/json"), answer.header("Content-Type"));
    }

    @Test
    void agentsNeedNoSpecialAcceptHeader() {
        String ping = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}";
        assertEquals(
                1,
                cast.agent
                        .post("/mcp", ping, Map.of("Accept", "application/json"))
                        .expect(200)
                        .json()
                        .getInt("id"));
    }

    @Test
    void theRequestIdIsEchoedOrMade() {
        Map<String, String> given = Map.of("X-Request-ID", "story-4711");
        assertEquals(
                "story-4711",
                cast.author.send("GET", "/v1/workflows", null, given).header("X-Request-ID"));
        assertNotNull(cast.author.get("/v1/workflows").header("X-Request-ID"));
        assertNotNull(house.api(null).get("/v1/workflows").header("X-Request-ID"));
    }

    @Test
    void aStaleIfMatchIsAConflict() {
        Api.Answer created = cast.author
                .post("/v1/workflows", draft(Fixtures.unique("Stale")))
                .expect(201);
        String path = "/v1/workflows/" + created.data().getString("uuid");
        String etag = cast.author.get(path).expect(200).header("ETag");
        Map<String, String> ifMatch = Map.of("If-Match", etag);
        cast.author
                .send("PATCH", path, "{\"documentation\":\"first\"}", ifMatch)
                .expect(200);
        cast.author
                .send("PATCH", path, "{\"documentation\":\"second\"}", ifMatch)
                .refused(409, "CONFLICT");
        assertEquals("first", cast.author.get(path).data().getString("documentation"));
        assertNotEquals(etag, cast.author.get(path).header("ETag"));
    }

    @Test
    void theSameIdempotencyKeyHasOneEffectUnderConcurrencyToo() throws Exception {
        String name = Fixtures.unique("Once");
        Map<String, String> key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            Callable<Api.Answer> create = () -> cast.author.post("/v1/workflows", draft(name), key);
            List<Future<Api.Answer>> answers = threads.invokeAll(java.util.Collections.nCopies(8, create));
            String first = answers.get(0).get().expect(201).data().getString("uuid");
            for (Future<Api.Answer> answer : answers) {
                assertEquals(first, answer.get().expect(201).data().getString("uuid"));
            }
        } finally {
            threads.shutdownNow();
        }
        cast.author.post("/v1/workflows", draft(name + " other"), key).refused(409, "CONFLICT");
        String found = name.replace(" ", "%20");
        assertEquals(
                1,
                cast.author
                        .get("/v1/workflows?q=" + found)
                        .json()
                        .getJsonObject("meta")
                        .getInt("total"));
    }

    @Test
    void waitBeyondAMinuteIsRefusedInAQuery() {
        String workflow = Fixtures.workflow(cast.author, Fixtures.unique("Wait"), "");
        String approval = Fixtures.ask(cast.agent, workflow, "203.0.113.61");
        cast.agent.get("/v1/approvals/" + approval + "?wait=61").refused(422, "VALIDATION_ERROR");
    }

    @Test
    void anAgentKeyNeverGetsAdmin() {
        house.admin()
                .post(
                        "/v1/api-keys",
                        "{\"name\":\"a\",\"key_type\":\"agent\",\"owner\":\"sam\",\"scopes\":[\"admin\"]}")
                .refused(422, "VALIDATION_ERROR");
    }

    @Test
    void aRevokedKeyIsUnauthorizedAtOnce() {
        JsonObject created = house.admin()
                .post(
                        "/v1/api-keys",
                        "{\"name\":\"short-lived\",\"key_type\":\"agent\",\"owner\":\"sam\",\"scopes\":[\"workflows:read\"]}")
                .expect(201)
                .data();
        Api shortLived = house.api(created.getString("key"));
        shortLived.get("/v1/workflows").expect(200);
        house.admin().delete("/v1/api-keys/" + created.getString("uuid"));
        shortLived.get("/v1/workflows").refused(401, "UNAUTHORIZED");
    }

    @Test
    void healthTellsTheTruthOnBothPorts() {
        for (String path : List.of("/health/live", "/health/ready")) {
            house.api(null).get(path).expect(200);
            new Api("http://127.0.0.1:" + house.managementPort(), null)
                    .get(path)
                    .expect(200);
        }
        assertTrue(house.api(null).get("/openapi").expect(200).text().contains("/v1/workflows"));
    }

    private static String draft(String name) {
        return "{\"name\":" + Api.string(name) + ",\"code\":" + Api.string(Fixtures.blockIp("http://127.0.0.1:1/"))
                + "}";
    }
}
