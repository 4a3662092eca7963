package io.countersign.execution.run;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.countersign.execution.http.HttpExchange;
import io.countersign.sandbox.HttpCall;
import io.countersign.sandbox.HttpFailure;
import io.countersign.sandbox.HttpRecord;
import io.countersign.sandbox.HttpReply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people were shown before a run is what it may call, where the workflow says so; else the difference is in its log. */
class CallEnvelopeTest {

    private static final List<String> OUTLINE = List.of(
            "POST https://fw.example/api/block (line 9)",
            "GET https://fw.example/hosts/{…}/state (line 12)",
            "{…} https://any.example/x?a=1 (line 14)",
            "calls okta.suspendUser (line 20)",
            "reads the secret API_KEY (line 8)",
            "and more: read the code");

    private final List<HttpCall> sent = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({
        "POST, https://fw.example/api/block, true",
        "POST, https://fw.example/api/block?dry=1, true",
        "GET, https://fw.example/api/block, false",
        "POST, https://fw.example/api/blocks, false",
        "POST, https://fw.example.evil/api/block, false",
        "GET, https://fw.example/hosts/a%20b/state, true",
        "GET, https://fw.example/hosts/a/other, false",
        "PUT, https://any.example/x?a=1, true",
        "PUT, https://any.example/x, false",
        "PUT, https://any.example/x?a=2, false",
        "reads, the secret API_KEY, false",
    })
    void aCallIsComparedWithWhatWasShown(String method, String url, boolean shown) {
        assertEquals(shown, CallEnvelope.of("record", OUTLINE).shows(method, url));
    }

    /** The signs that end a quotation of a pattern are signs of an address like any other. */
    @Test
    void aShownAddressIsNoPattern() {
        CallEnvelope envelope = CallEnvelope.of("enforce", List.of("GET https://fw.example/\\E.*\\Q (line 3)"));
        assertFalse(envelope.shows("GET", "https://fw.example/delete/all"));
        assertTrue(envelope.shows("GET", "https://fw.example/\\E.*\\Q"));
    }

    @Test
    void enforceRefusesACallThatNobodyWasShown() {
        RunHost host = host("enforce", OUTLINE);
        assertDoesNotThrow(() -> host.http(call("https://fw.example/api/block")));
        HttpFailure refused =
                assertThrows(HttpFailure.class, () -> host.http(call("https://elsewhere.example/api/block")));
        assertEquals(HttpFailure.Kind.REFUSED, refused.kind());
        assertEquals(1, sent.size(), "only what was shown is sent");
        HttpFailure operation =
                assertThrows(HttpFailure.class, () -> host.integration("okta", "resetPassword", Map.of()));
        assertEquals(HttpFailure.Kind.REFUSED, operation.kind());
    }

    @Test
    void enforceRefusesEverythingWhereNothingCouldBeShown() {
        RunHost host = host("enforce", List.of());
        assertThrows(HttpFailure.class, () -> host.http(call("https://fw.example/api/block")));
        assertEquals(List.of(), sent);
    }

    @Test
    void recordLetsItPassAndSaysSoInTheLog() throws Exception {
        RunHost host = host("record", OUTLINE);
        host.http(call("https://elsewhere.example/"));
        assertEquals(1, sent.size());
        host.called(new HttpRecord("POST", "https://elsewhere.example/***", 200, 3, null));
        host.called(new HttpRecord("POST", "https://elsewhere.example/***", 200, 3, null));
        host.called(new HttpRecord("POST", "https://fw.example/api/block", 200, 3, null));
        assertEquals(3, host.calls().size());
        assertEquals(1, host.log().size());
        assertTrue(host.log().get(0).message().endsWith("POST https://elsewhere.example/***"));
        assertEquals("warn", host.log().get(0).level());
    }

    @Test
    void anEndpointsOneCallIsWhatWasAgreedTo() {
        assertTrue(CallEnvelope.NONE.shows("POST", "https://fw.example/"));
        assertFalse(CallEnvelope.of("record", List.of()).shows("POST", "https://fw.example/"));
    }

    private RunHost host(String envelope, List<String> outline) {
        HttpExchange exchange = call -> {
            sent.add(call);
            return new HttpReply(200, Map.of(), new byte[0]);
        };
        return new RunHost(
                CallEnvelope.of(envelope, outline),
                exchange,
                (name, operation, args, recorder) -> {
                    throw new AssertionError(operation);
                },
                line -> {},
                line -> {});
    }

    private static HttpCall call(String url) {
        return new HttpCall("POST", url, List.of(), new byte[0], false, Duration.ofSeconds(1), 1000);
    }
}
