package io.countersign.sandbox.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.countersign.sandbox.Sandbox;
import io.countersign.sandbox.SandboxOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a case file may say, and what it says when something differs. */
class CaseFormatTest {
    private static final String POST =
            "return WorkflowResult.ok(ctx.http().post(\"https://a.example/x?n=1\").header(\"X-Key\", \"k1\")"
                    + ".json(java.util.Map.of(\"a\", 1)).send().body());";
    private static final String FORM = "return WorkflowResult.ok(ctx.http().post(\"https://a.example/f\")"
            + ".form(java.util.Map.of(\"tag\", java.util.List.of(\"x\", \"y z\"))).send().body());";

    private static Sandbox inProcess;
    private static Sandbox workers;

    @TempDir
    private Path folder;

    @BeforeAll
    static void open() {
        inProcess = Sandbox.inProcess(SandboxOptions.DEFAULT);
        workers = Sandbox.workers(SandboxOptions.DEFAULT.withWorkers(1, 96));
    }

    @AfterAll
    static void close() {
        inProcess.close();
        workers.close();
    }

    private CaseFile read(String body, String fields) throws IOException {
        Files.writeString(
                folder.resolve("Made.java"),
                "import io.countersign.script.*;\npublic class Made implements Workflow {\n"
                        + "    public WorkflowResult run(WorkflowContext ctx) throws Exception {\n" + body
                        + "\n    }\n}\n");
        Path file = folder.resolve("Made.case.json");
        Files.writeString(
                file, "{\"script\": \"Made.java\"" + (fields.isEmpty() ? "" : ", ") + fields.replace('\'', '"') + "}");
        return CaseFile.read(file);
    }

    private CaseResult run(String body, String fields) throws IOException {
        return TestCommand.runCase(inProcess, read(body, fields));
    }

    private List<String> differences(String body, String fields) throws IOException {
        CaseFile one = read(body, fields);
        return one.expectation().differences(TestCommand.runCase(inProcess, one));
    }

