package io.countersign.sandbox.mocks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.countersign.sandbox.HttpCall;
import io.countersign.sandbox.HttpFailure;
import io.countersign.sandbox.http.EgressPolicy;
import io.countersign.sandbox.http.RequestGuard;
import io.countersign.sandbox.json.SandboxJson;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a mock may say, in each of its shapes; a slip of the pen is no answer. */
class MocksTest {

    private static final HttpCall CALL = new HttpCall(
            "GET", "https://firewall.example/", List.of(), new byte[0], false, Duration.ofSeconds(1), 1024);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'url': '*'}|http[0].url",
                "{'request': {'url': '*'}}|http[0].response",
                "{'request': {'url': '*'}, 'response': null}|http[0].response",
                "{'response': {}}|http[0].response.status",
                "{'response': {'headers': {'X': 'y'}}}|http[0].response.status",
                "{'response': {'status': 42}}|http[0].response.status",
                "{'response': {'error': 'connect_timout'}}|http[0].response.error",
                "{'response': {'error': 7}}|http[0].response.error"
            })
    void aMockThatCannotAnswerIsRefusedByItsPath(String mock, String path) {
        assertEquals(
                path, refused("[" + mock.replace('\'', '"') + "]", null, null).path());
    }

    @Test
    void anUnknownErrorIsToldTheKnownOnes() {
        String complaint =
                refused("[{\"response\": {\"error\": \"slow\"}}]", null, null).complaint();
        assertTrue(complaint.contains("connect_timeout, ") && complaint.contains("read_timeout"), complaint);
    }

    @Test
    void theOtherShapesHaveToAnswerToo() {
        assertEquals(
                "mock_http_responses.https://a/.status_code",
                refused(null, "{\"https://a/\": {}}", null).path());
        assertEquals(
                "mock_responses[0].status_code",
                refused(null, null, "[{\"url_pattern\": \"*\"}]").path());
        assertEquals("mock_responses", refused(null, null, "{}").path());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"response\": {\"status\": 204}}]",
                "[{\"response\": {\"json\": null}}]",
                "[{\"response\": {\"body\": \"\"}, \"times\": 1, \"x_note\": \"why\"}]",
                "[{\"request\": {\"url\": \"https://a/*\"}, \"response\": {\"error\": \"connection_reset\"}}]"
            })
    void whatAnswersIsTaken(String http) {
        assertEquals(1, Mocks.of(SandboxJson.read(http), null, null).size());
    }

    @Test
    void onlyAnErrorBeforeTheConnectionLeavesNothingDone() {
        for (String word : MockError.words()) {
            boolean before = word.startsWith("connect_") || word.matches("connection_refused|dns_failure|unknown_host");
            assertEquals(before, !kind(word).mayHaveActed(), word);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "connect_timeout, connect",
        "connection_refused, connect",
        "dns_failure, dns",
        "read_timeout, timeout",
        "timeout, timeout",
        "tls_error, tls",
        "connection_reset, protocol",
        "protocol_error, protocol"
    })
    void anErrorIsOfTheKindThatScriptsAreTold(String error, String kind) {
        assertEquals(kind, kind(error).word());
    }

    private static HttpFailure.Kind kind(String word) {
        Object http = List.of(Map.of("response", Map.of("error", word)));
        MockHost host = new MockHost(Mocks.of(http, null, null), new RequestGuard(EgressPolicy.of("", false)));
        return assertThrows(HttpFailure.class, () -> host.http(CALL)).kind();
    }

    private static UnusableFieldException refused(String http, String byUrl, String byPattern) {
        return assertThrows(UnusableFieldException.class, () -> Mocks.of(read(http), read(byUrl), read(byPattern)));
    }

    private static Object read(String json) {
        return json == null ? null : SandboxJson.read(json);
    }
}
