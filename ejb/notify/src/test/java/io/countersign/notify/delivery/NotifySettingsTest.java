package io.countersign.notify.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.countersign.notify.MapConfig;
import io.countersign.notify.Notifier;
import io.countersign.notify.outbox.Backoff;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NotifySettingsTest {
    @Test
    void nothingIsSentUnlessAskedFor() {
        assertEquals(Set.of(), new NotifySettings(new MapConfig()).notifiers());
        assertEquals(Set.of(), with("none").notifiers());
    }

    @Test
    void severalNotifiersAreSeparatedByCommas() {
        assertEquals(
                Set.of(Notifier.SLACK, Notifier.EMAIL), with(" Slack, email").notifiers());
    }

    @Test
    void anUnknownNotifierStopsTheStartAndIsNamed() {
        for (String word : List.of("slak", "callback")) {
            String problem = with(word).problems().get(0);
            assertTrue(problem.contains(word), problem);
        }
    }

    @Test
    void addressesMustBeFullUrls() {
        MapConfig config = new MapConfig().with("slack.base.url", "slack.com");
        assertEquals(
                List.of("SLACK_BASE_URL must be a full http(s) URL, not \"slack.com\""),
                new NotifySettings(config).problems());
    }

    @Test
    void slacksBaseMayEndInApiOrNot() {
        for (String base : List.of("http://127.0.0.1:9", "http://127.0.0.1:9/", "http://127.0.0.1:9/api/")) {
            URI method = new NotifySettings(new MapConfig().with("slack.base.url", base)).slackMethod("chat.update");
            assertEquals(URI.create("http://127.0.0.1:9/api/chat.update"), method);
        }
    }

    @Test
    void secretsAreNotShown() {
        NotifySettings settings = new NotifySettings(new MapConfig()
                .with("slack.bot.token", "xoxb-geheim")
                .with("slack.app.token", "xapp-geheim")
                .with("smtp.user", "u")
                .with("smtp.password", "geheim"));
        assertFalse((settings + " " + settings.smtp()).contains("geheim"));
    }

    @Test
    void buttonsAreDeadOnlyWithoutAnyWayInForClicks() {
        for (String name : List.of("slack.signing.secret", "slack.app.token")) {
            MapConfig config = new MapConfig()
                    .with("approval.notifier", "slack")
                    .with("slack.bot.token", "xoxb-test")
                    .with(name, "geheim");
            assertEquals(List.of(), new NotifySettings(config).warnings(), name);
        }
        assertTrue(with("slack").warnings().toString().contains("SLACK_APP_TOKEN"));
    }

    @Test
    void pausesDoubleUpToTenMinutes() {
        List<Long> pauses = IntStream.rangeClosed(1, 9)
                .mapToObj(Backoff::after)
                .map(Duration::toSeconds)
                .toList();
        assertEquals(List.of(2L, 4L, 8L, 16L, 32L, 64L, 128L, 256L, 512L), pauses);
        assertEquals(Duration.ofMinutes(10), Backoff.after(10));
        assertEquals(Duration.ofMinutes(10), Backoff.after(1000));
    }

    private static NotifySettings with(String notifiers) {
        return new NotifySettings(new MapConfig().with("approval.notifier", notifiers));
    }
}
