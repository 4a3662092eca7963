package io.countersign.notify.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.countersign.approvals.EscalationTargets;
import io.countersign.notify.Databases;
import io.countersign.notify.DeliveryState;
import io.countersign.notify.Fakes;
import io.countersign.notify.MapConfig;
import io.countersign.notify.NotificationQuery;
import io.countersign.notify.NotificationType;
import io.countersign.notify.Notifier;
import io.countersign.notify.Requests;
import io.countersign.notify.content.RequestLinks;
import io.countersign.notify.content.RunOutcomeSummary;
import io.countersign.notify.delivery.Delivery;
import io.countersign.notify.delivery.HttpSender;
import io.countersign.notify.delivery.NotificationSender;
import io.countersign.notify.delivery.NotifySettings;
import io.countersign.notify.outbox.DeliveryRecorder;
import io.countersign.notify.outbox.Outbox;
import io.countersign.notify.outbox.OutboxProcessor;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From a row in the outbox to what Slack shows, over a real socket. */
class SlackStoryTest {
    private final Fakes.HandClock clock = new Fakes.HandClock();
    private final Fakes.OneRequest approvals = new Fakes.OneRequest(Requests.pending());
    private final Fakes.Records audit = new Fakes.Records();
    private SlackDouble slack;
    private Outbox outbox;
    private OutboxProcessor postman;

    @BeforeEach
    void open() throws Exception {
        slack = new SlackDouble();
        DataSource database = Databases.h2();
        outbox = new Outbox(database);
        NotifySettings settings = settings(slack.url());
        NotificationSender courier = new SlackNotificationSender(
                approvals,
                new Fakes.People(),
                outbox,
                new RequestLinks(approvals, settings),
                new RunOutcomeSummary(null),
                settings,
                new HttpSender(),
                clock);
        postman = new OutboxProcessor(approvals, outbox, new DeliveryRecorder(outbox, audit), List.of(courier), clock);
    }

    @AfterEach
    void close() {
        slack.close();
    }

    @Test
    void theChannelAndEachEligiblePersonWithASlackAccountAreAsked() {
        happens(NotificationType.ASKED);

        List<SlackDouble.Call> posts = slack.calls("chat.postMessage");
        assertEquals(
                Set.of("#soc", "U0ALEX"),
                Set.copyOf(
                        posts.stream().map(it -> it.body().getString("channel")).toList()));
        assertTrue(posts.stream().allMatch(it -> it.authorization().equals("Bearer xoxb-test")));
        assertEquals(List.of("alex"), approvals.minted);
        assertTrue(body("U0ALEX").contains("/v1/approvals/" + Requests.ID + "/decide?token=token-of-alex-1"));
        assertTrue(body("#soc").contains("/decide?token=token-of-channel"));
        assertEquals(List.of("notification.delivered", "notification.delivered"), audit.actions());
    }

    @Test
    void theDefaultChannelServesRequestsThatNameNone() {
        approvals.stored = Requests.pendingWithoutChannel();
        happens(NotificationType.ASKED);
        assertEquals(
                1,
                slack.calls("chat.postMessage").stream()
                        .filter(it -> it.body().getString("channel").equals("#default"))
                        .count());
    }

    @Test
    void everyMessageIsUpdatedInPlaceWhenTheRequestEnds() {
        happens(NotificationType.ASKED);
        approvals.stored = Requests.rejectedBy("blake", "a false alarm");
        happens(NotificationType.CLOSED);

        List<SlackDouble.Call> updates = slack.calls("chat.update");
        assertEquals(
                Set.of("in-#soc", "in-U0ALEX"),
                Set.copyOf(updates.stream()
                        .map(it -> it.body().getString("channel"))
                        .toList()));
        for (SlackDouble.Call update : updates) {
            assertTrue(update.body().getString("ts").startsWith("1700000000."));
            assertTrue(update.body().toString().contains("Rejected by blake: a false alarm"));
            assertFalse(update.body().toString().contains("\"actions\""), "no buttons on a dead request");
            assertFalse(update.body().toString().contains("token="));
        }
    }

    @Test
    void theRequesterIsToldTheOutcome() {
        happens(NotificationType.ASKED);
        approvals.stored = Requests.approvedBy("alex");
        happens(NotificationType.CLOSED);

        SlackDouble.Call told = slack.calls("chat.postMessage").get(2);
        assertEquals("U0MAYA", told.body().getString("channel"));
        assertTrue(told.body().getString("text").contains("Approved by alex"));
    }

    @Test
    void nobodyIsAskedOnceTheRequestHasEnded() {
        approvals.stored = Requests.expired();
        happens(NotificationType.ASKED);
        assertEquals(List.of(), slack.calls);
    }

    @Test
    void aMessageSentWhileTheRequestEndedIsPutRight() {
        slack.whileAnswering = () -> approvals.stored = Requests.approvedBy("alex");
        approvals.eligible.clear();
        happens(NotificationType.ASKED);

        assertEquals(1, slack.calls("chat.postMessage").size());
        assertEquals(1, slack.calls("chat.update").size());
        assertTrue(slack.calls("chat.update").get(0).body().toString().contains("Approved by alex"));
    }

    @Test
    void aFailedDeliveryIsTriedAgainLater() {
        approvals.eligible.clear();
        slack.answers.add(new SlackDouble.Answer(500, null, "oops"));
        happens(NotificationType.ASKED);
        assertEquals(1, slack.calls.size());

        clock.pass(Duration.ofSeconds(2));
        postman.deliverDue();
        assertEquals(2, slack.calls.size());
        assertEquals(0, outbox.count(NotificationQuery.deadLetters()));
    }

