package io.countersign.notify.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.countersign.health.Probe;
import io.countersign.kernel.ErrorCode;
import io.countersign.kernel.Refusal;
import io.countersign.notify.Fakes;
import io.countersign.notify.MapConfig;
import io.countersign.notify.Requests;
import io.countersign.notify.SlackCallbacks;
import io.countersign.notify.delivery.HttpSender;
import io.countersign.notify.delivery.NotifySettings;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Clicks over a real socket, from the opening of the connection to the decision. */
@Timeout(120)
class SocketModeTest {
    private final Fakes.HandClock clock = new Fakes.HandClock();
    private final Fakes.OneRequest approvals = new Fakes.OneRequest(Requests.pending());
    private final Fakes.Records audit = new Fakes.Records();
    private final SocketModeProbe probe = new SocketModeProbe();
    private final List<String> finished = new CopyOnWriteArrayList<>();
    private SlackDouble slack;
    private SocketDouble socket;
    private NotifySettings settings;
    private SlackDecisions decisions;
    private InteractionQueue desk;
    private SocketModeSupervisor watch;
    private Thread thread;

    @BeforeEach
    void open() throws Exception {
        slack = new SlackDouble();
        socket = new SocketDouble();
        slack.socket = socket.url();
        settings = new NotifySettings(new MapConfig()
                .with("slack.bot.token", "xoxb-test")
                .with("slack.app.token", "xapp-test")
                .with("slack.base.url", slack.url().toString()));
        decisions = new SlackDecisions(approvals, new Fakes.People(), audit, settings, new HttpSender());
        start(quick(Duration.ofMinutes(5)));
    }

    private void start(SocketModeTiming timing) {
        desk = new InteractionQueue(Thread::new, click -> {
            decisions.takeWithoutAnswer(click);
            finished.add(click);
        });
        watch = new SocketModeSupervisor(
                new SlackConnections(new HttpSender(), settings), desk::take, probe, timing, clock);
        thread = new Thread(watch, "socket-watch");
        thread.start();
    }

    @AfterEach
    void close() throws Exception {
        watch.stop();
        desk.close();
        socket.close();
        slack.close();
    }

    @Test
    void aClickIsAcknowledgedAndIsTheDecisionOfThePersonBehindTheAccount() throws Exception {
        SocketDouble.Line line = greeted();
        line.say(click("e1", "U0ALEX", Requests.DIGEST));
        assertEquals("{\"envelope_id\":\"e1\"}", line.heard());
        eventually(() -> approvals.decided.equals(List.of("alex approve slack null")));
        assertEquals(
                List.of("Bearer xapp-test"),
                slack.calls("apps.connections.open").stream()
                        .map(SlackDouble.Call::authorization)
                        .toList());
    }

    @Test
    void theAcknowledgementDoesNotWaitForTheDecision() throws Exception {
        CountDownLatch answered = new CountDownLatch(1);
        SocketDouble.Line line = greeted();
        // the refusal of a stranger is told to Slack, which takes its time
        slack.whileAnswering = () -> await(answered);
        try {
            line.say(click("e1", "U0STRANGER", Requests.DIGEST));
            line.say(click("e2", "U0ALEX", Requests.DIGEST));
            assertEquals("{\"envelope_id\":\"e1\"}", line.heard());
            assertEquals("{\"envelope_id\":\"e2\"}", line.heard());
            assertFalse(finished.toString().contains("U0STRANGER"));
        } finally {
            answered.countDown();
        }
        eventually(() -> approvals.decided.equals(List.of("alex approve slack null")));
    }

    @Test
    void anUnmappedAccountIsRefusedEphemerallyAndOnRecord() throws Exception {
        SocketDouble.Line line = greeted();
        line.say(click("e1", "U0STRANGER", Requests.DIGEST));
        assertEquals("{\"envelope_id\":\"e1\"}", line.heard());
        eventually(() -> !slack.calls("chat.postEphemeral").isEmpty());
        assertEquals(
                "U0STRANGER", slack.calls("chat.postEphemeral").get(0).body().getString("user"));
        assertEquals(List.of("approval.decision_refused"), audit.actions());
        assertEquals(List.of(), approvals.decided);
    }

