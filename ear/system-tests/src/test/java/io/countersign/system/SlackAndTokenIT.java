package io.countersign.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** From the message in Slack to the decision, on the page behind the link and with the buttons. */
class SlackAndTokenIT {
    private static final Pattern LINK =
            Pattern.compile("/v1/approvals/[0-9a-f-]{36}/decide\\?token=([A-Za-z0-9_-]{43})");
    private final TestServer house = TestServer.shared();
    private final TestUsers cast = TestUsers.of(house);
    private final Receiver slack = FakeServices.get().slack;
    private final Api browser = house.api(null);

    @Test
    void thePersonalLinkDecidesOnceAsItsPersonAndNoTokenReachesALog() throws Exception {
        String approval = ask();
        URI link = linkIn(messageTo("U0ALEX", approval));
        String token = link.getQuery().substring("token=".length());

        Api.Answer page = browser.get(link.getPath() + "?" + link.getQuery()).expect(200);
        assertTrue(page.text().contains("203.0.113.77"));
        assertTrue(page.header("Cache-Control").contains("no-store"));
        assertEquals("no-referrer", page.header("Referrer-Policy"));
        assertTrue(page.header("Content-Security-Policy").contains("frame-ancestors 'none'"));
        assertEquals("pending", Fixtures.approval(cast.author, approval).getString("status"), "a GET never decides");

        String form = "token=" + token + "&decision=reject&comment=";
        browser.form(link.getPath(), form).expect(422);
        assertEquals("pending", Fixtures.approval(cast.author, approval).getString("status"));
        browser.form(link.getPath(), "token=" + token + "&decision=approve&decision=reject&comment=both")
                .expect(422);
        browser.form(link.getPath(), "token=" + token + "&decision=approve&comment=ok")
                .expect(200);

        JsonObject record = Fixtures.approval(cast.author, approval);
        assertEquals("approved", record.getString("status"));
        JsonObject decision = record.getJsonArray("decisions").getJsonObject(0);
        assertEquals("alex", decision.getString("approver"));
        assertEquals("token", decision.getString("channel"));
        browser.form(link.getPath(), "token=" + token + "&decision=approve&comment=again")
                .expect(403);
        assertEquals("success", Fixtures.endedRun(cast.author, approval).getString("status"));
        assertFalse(house.logs().contains(token), "the token is in a log file");
        assertFalse(house.logs().contains(TestServer.FIREWALL_KEY), "a secret is in a log file");
    }

    @Test
    void aWrongTokenTellsNothing() {
        String approval = ask();
        Api.Answer known = browser.get("/v1/approvals/" + approval + "/decide?token=" + "A".repeat(43));
        Api.Answer unknown =
                browser.get("/v1/approvals/3f0c4a3e-0000-4000-8000-000000000000/decide?token=" + "A".repeat(43));
        assertEquals(403, known.status());
        assertEquals(403, unknown.status());
        assertEquals(unknown.text(), known.text());
        assertEquals(comparable(unknown), comparable(known));
        for (String garbage : List.of("", "%00", "%E2%82%AC", "x".repeat(5000))) {
            assertEquals(
                    403,
                    browser.get("/v1/approvals/" + approval + "/decide?token=" + garbage)
                            .status());
        }
    }

    @Test
    void theLinkInTheChannelShowsTheRequestAndDecidesNothing() {
        String approval = ask();
        URI link = linkIn(messageTo("#soc", approval));
        String page =
                browser.get(link.getPath() + "?" + link.getQuery()).expect(200).text();
        assertTrue(page.contains("203.0.113.77"), page);
        assertTrue(page.contains("Sign in to decide"), page);
        assertTrue(page.contains("/console/request/" + approval), page);
        assertFalse(page.contains("<form"), page);
        for (String decision : List.of("approve", "reject")) {
            browser.form(link.getPath(), link.getQuery() + "&comment=ok&decision=" + decision)
                    .expect(403);
        }
        assertEquals(
                "pending",
                cast.blake
                        .get("/v1/workflow-approvals/" + approval)
                        .expect(200)
                        .data()
                        .getString("status"));
    }