    private static String mock(String request) {
        return "'http': [{'request': {" + request + "}, 'response': {'body': 'yes'}}]";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'url': 'https://a.example/x?n=1', 'headers': {'x-key': 'k1'}",
                "'url': '*', 'headers': {'X-KEY': 'k*', 'content-type': 'application/json'}",
                "'url': 'https://a.example/x', 'query': {'n': 1}",
                "'url': 'https://a.example/x', 'query': {'n': '*'}",
                "'json': {'a': 1}",
                "'body': '{\"a\":*}'",
                "'body_base64': 'eyJhIjoxfQ=='"
            })
    void aMockAnswersWhatItNames(String request) throws IOException {
        CaseResult result = run(POST, mock(request.replace("\"a\":*", "\\\"a\\\":*")));
        assertEquals("yes", result.message(), () -> result.json(null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"'form': {'tag': ['x', 'y z']}", "'form': {'tag': ['*', 'y*']}", "'body': 'tag=x&tag=y+z'"})
    void aMockAnswersAForm(String request) throws IOException {
        assertEquals("yes", run(FORM, mock(request)).message());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'method': 'put'|http[0] has that address, but expects method PUT",
                "'headers': {'X-Key': 'k2'}|http[0] has that address, but expects header X-Key: k2, not k1",
                "'headers': {'X-Other': 'k2'}|but expects header X-Other: k2, which is missing",
                "'query': {'n': 2}|but expects query parameter n: 2, not 1",
                "'method': 'POST', 'json': {'a': 2}|http[0] has that method and address, but expects json {\"a\":2} (differs at a)",
                "'json': {'a': 1, 'b': [1]}|but expects json {\"a\":1,\"b\":[1]} (differs at b)",
                "'json': []|but expects json [] (differs at its top)",
                "'body': 'text'|but expects body text",
                "'form': {'a': '1'}|but expects form field a: 1, which is missing",
                "'body_base64': 'eyJhIjoxfQoK'|but expects a body of 9 bytes (differs at byte 7)"
            })
    void aMockThatAlmostFitsSaysWhatDiffers(String request, String why) throws IOException {
        CaseResult result = run(POST, mock(request));
        assertEquals("HTTP_NOT_MOCKED", result.code());
        assertTrue(result.message().startsWith("no mock answers POST https://a.example/x?n=1"), result.message());
        assertTrue(result.message().contains(why), result.message());
        boolean body = request.contains("json") || request.contains("body") || request.contains("form");
        assertEquals(body, result.message().contains(" with {\"a\":1}; http[0]"), result.message());
    }

    @Test
    void aMockThatIsUsedUpSaysSo() throws IOException {
        String twice =
                "ctx.http().get(\"https://a.example/\").send(); ctx.http().get(\"https://a.example/\").send(); return null;";
        assertEquals(
                "no mock answers GET https://a.example/; http[0] has that address, but has answered its 1 time",
                run(twice, "'http': [{'response': {'status': 204}, 'times': 1}]")
                        .message());
        assertEquals(
                "no mock answers GET https://a.example/",
                run(twice, "'http': [{'request': {'url': 'https://b.example/'}, 'response': {'status': 204}}]")
                        .message());
    }

    @Test
    void whatAMockSaysOfASecretIsMasked() throws IOException {
        String body =
                "ctx.http().get(\"https://a.example/\").bearer(ctx.secrets().require(\"TOKEN\")).send(); return null;";
        String message = run(
                        body,
                        "'secrets': {'TOKEN': 'tok-4711-abc'}, " + mock("'headers': {'Authorization': 'Bearer other'}"))
                .message();
        assertTrue(message.contains("expects header Authorization: Bearer other, not Bearer ***"), message);
    }

    @Test
    void severalAnswersComeOneAfterTheOther() throws IOException {
        String polls = "StringBuilder s = new StringBuilder(); for (int i = 0; i < 3; i++)"
                + " s.append(ctx.http().get(\"https://a.example/\").send().status()).append(' '); return WorkflowResult.ok(s.toString());";
        String sequence = "'http': [{'response': [{'status': 202}, {'status': 200}]%s}, {'response': {'status': 404}}]";
        assertEquals("202 200 404 ", run(polls, sequence.formatted("")).message());
        assertEquals(
                "202 200 200 ", run(polls, sequence.formatted(", 'times': 3")).message());
    }

    @Test
    void anAnswerMayBeBytes() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write("hello".getBytes(StandardCharsets.UTF_8));
        }
        String base64 = Base64.getEncoder().encodeToString(packed.toByteArray());
        String body = "return WorkflowResult.ok(ctx.http().get(\"https://a.example/\").send().bytes().length + \"\");";
        String answer = "'http': [{'response': {'headers': {%s}, 'body_base64': '" + base64 + "'}}]";
        assertEquals(
                String.valueOf(packed.size()), run(body, answer.formatted("")).message());
        assertEquals(
                "5", run(body, answer.formatted("'Content-Encoding': 'gzip'")).message());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theClockIsFixedAndMovedByPausesAndBackOffAlone(boolean worker) throws IOException {
        String body =
                "String s = ctx.clock().instant() + \" \" + java.time.Instant.now() + \" \" + System.currentTimeMillis() + \" \";"
                        + " ctx.pause(java.time.Duration.ofSeconds(60));"
                        + " s += java.time.LocalDateTime.now(java.time.ZoneId.of(\"Europe/Berlin\")) + \" \";"
                        + " int status = ctx.http().get(\"https://a.example/\").retry(2).send().status();"
                        + " return WorkflowResult.ok(s + status + \" \" + java.time.ZonedDateTime.now(ctx.clock()).toInstant());";
        String fields =
                "'clock': '2026-03-01T09:00:00+01:00', 'http': [{'response': [{'status': 429, 'headers': {'Retry-After': '120'}}, {'status': 200}]}]";
        CaseResult result = TestCommand.runCase(worker ? workers : inProcess, read(body, fields));
        assertEquals(
                "2026-03-01T08:00:00Z 2026-03-01T08:00:00Z 1772352000000 2026-03-01T09:01 200 2026-03-01T08:03:00Z",
                result.message(),
                () -> result.json(null));
        assertTrue(result.millis() < 60_000, "nothing waits");
    }

    @Test
    void withoutAClockThePresentMovesOn() throws IOException {
        String body = "java.time.Instant a = ctx.clock().instant(); ctx.pause(java.time.Duration.ofSeconds(60));"
                + " return WorkflowResult.ok(java.time.Duration.between(a, ctx.clock().instant()).toMinutes() + \"\");";
        assertEquals("1", run(body, "").message());
    }

    @Test
    void expectationsCountRequestsAndUnusedMocks() throws IOException {
        String two =
                "'http': [{'request': {'url': 'https://a.example/*'}, 'response': {'body': 'yes'}}, {'request': {'url': 'https://b.example/'}, 'response': {'status': 204}}]";
        assertEquals(List.of(), differences(POST, two + ", 'expect': {'http_calls': 1}"));
        assertEquals(
                List.of("http_calls expected 2 but was 1: POST https://a.example/x?n=1", "http[1] was not used"),
                differences(POST, two + ", 'expect': {'http_calls': 2, 'every_mock_used': true}"));
        assertEquals(
                List.of(),
                differences(
                        POST,
                        two
                                + ", 'expect': {'http_calls': [{'method': 'POST', 'url': 'https://a.example/*', 'status': 200}], 'every_mock_used': false}"));
        assertEquals(
                List.of("http_calls[0].method expected \"GET\" but was \"POST\""),
                differences(POST, two + ", 'expect': {'http_calls': [{'method': 'GET'}]}"));
    }

    @Test
    void integrationsHaveStandIns() throws IOException {
        String body = "Okta okta = ctx.integrations().okta().orElseThrow(); String s = \"\";"
                + " for (int i = 0; i < 2; i++) { WorkflowResult r = okta.suspendUser(\"ann\"); s += r.success() + \" \" + r.message() + r.data() + \" \"; }"
                + " return WorkflowResult.ok(s + ctx.integrations().entra().isPresent());";
        assertEquals(
                "true done{} true done{} false",
                run(body, "'integrations': ['okta']").message());
        assertEquals(
                "true done{} true done{} false",
                run(body, "'integrations': {'okta': {}}").message());
        assertEquals(
                "false no such user{} true gone{id=1} false",
                run(
                                body,
                                "'integrations': {'okta': {'suspendUser': [{'success': false, 'message': 'no such user'}, {'message': 'gone', 'data': {'id': 1}}]}}")
                        .message());
        CaseResult other = run(body, "'integrations': {'okta': {'unsuspendUser': true}}");
        assertEquals("HTTP_NOT_MOCKED", other.code());
        assertEquals("no mock answers okta.suspendUser; integrations.okta has unsuspendUser", other.message());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'indicatr': {}|unknown field indicatr",
                "'expect': {'outcom': 'success'}|unknown field expect.outcom",
                "'expect': {'outcome': 'ok'}|field expect.outcome must be one of success",
                "'expect': {'http_calls': 'two'}|field expect.http_calls must be a whole number",
                "'expect': {'http_calls': [{'uri': 'x'}]}|unknown field expect.http_calls[0].uri",
                "'expect': {'every_mock_used': 1}|field expect.every_mock_used must be true or false",
                "'http': [{'request': {'header': {}}, 'response': {'status': 200}}]|unknown field http[0].request.header",
                "'http': [{'request': {'json': 1, 'form': {}}, 'response': {'status': 200}}]|field http[0].request.form must be left out beside json",
                "'http': [{'response': {'body_base64': '%%%'}}]|field http[0].response.body_base64 must be base64",
                "'http': [{'response': []}]|field http[0].response must be an object, or an array",
                "'http': [{'response': [{'status': 200}, {'stats': 1}]}]|unknown field http[0].response[1].stats",
                "'clock': 'noon'|field clock must be a time with its offset",
                "'integrations': {'octa': {}}|field integrations.octa must be one of crowdstrike, entra",
                "'integrations': {'okta': {'suspend': true}}|unknown field integrations.okta.suspend",
                "'limits': {'wall': 1}|unknown field limits.wall"
            })
    void aFieldThatCannotBeUsedIsNamed(String fields, String complaint) {
        String message = assertThrows(IllegalArgumentException.class, () -> read("return null;", fields))
                .getMessage();
        assertTrue(message.startsWith(complaint), message);
    }

    @Test
    void fieldsThatBeginWithXAreNotes() throws IOException {
        CaseFile one = read(
                POST,
                "'x_why': 1, 'limits': {'x_a': 1}, 'integrations': {'x_b': 1}, 'http': [{'x_c': 1, 'request': {'x_d': 1}, 'response': {'x_e': 1, 'body': 'yes'}}], 'expect': {'x_f': 1}");
        assertEquals("yes", TestCommand.runCase(inProcess, one).message());
        assertFalse(one.expectation().any());
    }
}