    @Test
    void aMessageFromBeforeARevisionDecidesNothingAndSaysSo() throws Exception {
        greeted().say(click("e1", "U0ALEX", "00".repeat(32)));
        eventually(() -> slack.calls("chat.postEphemeral").toString().contains("revised"));
        assertEquals(List.of(), approvals.decided);
    }

    @Test
    void fragmentsAreJoined() throws Exception {
        SocketDouble.Line line = greeted();
        line.sayInPieces(click("e1", "U0ALEX", Requests.DIGEST), 50);
        assertEquals("{\"envelope_id\":\"e1\"}", line.heard());
        eventually(() -> approvals.decided.size() == 1);
    }

    @Test
    void whatIsTooLongIsSkippedAndTheNextMessageHeard() throws Exception {
        SocketDouble.Line line = greeted();
        String padding = "x".repeat(SocketModeListener.LONGEST);
        line.sayInPieces("{\"type\":\"x\",\"envelope_id\":\"long\",\"payload\":\"" + padding + "\"}", 65_000);
        line.say("{\"type\":\"slash_commands\",\"envelope_id\":\"short\",\"payload\":{}}");
        assertEquals("{\"envelope_id\":\"short\"}", line.heard());
    }

    @Test
    void garbageIsSkippedAndOtherInteractionsDecideNothing() throws Exception {
        SocketDouble.Line line = greeted();
        for (String garbage : List.of(
                "", "}", "[]", "null", "{}", "{\"type\":7}", "{\"type\":\"interactive\"}", "{\"type\":\"new\"}")) {
            line.say(garbage);
        }
        line.say(click("e1", "U0ALEX", Requests.DIGEST).replace("block_actions", "view_submission"));
        line.say("{\"type\":\"interactive\",\"envelope_id\":\"e2\",\"payload\":\"text\"}");
        line.say(
                "{\"type\":\"interactive\",\"envelope_id\":\"e3\",\"payload\":{\"type\":\"block_actions\",\"actions\":7}}");
        for (String id : List.of("e1", "e2", "e3")) {
            assertEquals("{\"envelope_id\":\"" + id + "\"}", line.heard());
        }
        desk.close();
        assertEquals(List.of(), approvals.decided);
        assertEquals(1, slack.calls("apps.connections.open").size(), "garbage is no reason to begin anew");
    }

    @Test
    void aDisconnectABrokenSocketAndABrokenProtocolAreEachFollowedByANewConnection() throws Exception {
        greeted().say("{\"type\":\"disconnect\",\"reason\":\"refresh_requested\"}");
        greeted().tear();
        greeted().sayNonsense();
        SocketDouble.Line line = greeted();
        line.say(click("e1", "U0ALEX", Requests.DIGEST));
        assertEquals("{\"envelope_id\":\"e1\"}", line.heard());
        eventually(() -> approvals.decided.size() == 1);
        assertEquals(4, slack.calls("apps.connections.open").size(), "each connection has an address of its own");
    }

    @Test
    void refusalsToOpenAreTriedAgainAndShownWithoutAnySecret() throws Exception {
        SocketDouble.Line line = greeted();
        slack.answers.add(new SlackDouble.Answer(200, null, "{\"ok\":false,\"error\":\"invalid_auth\"}"));
        slack.answers.add(new SlackDouble.Answer(500, null, "oops"));
        slack.answers.add(new SlackDouble.Answer(200, null, "{\"ok\":true,\"url\":\"ftp://127.0.0.1/geheim\"}"));
        slack.answers.add(new SlackDouble.Answer(200, null, "{\"ok\":true,\"url\":\"ws://127.0.0.1:1/#geheim\"}"));
        slack.answers.add(new SlackDouble.Answer(200, null, "{\"ok\":true,\"url\":\"ws://127.0.0.1:1/geheim\"}"));
        slack.answers.add(new SlackDouble.Answer(200, null, "geheim"));
        line.tear();
        eventually(() -> slack.answers.isEmpty() && !probe.check().up());
        assertFalse(probe.check().toString().contains("geheim"), probe.check().toString());
        greeted();
        assertEquals(8, slack.calls("apps.connections.open").size());
    }