    @Test
    void theMessageInTheChannelShowsTheEnd() {
        String approval = ask();
        Receiver.Call asked = messageTo("#soc", approval);
        String blocks = asked.json().getJsonArray("blocks").toString();
        assertTrue(blocks.contains("[MEDIUM RISK] Workflow Approval: "), blocks);
        assertTrue(blocks.contains("\"block_id\":\"approval:" + approval + "\""), blocks);
        assertTrue(blocks.contains("\"action_id\":\"approve:" + approval + "\""), blocks);

        cast.blake
                .post(WhoMayDecideIT.path(approval, "reject"), "{\"reason\":\"a false alarm\"}")
                .expect(200);
        slack.await(
                "the update of the channel's message",
                call -> call.path().endsWith("/chat.update")
                        && call.json().getString("channel").equals("#soc")
                        && call.body().contains(shortId(approval))
                        && call.body().contains("a false alarm"));
    }

    @Test
    void aButtonDecidesAsThePersonBehindTheAccount() {
        String approval = ask();
        Api.Answer answer =
                click("U0BLAKE", "approve", approval, TestServer.SLACK_SECRET).expect(200);
        assertEquals("", answer.text(), "what Slack would show to the clicker alone");
        JsonObject decision = Fixtures.approval(cast.author, approval)
                .getJsonArray("decisions")
                .getJsonObject(0);
        assertEquals("blake", decision.getString("approver"));
        assertEquals("slack", decision.getString("channel"));
    }

    @Test
    void aStrangerOrTheRequesterIsToldEphemerallyAndNothingHappens() {
        String workflow = Fixtures.workflow(cast.author, Fixtures.unique("Slack refusal"), "");
        String approval = Fixtures.ask(cast.author, workflow, "203.0.113.78");
        for (String account : List.of("U0STRANGER", "U0MAYA")) {
            Api.Answer answer =
                    click(account, "approve", approval, TestServer.SLACK_SECRET).expect(200);
            assertEquals("ephemeral", answer.json().getString("response_type"));
        }
        assertEquals("pending", Fixtures.approval(cast.author, approval).getString("status"));
    }

    @Test
    void aButtonDecidesOverTheSocketTooAndAStrangerIsRefusedThere() throws Exception {
        String approval = ask();
        clickOverTheSocket("U0NOBODY", "approve", approval);
        slack.await(
                "the refusal of the stranger",
                call -> call.path().endsWith("/chat.postEphemeral")
                        && call.json().getString("user").equals("U0NOBODY"));
        assertEquals("pending", Fixtures.approval(cast.author, approval).getString("status"));

        clickOverTheSocket("U0BLAKE", "approve", approval);
        assertEquals("success", Fixtures.endedRun(cast.author, approval).getString("status"));
        JsonObject decision = Fixtures.approval(cast.author, approval)
                .getJsonArray("decisions")
                .getJsonObject(0);
        assertEquals("blake", decision.getString("approver"));
        assertEquals("slack", decision.getString("channel"));
        String health = browser.get("/health/ready").expect(200).text();
        assertTrue(health.contains("\"slack-socket\""), health);
        for (String secret : List.of(TestServer.SLACK_APP_TOKEN, SlackConversation.TICKET)) {
            assertFalse(house.logs().contains(secret), "a secret of the socket is in a log file");
            assertFalse(health.contains(secret), health);
        }
    }

    @Test
    void anUnsignedClickIsUnauthorized() {
        String approval = ask();
        click("U0ALEX", "approve", approval, "another secret").refused(401, "UNAUTHORIZED");
        assertEquals("pending", Fixtures.approval(cast.author, approval).getString("status"));
    }

    @Test
    void theRequesterHearsOfTheEndAndTeamsAndMailAreAskedToo() {
        String workflow = Fixtures.workflow(cast.author, Fixtures.unique("Told everywhere"), "");
        String approval = Fixtures.ask(cast.author, workflow, "203.0.113.79");
        JsonObject record = Fixtures.approval(cast.author, approval);
        String requestId = record.getString("request_id");
        FakeServices.get()
                .teams
                .await(
                        "the Teams card",
                        call -> call.body().contains(requestId) && call.body().contains("Action.OpenUrl"));
        Await.until("the mail to alex", () -> FakeServices.get().mail.mails.stream()
                .filter(mail -> mail.contains("To: alex@") && mail.contains(approval))
                .findFirst()
                .orElse(null));
        cast.alex.post(WhoMayDecideIT.path(approval, "approve"), "{}").expect(200);
        slack.await(
                "the outcome for maya",
                call -> call.path().endsWith("/chat.postMessage")
                        && call.json().getString("channel").equals("U0MAYA")
                        && call.body().contains(requestId)
                        && call.body().contains("Approved by alex"));
    }

