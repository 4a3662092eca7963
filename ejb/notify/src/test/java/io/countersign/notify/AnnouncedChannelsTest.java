package io.countersign.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.countersign.notify.delivery.NotifySettings;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A link in a channel counts only where it is announced in one: the notifiers say so, and nobody else reads their settings. */
class AnnouncedChannelsTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "none, -, #soc, false",
                "email, #soc, #soc, false",
                "slack, -, #soc, true",
                "slack, -, -, false",
                "slack, #usual, -, true",
                "teams, -, -, true",
                "Teams , -, -, true",
                "'email, teams', -, #soc, true",
                "'email, slack', -, -, false",
            })
    void slackNeedsAChannelAndTeamsHasOne(String notifiers, String usual, String channel, boolean reached) {
        MapConfig config = new MapConfig().with("approval.notifier", notifiers);
        if (usual != null) {
            config.with("approval.default.channel", usual);
        }
        assertEquals(reached, new AnnouncedChannels(new NotifySettings(config)).reach(channel));
    }
}