    @Test
    void aSilentConnectionIsGivenUpAndOneThatAnswersPingsIsKept() throws Exception {
        greeted();
        watch.stop();
        slack.calls.clear();
        start(quick(Duration.ofSeconds(6)));
        SocketDouble.Line line = greeted();
        // one for each sixth of the time after which nothing heard would be the end
        eventually(() -> socket.pings.get() >= 8);
        line.say(click("e1", "U0ALEX", Requests.DIGEST));
        assertEquals("{\"envelope_id\":\"e1\"}", line.heard());
        assertEquals(1, slack.calls("apps.connections.open").size());

        socket.answersPings = false;
        greeted();
        assertEquals("CLOSED", line.heard());
    }

    @Test
    void healthShowsTheConnectionAndTurnsNothingDown() throws Exception {
        greeted();
        eventually(() -> probe.check().up());
        assertEquals("slack-socket", probe.name());
        assertEquals(Probe.Kind.REPORT, probe.kind());
        watch.stop();
        assertFalse(probe.check().up());
    }

    @Test
    void stoppingSaysGoodbyeAndOpensNothingMore() throws Exception {
        SocketDouble.Line line = greeted();
        watch.stop();
        assertEquals("CLOSED", line.heard());
        thread.join();
        assertEquals(1, slack.calls("apps.connections.open").size());
    }

    /** Whoever is stopped while the socket opens leaves none open behind. */
    @Test
    void stoppingWhileItOpensLeavesNoConnectionBehind() throws Exception {
        greeted();
        for (int round = 0; round < 200; round++) {
            watch.stop();
            start(quick(Duration.ofMinutes(5)));
            SocketDouble.Line line = socket.next();
            if (round % 2 == 0) {
                Thread.onSpinWait();
            } else {
                Thread.sleep(0, 100_000 * (round % 7));
            }
            watch.stop();
            assertEquals("CLOSED", line.heard());
        }
    }

    @Test
    void stoppingEndsAPauseToo() throws Exception {
        SocketDouble.Line line = greeted();
        slack.answers.add(new SlackDouble.Answer(429, "300", ""));
        line.tear();
        eventually(() -> slack.answers.isEmpty());
        watch.stop();
        thread.join();
        assertEquals(2, slack.calls("apps.connections.open").size());
    }

    @Test
    void theAppsTokenOpensNoWayInOverHttp() {
        SlackCallbacks door = new SlackCallbacks(settings, decisions, audit, clock);
        Refusal refusal = assertThrows(Refusal.class, () -> door.receive(new byte[0], null, null));
        assertEquals(ErrorCode.NOT_FOUND, refusal.code());
    }

    @Test
    void aSocketWithoutEncryptionIsForDoublesOnly() {
        assertTrue(SlackConnections.encryptedEnough(settings.slackBaseUrl(), URI.create("ws://a/")));
        assertFalse(SlackConnections.encryptedEnough(URI.create("https://slack.com"), URI.create("ws://a/")));
        assertTrue(SlackConnections.encryptedEnough(URI.create("https://slack.com"), URI.create("wss://a/")));
    }

    private SocketDouble.Line greeted() throws Exception {
        SocketDouble.Line line = socket.next();
        line.say("{\"type\":\"hello\",\"num_connections\":1}");
        return line;
    }

    private static SocketModeTiming quick(Duration giveUp) {
        return new SocketModeTiming(
                giveUp.dividedBy(6), giveUp, Duration.ofMinutes(1), Duration.ofMillis(50), Duration.ofMillis(200));
    }

    private static String click(String envelope, String user, String digest) {
        return """
                {"type":"interactive","envelope_id":"%s","accepts_response_payload":false,"payload":
                 {"type":"block_actions","user":{"id":"%s"},"container":{"channel_id":"C1","message_ts":"17.1"},
                 "actions":[{"action_id":"approve:%s","block_id":"approval:%s","value":"%s"}]}}""".formatted(envelope, user, Requests.ID, Requests.ID, digest);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Until it is so; the test's own time limit is the guard. */
    private static void eventually(BooleanSupplier it) throws InterruptedException {
        while (!it.getAsBoolean()) {
            Thread.sleep(10);
        }
    }
}