    @Test
    void slacksWishToWaitIsHonoured() {
        approvals.eligible.clear();
        slack.answers.add(new SlackDouble.Answer(429, "30", "{\"ok\":false,\"error\":\"ratelimited\"}"));
        happens(NotificationType.ASKED);
        clock.pass(Duration.ofSeconds(29));
        postman.deliverDue();
        assertEquals(1, slack.calls.size());
        clock.pass(Duration.ofSeconds(1));
        postman.deliverDue();
        assertEquals(2, slack.calls.size());
    }

    @Test
    void whatCannotBeDeliveredIsADeadLetterAndOnRecord() {
        approvals.eligible.clear();
        slack.answers.add(new SlackDouble.Answer(200, null, "{\"ok\":false,\"error\":\"channel_not_found\"}"));
        happens(NotificationType.ASKED);

        assertEquals(1, outbox.count(NotificationQuery.deadLetters()));
        assertEquals(List.of("notification.given_up"), audit.actions());
        clock.pass(Duration.ofDays(1));
        postman.deliverDue();
        assertEquals(1, slack.calls.size());
    }

    @Test
    void anAskIsTriedAsLongAsTheRequestWaits() {
        approvals.eligible.clear();
        slackIsDownFor(5);
        happens(NotificationType.ASKED);
        // Requests.pending() expires an hour after the clock's beginning
        for (int i = 0; i < 5; i++) {
            clock.pass(Duration.ofMinutes(11));
            postman.deliverDue();
        }
        assertEquals(6, slack.calls.size(), "and the last one arrives");
        assertEquals(0, outbox.count(NotificationQuery.deadLetters()));
    }

    @Test
    void afterAnHourWithoutSlackTheMessageStillArrives() {
        approvals.eligible.clear();
        approvals.stored = Requests.pendingUntil(clock.instant().plus(Duration.ofDays(7)));
        slackIsDownFor(40);
        happens(NotificationType.ASKED);
        for (int i = 0; i < 40; i++) {
            clock.pass(Duration.ofMinutes(10));
            postman.deliverDue();
        }
        assertEquals(0, outbox.count(NotificationQuery.deadLetters()));
        assertEquals(41, slack.calls.size());
        assertEquals(List.of("notification.delivered"), audit.actions());
    }

    @Test
    void anOutcomeIsTriedForADayAtLeastAndNotForEver() {
        approvals.stored = Requests.approvedBy("alex");
        slackIsDownFor(500);
        happens(NotificationType.CLOSED);
        for (int i = 0; i < 25; i++) {
            clock.pass(Duration.ofHours(1));
            postman.deliverDue();
        }
        assertEquals(0, outbox.count(NotificationQuery.deadLetters()));
        for (int i = 0; i < 25; i++) {
            clock.pass(Duration.ofHours(1));
            postman.deliverDue();
        }
        assertEquals(1, outbox.count(NotificationQuery.deadLetters()));
    }

    @Test
    void aRefusalForGoodIsADeadLetterAtOnce() {
        approvals.eligible.clear();
        slack.answers.add(new SlackDouble.Answer(403, null, ""));
        happens(NotificationType.ASKED);
        assertEquals(1, outbox.count(NotificationQuery.deadLetters()));
    }

    private void slackIsDownFor(int calls) {
        for (int i = 0; i < calls; i++) {
            slack.answers.add(new SlackDouble.Answer(503, null, ""));
        }
    }

    @Test
    void aStepTellsItsChannelAndItsPeopleWhoCannotDecide() {
        approvals.targets = new EscalationTargets(List.of(Fakes.ALEX, Fakes.MAYA), "#lead");
        outbox.add(List.of(Delivery.toAll(Notifier.SLACK, NotificationType.ESCALATED, Requests.ID, clock.instant())
                .atStep(0)));
        postman.deliverDue();

        assertEquals(
                Set.of("#lead", "U0ALEX", "U0MAYA"),
                Set.copyOf(slack.calls("chat.postMessage").stream()
                        .map(it -> it.body().getString("channel"))
                        .toList()));
        assertTrue(body("#lead").contains("nobody has decided yet"), body("#lead"));
        assertTrue(body("U0ALEX").contains("token-of-alex-1"), "alex can decide");
        assertTrue(body("U0MAYA").contains("for information"), body("U0MAYA"));
        assertTrue(body("U0MAYA").contains("approvers are alex, blake"), body("U0MAYA"));
        assertFalse(body("U0MAYA").contains("token"), "no link to decide by");
        assertFalse(body("U0MAYA").contains("approve:"), "no button");
        assertEquals(List.of("alex"), approvals.minted);
    }

    private void happens(NotificationType occasion) {
        outbox.add(List.of(Delivery.toAll(Notifier.SLACK, occasion, Requests.ID, clock.instant())));
        postman.deliverDue();
    }

    private String body(String channel) {
        return slack.calls("chat.postMessage").stream()
                .map(it -> it.body())
                .filter(it -> it.getString("channel").equals(channel))
                .findFirst()
                .orElseThrow()
                .toString();
    }

    static NotifySettings settings(URI slack) {
        return new NotifySettings(new MapConfig()
                .with("approval.notifier", "slack")
                .with("approval.default.channel", "#default")
                .with("countersign.base.url", "http://countersign.test/")
                .with("slack.bot.token", "xoxb-test")
                .with("slack.signing.secret", "shh")
                .with("slack.base.url", slack.toString()));
    }

    @Test
    void anUnknownRequestIsNoReasonToTryForEver() {
        outbox.add(List.of(Delivery.toAll(Notifier.SLACK, NotificationType.ASKED, UUID.randomUUID(), clock.instant())));
        postman.deliverDue();
        NotificationQuery skipped = new NotificationQuery(DeliveryState.SKIPPED, null, null);
        assertEquals(1, outbox.count(skipped));
    }
}
