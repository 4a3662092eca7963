package io.countersign.execution.worker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.countersign.execution.http.HttpExchange;
import io.countersign.execution.run.CallEnvelope;
import io.countersign.execution.run.RunHost;
import io.countersign.sandbox.CancelToken;
import io.countersign.sandbox.HttpCall;
import io.countersign.sandbox.HttpFailure;
import io.countersign.sandbox.HttpReply;
import io.countersign.sandbox.RunOutcome;
import io.countersign.workflows.Endpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EndpointCallTest {
    private static final Endpoint HOOK =
            new Endpoint("https://hook.example/in", "POST", Map.of("X-A", "1"), Map.of("X-Key", "HOOK_KEY"));
    private final List<HttpCall> sent = new ArrayList<>();
    private RunHost host;

    @Test
    void theEndpointGetsTheIndicatorAndItsSecretAndNobodyElseDoes() {
        RunOutcome outcome =
                run(HOOK, Map.of("HOOK_KEY", "s3cret-value"), call -> reply(200, "{\"echo\":\"s3cret-value\"}"));
        RunOutcome.Succeeded done = assertInstanceOf(RunOutcome.Succeeded.class, outcome);
        assertTrue(sent.get(0).headers().contains(Map.entry("X-Key", "s3cret-value")));
        assertEquals("{\"indicator\":{\"type\":\"ip\"}}", new String(sent.get(0).body(), UTF_8));
        assertEquals(Map.of("echo", "***"), done.data().get("body"));
        assertEquals(1, host.calls().size());
        assertFalse(host.calls().toString().contains("s3cret"));
    }

    @Test
    void aTypeThatTheEndpointNamesIsSentAlone() {
        Endpoint patch = new Endpoint(
                "https://hook.example/in", "PATCH", Map.of("content-type", "application/merge-patch+json"), Map.of());
        run(patch, Map.of(), call -> reply(204, ""));
        assertEquals(
                List.of(Map.entry("content-type", "application/merge-patch+json")),
                sent.get(0).headers());
    }

    @Test
    void anythingButTwoHundredsIsAFailure() {
        for (int status : List.of(199, 300, 404, 500)) {
            assertInstanceOf(
                    RunOutcome.Failed.class,
                    run(HOOK, Map.of("HOOK_KEY", "value"), call -> reply(status, "")),
                    "" + status);
        }
    }

    @Test
    void withoutItsSecretNothingIsSent() {
        RunOutcome outcome = run(HOOK, Map.of(), call -> reply(200, ""));
        assertEquals(
                "secret HOOK_KEY is not set or not granted to this workflow: set SECRET_HOOK_KEY on the server and list"
                        + " HOOK_KEY in the workflow's allowed_secrets",
                assertInstanceOf(RunOutcome.Failed.class, outcome).message());
        assertEquals(List.of(), sent);
    }

    @Test
    void neitherBodyNorSecretGoesElsewhere() {
        for (int status : List.of(301, 302, 303, 307, 308)) {
            sent.clear();
            RunOutcome outcome = run(
                    HOOK,
                    Map.of("HOOK_KEY", "s3cret-value"),
                    call -> redirect(call, "https://hook", status, "https://other.example/"));
            assertEquals(1, sent.size(), "" + status);
            assertEquals(
                    "POST https://hook.example/in answered " + status
                            + "; redirect not followed: POST is not sent to another scheme, host or port",
                    assertInstanceOf(RunOutcome.Failed.class, outcome).message());
            assertEquals(status, host.calls().get(0).status());
        }
    }

    @Test
    void aGetIsFollowedElsewhereWithoutItsSecret() {
        Endpoint look = new Endpoint("https://hook.example/in", "GET", Map.of("X-A", "1"), Map.of("X-Key", "HOOK_KEY"));
        run(
                look,
                Map.of("HOOK_KEY", "s3cret-value"),
                call -> redirect(call, "https://hook", 302, "https://other.example/"));
        assertEquals(2, sent.size());
        assertEquals(List.of(), sent.get(1).headers());
    }

    @Test
    void withinItsOriginAPostIsFollowedWhole() {
        run(
                HOOK,
                Map.of("HOOK_KEY", "s3cret-value"),
                call -> redirect(call, "https://hook.example/in", 307, "https://HOOK.example.:443/new"));
        assertEquals(2, sent.size());
        assertEquals(sent.get(0).headers(), sent.get(1).headers());
        assertEquals(
                new String(sent.get(0).body(), UTF_8), new String(sent.get(1).body(), UTF_8));
    }

    private static HttpReply redirect(HttpCall call, String from, int status, String to) {
        return call.url().startsWith(from)
                ? new HttpReply(status, Map.of("Location", List.of(to)), new byte[0])
                : reply(200, "");
    }

    @Test
    void aPostThatWasSentIsNotTriedAgainAndOneThatNeverLeftMayBe() {
        run(HOOK, Map.of("HOOK_KEY", "value"), call -> reply(500, ""));
        assertTrue(host.mayHaveActed());
        run(HOOK, Map.of("HOOK_KEY", "value"), call -> {
            throw new HttpFailure(HttpFailure.Kind.CONNECT, "no connection");
        });
        assertFalse(host.mayHaveActed());
        run(HOOK, Map.of("HOOK_KEY", "value"), call -> {
            throw new HttpFailure(HttpFailure.Kind.PROTOCOL, "no answer");
        });
        assertTrue(host.mayHaveActed());
    }

    private RunOutcome run(Endpoint endpoint, Map<String, String> secrets, HttpExchange answers) {
        sent.clear();
        host = new RunHost(
                CallEnvelope.NONE,
                call -> {
                    sent.add(call);
                    return answers.send(call);
                },
                (name, operation, args, recorder) -> {
                    throw new AssertionError();
                },
                line -> {},
                call -> {});
        return new EndpointCall(endpoint, secrets, Map.of("indicator", Map.of("type", "ip")), host, new CancelToken())
                .run(5_000);
    }

    private static HttpReply reply(int status, String body) {
        return new HttpReply(status, Map.of(), body.getBytes(UTF_8));
    }
}
