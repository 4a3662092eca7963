package io.countersign.notify.slack;

import io.countersign.notify.content.NotificationText;
import io.countersign.notify.content.RequestSummary;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Renders a request as Slack Block Kit. Pure: the same story gives the same blocks. Buttons that decide stand only under a
 * message that shows the whole agreement document, at low or medium risk; else the link stands alone.
 */
final class SlackMessages {
    private static final String NOT_ALL =
            "This message does not show all of what you would agree to. Open the page to decide.";
    private static final String TOO_RISKY = "A request of this risk is decided on its page.";

    private SlackMessages() {}

    /** The request as it stands: with buttons while it is pending, with its outcome afterwards. */
    static JsonArray blocks(RequestSummary story, URI link) {
        return blocks(story, null, link);
    }

    /** @param note something to say before the facts, null for nothing */
    static JsonArray blocks(RequestSummary story, @Nullable String note, URI link) {
        SlackFacts facts = SlackFacts.of(story);
        JsonArrayBuilder blocks = head(story, note, facts);
        if (!story.votes().isEmpty()) {
            blocks.add(SlackFacts.section(String.join("\n", story.votes())));
        }
        if (!story.pending()) {
            blocks.add(SlackFacts.section(outcome(story)));
            blocks.add(context(story.requestNumber()));
            return blocks.build();
        }
        blocks.add(context(story.waitingFor() + " · " + story.requestNumber()));
        if (facts.complete() && story.decidableInChat()) {
            return blocks.add(comment(story)).add(buttons(story, link)).build();
        }
        return blocks.add(context(facts.complete() ? TOO_RISKY : NOT_ALL))
                .add(link(story, "Review & Decide", link))
                .build();
    }

    /** The request for somebody who is told of it and does not decide: nothing to decide by. */
    static JsonArray information(RequestSummary story, String note, URI link) {
        return head(story, note, SlackFacts.of(story))
                .add(context(story.waitingFor() + " · " + story.requestNumber()))
                .add(link(story, "Open the request", link))
                .build();
    }

    private static JsonArrayBuilder head(RequestSummary story, @Nullable String note, SlackFacts facts) {
        JsonArrayBuilder blocks = Json.createArrayBuilder()
                .add(Json.createObjectBuilder()
                        .add("type", "header")
                        .add(
                                "text",
                                SlackFacts.plain(
                                        NotificationText.shorten(story.headline(), SlackFacts.HEADER_LENGTH))));
        if (note != null) {
            blocks.add(SlackFacts.section(note));
        }
        facts.blocks().forEach(blocks::add);
        return blocks;
    }

    /** What clients show where blocks cannot be shown: in a push message, say. */
    static String summary(RequestSummary story) {
        return NotificationText.slack(story.headline() + (story.pending() ? "" : ": " + outcome(story)));
    }

    /** One sentence as a message of its own. */
    static JsonArray sentence(String text) {
        return Json.createArrayBuilder().add(SlackFacts.section(text)).build();
    }

    private static String outcome(RequestSummary story) {
        String outcome = story.outcome();
        return outcome == null ? story.status() : outcome;
    }

    private static JsonObject comment(RequestSummary story) {
        return Json.createObjectBuilder()
                .add("type", "input")
                .add("block_id", "comment:" + story.id())
                .add("optional", true)
                .add("label", SlackFacts.plain("Comment (why, if you reject)"))
                .add(
                        "element",
                        Json.createObjectBuilder()
                                .add("type", "plain_text_input")
                                .add("action_id", "comment")
                                .add("max_length", 1000))
                .build();
    }

    private static JsonObject buttons(RequestSummary story, URI link) {
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

    private static JsonObject link(RequestSummary story, String label, URI link) {
        return Json.createObjectBuilder()
                .add("type", "actions")
                .add("block_id", "approval:" + story.id())
                .add(
                        "elements",
                        Json.createArrayBuilder()
                                .add(button("open:" + story.id(), label).add("url", link.toString())))
                .build();
    }

    /** The value binds the click to the agreement document that the message showed. */
    private static JsonObjectBuilder decision(RequestSummary story, String verb, String label, String style) {
        return button(verb + ":" + story.id(), label).add("style", style).add("value", story.digest());
    }

    private static JsonObjectBuilder button(String action, String label) {
        return Json.createObjectBuilder()
                .add("type", "button")
                .add("action_id", action)
                .add("text", SlackFacts.plain(label));
    }

    private static JsonObject context(String text) {
        return Json.createObjectBuilder()
                .add("type", "context")
                .add(
                        "elements",
                        Json.createArrayBuilder()
                                .add(SlackFacts.plain(NotificationText.shorten(text, SlackFacts.FIELD_LENGTH))))
                .build();
    }
}
