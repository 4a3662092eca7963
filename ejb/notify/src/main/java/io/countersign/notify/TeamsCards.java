package io.countersign.notify;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.URI;
import java.time.temporal.ChronoUnit;

/** Renders a request as a Teams message with one Adaptive Card 1.4. Pure. */
final class TeamsCards {
    private static final int TEXT_LENGTH = 2000;

    private TeamsCards() {}

    static JsonObject message(Story story, URI link) {
        JsonArrayBuilder body = Json.createArrayBuilder().add(heading(story.headline()));
        if (!story.pending()) {
            String outcome = story.outcome();
            body.add(heading(outcome == null ? story.status() : outcome));
        }
        body.add(facts(story));
        JsonObjectBuilder card = card(body);
        if (story.pending()) {
            card.add(
                    "actions",
                    Json.createArrayBuilder()
                            .add(Json.createObjectBuilder()
                                    .add("type", "Action.OpenUrl")
                                    .add("title", "Review & Decide")
                                    .add("url", link.toString())));
        }
        return envelope(card);
    }

    static JsonObject sentence(String text) {
        return envelope(card(Json.createArrayBuilder().add(block(text))));
    }

    private static JsonObjectBuilder facts(Story story) {
        JsonArrayBuilder facts = Json.createArrayBuilder()
                .add(fact("Indicator", story.indicatorOrNone()))
                .add(fact("Trigger", story.triggeredBy()))
                .add(fact("Confidence", story.confidenceInWords()))
                .add(fact(
                        "Expires",
                        story.expiresAt().truncatedTo(ChronoUnit.SECONDS).toString()))
                .add(fact("Reason", story.reasonOrNone()))
                .add(fact("Request", story.requestId()));
        if (story.pending()) {
            facts.add(fact("Agreement", story.waitingFor()));
        }
        for (String vote : story.votes()) {
            facts.add(fact("Vote", vote));
        }
        return Json.createObjectBuilder().add("type", "FactSet").add("facts", facts);
    }

    private static JsonObjectBuilder fact(String title, String value) {
        return Json.createObjectBuilder().add("title", title).add("value", literal(value));
    }

    private static JsonObjectBuilder heading(String text) {
        return block(text).add("weight", "Bolder").add("size", "Medium");
    }

    private static JsonObjectBuilder block(String text) {
        return Json.createObjectBuilder()
                .add("type", "TextBlock")
                .add("text", literal(text))
                .add("wrap", true);
    }

    /** Cards read a part of Markdown: foreign words must not become links, so a zero-width space parts the brackets. */
    private static String literal(String text) {
        return Text.shorten(text, TEXT_LENGTH).replace("](", "]\u200B(");
    }

    private static JsonObjectBuilder card(JsonArrayBuilder body) {
        return Json.createObjectBuilder()
                .add("type", "AdaptiveCard")
                .add("$schema", "http://adaptivecards.io/schemas/adaptive-card.json")
                .add("version", "1.4")
                .add("body", body);
    }

    private static JsonObject envelope(JsonObjectBuilder card) {
        return Json.createObjectBuilder()
                .add("type", "message")
                .add(
                        "attachments",
                        Json.createArrayBuilder()
                                .add(Json.createObjectBuilder()
                                        .add("contentType", "application/vnd.microsoft.card.adaptive")
                                        .add("content", card)))
                .build();
    }
}