    @Test
    void whoStillOwesADecisionIsReminded() {
        String workflow = Fixtures.workflow(cast.author, Fixtures.unique("Reminded"), ",\"reminder_after_seconds\":1");
        String approval = Fixtures.ask(cast.agent, workflow, "203.0.113.81");
        Await.until(
                "the reminder of alex",
                () -> slack.ledger(call -> call.path().endsWith("/chat.postMessage")
                                                && call.body().contains("approve:" + approval)
                                                && call.json()
                                                        .getString("channel")
                                                        .equals("U0ALEX"))
                                        .size()
                                > 1
                        ? true
                        : null);
    }

    @Test
    void whoCannotDecideIsNotAsked() {
        String workflow = Fixtures.workflow(cast.author, Fixtures.unique("Own"), "");
        String approval = Fixtures.ask(cast.author, workflow, "203.0.113.80");
        messageTo("U0ALEX", approval);
        messageTo("U0BLAKE", approval);
        assertTrue(slack.ledger(call -> call.body().contains("approve:" + approval)
                        && call.json().getString("channel").equals("U0MAYA"))
                .isEmpty());
    }

    private String ask() {
        String workflow = Fixtures.workflow(cast.author, Fixtures.unique("Slack story"), "");
        return Fixtures.ask(cast.agent, workflow, "203.0.113.77");
    }

    private Receiver.Call messageTo(String channel, String approval) {
        return slack.await(
                "a Slack message to " + channel,
                call -> call.path().endsWith("/chat.postMessage")
                        && call.body().contains("approve:" + approval)
                        && call.json().getString("channel").equals(channel));
    }

    private static URI linkIn(Receiver.Call message) {
        Matcher matcher = LINK.matcher(message.body());
        assertTrue(matcher.find(), message.body());
        return URI.create(matcher.group());
    }

    private String shortId(String approval) {
        return Fixtures.approval(cast.author, approval).getString("request_id");
    }

    private static Map<String, List<String>> comparable(Api.Answer answer) {
        Map<String, List<String>> headers = new HashMap<>(answer.headers().map());
        headers.keySet()
                .removeIf(name -> List.of("date", "x-request-id").contains(name.toLowerCase(java.util.Locale.ROOT)));
        return headers;
    }

    private static String payload(String account, String verb, String approval) {
        return """
                {"type":"block_actions","user":{"id":"%s"},"container":{"channel_id":"C1","message_ts":"17.1"},
                 "actions":[{"action_id":"%s:%s","block_id":"approval:%s","value":"x"}]}""".formatted(account, verb, approval, approval);
    }

    private void clickOverTheSocket(String account, String verb, String approval) {
        SlackConversation line = FakeServices.get().slackLine;
        String id = java.util.UUID.randomUUID().toString();
        line.say("{\"type\":\"interactive\",\"envelope_id\":\"" + id + "\",\"payload\":"
                + payload(account, verb, approval) + "}");
        String acknowledgement = "{\"envelope_id\":\"" + id + "\"}";
        Await.until("the acknowledgement", () -> line.heard().contains(acknowledgement) ? true : null);
    }

    private Api.Answer click(String account, String verb, String approval, String secret) {
        String body = "payload=" + URLEncoder.encode(payload(account, verb, approval), StandardCharsets.UTF_8);
        String at = Long.toString(java.time.Instant.now().getEpochSecond());
        return browser.send(
                "POST",
                "/v1/approvals/callback/slack",
                body,
                Map.of(
                        "Content-Type",
                        "application/x-www-form-urlencoded",
                        "X-Slack-Request-Timestamp",
                        at,
                        "X-Slack-Signature",
                        "v0=" + hmac(secret, "v0:" + at + ":" + body)));
    }

    private static String hmac(String secret, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
