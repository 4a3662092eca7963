package io.countersign.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.countersign.kernel.ErrorCode;
import io.countersign.kernel.Refusal;
import io.countersign.notify.delivery.HttpSender;
import io.countersign.notify.delivery.NotifySettings;
import io.countersign.notify.slack.SlackDecisions;
import io.countersign.notify.slack.SlackDouble;
import io.countersign.notify.slack.SlackSignature;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SlackCallbacksTest {
    private final Fakes.HandClock clock = new Fakes.HandClock();
    private final Fakes.OneRequest approvals = new Fakes.OneRequest(Requests.pending());
    private final Fakes.Records audit = new Fakes.Records();
    private SlackDouble slack;

    @BeforeEach
    void open() throws Exception {
        slack = new SlackDouble();
    }

    @AfterEach
    void close() {
        slack.close();
    }

    @Test
    void aClickIsTheDecisionOfThePersonBehindTheAccount() {
        assertEquals(Optional.empty(), click("U0ALEX", "approve", Requests.DIGEST, ""));
        assertEquals(List.of("alex approve slack null"), approvals.decided);
    }

    @Test
    void aTypedReasonIsKept() {
        click("U0ALEX", "reject", Requests.DIGEST, """
                ,"state":{"values":{"comment:%s":{"comment":{"type":"plain_text_input","value":"a false alarm"}}}}""".formatted(Requests.ID));
        assertEquals(List.of("alex reject slack a false alarm"), approvals.decided);
    }

    @Test
    void anUnmappedAccountIsRefusedEphemerallyAndOnRecord() {
        String answer = click("U0STRANGER", "approve", Requests.DIGEST, "").orElseThrow();
        assertTrue(answer.contains("\"response_type\":\"ephemeral\""), answer);
        assertEquals(List.of(), approvals.decided);
        assertEquals(List.of("approval.decision_refused"), audit.actions());
        assertEquals("slack:U0STRANGER", audit.entries.get(0).actor());
    }

    @Test
    void theEphemeralMessageAlsoGoesToTheResponseAddressOfSlackItself() {
        click("U0STRANGER", "approve", "", ",\"response_url\":\"" + slack.url() + "/actions/1\"");
        assertEquals("1", slack.calls.get(0).method());
        click("U0STRANGER", "approve", "", ",\"response_url\":\"http://169.254.169.254/x\"");
        assertEquals(1, slack.calls.size(), "another host is never called");
    }

    @Test
    void aClickOnADeadRequestChangesNothingAndSaysSo() {
        approvals.stored = Requests.expired();
        String answer = click("U0ALEX", "approve", Requests.DIGEST, "").orElseThrow();
        assertTrue(answer.contains("Not counted"), answer);
    }

    @Test
    void aMessageFromBeforeARevisionDecidesNothing() {
        String answer = click("U0ALEX", "approve", "00".repeat(32), "").orElseThrow();
        assertTrue(answer.contains("revised"), answer);
        assertEquals(List.of(), approvals.decided);
    }

    @Test
    void aBadSignatureIsUnauthorizedAndOnRecord() {
        byte[] body = "payload=%7B%7D".getBytes(StandardCharsets.UTF_8);
        String at = Long.toString(clock.instant().getEpochSecond());
        Refusal refusal = assertThrows(Refusal.class, () -> door("shh").receive(body, at, "v0=00"));
        assertEquals(ErrorCode.UNAUTHORIZED, refusal.code());
        assertEquals(List.of("approval.callback_refused"), audit.actions());
    }

    @Test
    void withoutASecretThereIsNoSuchPlace() {
        Refusal refusal = assertThrows(Refusal.class, () -> door("").receive(new byte[0], null, null));
        assertEquals(ErrorCode.NOT_FOUND, refusal.code());
    }

    @Test
    void openingThePageIsNoDecision() {
        assertEquals(Optional.empty(), click("U0ALEX", "open", "", ""));
        assertEquals(List.of(), approvals.decided);
    }

    @Test
    void signedGarbageDecidesNothing() {
        for (String payload : List.of(
                "",
                "[]",
                "null",
                "{\"actions\":7}",
                "{\"user\":{\"id\":\"U0ALEX\"},\"actions\":[1]}",
                "{\"user\":{\"id\":\"U0ALEX\"},\"actions\":[{\"action_id\":\"approve:zzzzzzzz-zzzz-zzzz-zzzz-zzzzzzzzzzzz\"}]}")) {
            assertEquals(Optional.empty(), send(payload), payload);
        }
        assertEquals(List.of(), approvals.decided);
    }

    private Optional<String> click(String user, String verb, String value, String more) {
        return send("""
                {"type":"block_actions","user":{"id":"%s"},"container":{"message_ts":"17.1"},
                 "actions":[{"action_id":"%s:%s","block_id":"approval:%s","value":"%s"}]%s}""".formatted(user, verb, Requests.ID, Requests.ID, value, more));
    }

    private Optional<String> send(String payload) {
        byte[] body =
                ("payload=" + URLEncoder.encode(payload, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
        String at = Long.toString(clock.instant().getEpochSecond());
        return door("shh").receive(body, at, new SlackSignature("shh").sign(body, at));
    }

    private SlackCallbacks door(String secret) {
        NotifySettings settings = new NotifySettings(new MapConfig()
                .with("slack.bot.token", "xoxb-test")
                .with("slack.signing.secret", secret)
                .with("slack.base.url", slack.url().toString()));
        SlackDecisions decisions = new SlackDecisions(approvals, new Fakes.People(), audit, settings, new HttpSender());
        return new SlackCallbacks(settings, decisions, audit, clock);
    }
}
