package io.countersign.notify.slack;

import io.countersign.approvals.Verdict;
import io.countersign.kernel.ForeignJson;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A click on one of our buttons.
 *
 * @param userId who clicked, in Slack's words
 * @param digest what the message showed; null when the button did not say
 * @param channel where the message is; null when Slack does not say
 * @param responseUrl where Slack takes an answer for this click alone
 */
record SlackClick(
        String userId,
        UUID requestId,
        Verdict verdict,
        @Nullable String digest,
        @Nullable String comment,
        @Nullable String channel,
        @Nullable URI responseUrl) {
    private static final Pattern ACTION = Pattern.compile("(approve|reject):([0-9a-fA-F-]{36})");
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    /** Empty when it is another interaction than a decision: the button that opens the page, say. */
    static Optional<SlackClick> read(String payload) {
        try {
            return ForeignJson.read(payload).flatMap(SlackClick::read);
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }

    private static Optional<SlackClick> read(ForeignJson payload) {
        String user = payload.text("user", "id");
        if (user == null) {
            return Optional.empty();
        }
        for (ForeignJson action : payload.objects("actions")) {
            Matcher matcher = ACTION.matcher(orEmpty(action.text("action_id")));
            if (matcher.matches()) {
                return Optional.of(click(payload, user, orEmpty(action.text("value")), matcher));
            }
        }
        return Optional.empty();
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static SlackClick click(ForeignJson payload, String user, String value, Matcher matcher) {
        UUID request = UUID.fromString(matcher.group(2));
        String container = payload.text("container", "channel_id");
        String url = payload.text("response_url");
        return new SlackClick(
                user,
                request,
                matcher.group(1).equals("approve") ? Verdict.APPROVE : Verdict.REJECT,
                DIGEST.matcher(value).matches() ? value : null,
                payload.text("state", "values", "comment:" + request, "comment", "value"),
                container != null ? container : payload.text("channel", "id"),
                url == null ? null : URI.create(url));
    }
}
