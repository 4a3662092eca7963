package io.countersign.notify;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.URI;
import java.time.temporal.ChronoUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Renders a request as Slack Block Kit. Pure: the same story gives the same blocks. */
final class SlackMessages {
    private static final int HEADER_LENGTH = 150;
    private static final int FIELD_LENGTH = 1900;

    private SlackMessages() {}

    /** The request as it stands: with buttons while it is pending, with its outcome afterwards. */
    static JsonArray blocks(Story story, URI link) {
        return blocks(story, null, link);
    }

    /** @param note something to say before the facts, null for nothing */
    static JsonArray blocks(Story story, @Nullable String note, URI link) {
        JsonArrayBuilder blocks = head(story, note);
        if (!story.votes().isEmpty()) {
            blocks.add(section(story.votes().stream().map(Text::slack).collect(Collectors.joining("\n"))));
        }
        if (story.pending()) {
            blocks.add(context(Text.slack(story.waitingFor() + " · " + story.requestId())));
            blocks.add(comment(story)).add(buttons(story, link));
        } else {
            blocks.add(section("*" + Text.slack(outcome(story)) + "*"));
            blocks.add(context(Text.slack(story.requestId())));
        }
        return blocks.build();
    }

    /** The request for somebody who is told of it and does not decide: nothing to decide by. */
    static JsonArray information(Story story, String note, URI link) {
        return head(story, note)
                .add(context(Text.slack(story.waitingFor() + " · " + story.requestId())))
                .add(Json.createObjectBuilder()
                        .add("type", "actions")
                        .add(
                                "elements",
                                Json.createArrayBuilder()
                                        .add(button("open:" + story.id(), "Open the request")
                                                .add("url", link.toString()))))
                .build();
    }

    private static JsonArrayBuilder head(Story story, @Nullable String note) {
        JsonArrayBuilder blocks = Json.createArrayBuilder()
                .add(Json.createObjectBuilder()
                        .add("type", "header")
                        .add("text", plain(Text.shorten(story.headline(), HEADER_LENGTH))));
        if (note != null) {
            blocks.add(section(Text.slack(note)));
        }
        return blocks.add(fields(story));
    }

    /** What clients show where blocks cannot be shown: in a push message, say. */
    static String summary(Story story) {
        return Text.slack(story.headline() + (story.pending() ? "" : ": " + outcome(story)));
    }

    /** One sentence as a message of its own. */
    static JsonArray sentence(String text) {
        return Json.createArrayBuilder().add(section(Text.slack(text))).build();
    }

    private static String outcome(Story story) {
        String outcome = story.outcome();
        return outcome == null ? story.status() : outcome;
    }

    private static JsonObject fields(Story story) {
        JsonArrayBuilder fields = Json.createArrayBuilder()
                .add(field("Indicator", Text.slack(story.indicatorOrNone())))
                .add(field("Trigger", Text.slack(story.triggeredBy())))
                .add(field("Confidence", story.confidenceInWords()))
                .add(field("Expires", moment(story)))
                .add(field("Reason", Text.slack(story.reasonOrNone())));
        if (story.impact() != null && !story.impact().isBlank()) {
            fields.add(field("Potential impact", Text.slack(story.impact())));
        }
        return Json.createObjectBuilder()
                .add("type", "section")
                .add("fields", fields)
                .build();
    }

    private static JsonObject field(String label, String value) {
        return mrkdwn("*" + label + ":*\n" + Text.shorten(value, FIELD_LENGTH));
    }

    /** Slack shows it in the reader's own time zone; the part after the bar is for clients that cannot. */
    private static String moment(Story story) {
        return "<!date^" + story.expiresAt().getEpochSecond() + "^{date_short_pretty} {time}|"
                + story.expiresAt().truncatedTo(ChronoUnit.SECONDS) + ">";
    }

    private static JsonObject comment(Story story) {
        return Json.createObjectBuilder()
                .add("type", "input")
                .add("block_id", "comment:" + story.id())
                .add("optional", true)
                .add("label", plain("Comment (why, if you reject)"))
                .add(
                        "element",
                        Json.createObjectBuilder()
                                .add("type", "plain_text_input")
                                .add("action_id", "comment")
                                .add("max_length", 1000))
                .build();
    }

    private static JsonObject buttons(Story story, URI link) {
        return Json.createObjectBuilder()
                .add("type", "actions")
                .add("block_id", "approval:" + story.id())
                .add(
                        "elements",
                        Json.createArrayBuilder()
                                .add(decision(story, "approve", "Approve", "primary"))
                                .add(decision(story, "reject", "Reject", "danger"))
                                .add(button("open:" + story.id(), "Review & Decide")
                                        .add("url", link.toString())))
                .build();
    }

    /** The value binds the click to the arguments that the message showed. */
    private static JsonObjectBuilder decision(Story story, String verb, String label, String style) {
        return button(verb + ":" + story.id(), label).add("style", style).add("value", story.digest());
    }

    private static JsonObjectBuilder button(String action, String label) {
        return Json.createObjectBuilder()
                .add("type", "button")
                .add("action_id", action)
                .add("text", plain(label));
    }

    private static JsonObject section(String text) {
        return Json.createObjectBuilder()
                .add("type", "section")
                .add("text", mrkdwn(Text.shorten(text, FIELD_LENGTH)))
                .build();
    }

    private static JsonObject context(String text) {
        return Json.createObjectBuilder()
                .add("type", "context")
                .add("elements", Json.createArrayBuilder().add(mrkdwn(Text.shorten(text, FIELD_LENGTH))))
                .build();
    }

    private static JsonObject plain(String text) {
        return Json.createObjectBuilder()
                .add("type", "plain_text")
                .add("text", text)
                .build();
    }

    private static JsonObject mrkdwn(String text) {
        return Json.createObjectBuilder()
                .add("type", "mrkdwn")
                .add("text", text)
                .build();
    }
}
