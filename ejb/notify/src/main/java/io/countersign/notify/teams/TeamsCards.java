package io.countersign.notify.teams;

import io.countersign.notify.content.NotificationText;
import io.countersign.notify.content.RequestSummary;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Renders a request as a Teams message with one Adaptive Card 1.4. Pure. */
final class TeamsCards {
    /** Teams refuses a message above 28 KB for good; some room is left for how it counts. */
    static final int MAX_BYTES = 27_000;

    /** How long a text may be, the longest first that lets the message fit. */
    private static final List<Integer> TEXT_LENGTHS = List.of(2000, 700, 200, 60);

    private static final int FEWEST_VOTES = 3;

    private final int textLength;

    private TeamsCards(int textLength) {
        this.textLength = textLength;
    }

    /** @param note something to say before the facts, null for nothing */
    static JsonObject message(RequestSummary story, @Nullable String note, URI link) {
        return fitting(cards -> cards.whole(story, note, link));
    }

    static JsonObject sentence(String text) {
        return fitting(cards -> envelope(card(Json.createArrayBuilder().add(cards.block(text)))));
    }

    private static JsonObject fitting(Function<TeamsCards, JsonObject> rendering) {
        JsonObject message = rendering.apply(new TeamsCards(TEXT_LENGTHS.get(0)));
        for (int i = 1; i < TEXT_LENGTHS.size() && bytes(message) > MAX_BYTES; i++) {
            message = rendering.apply(new TeamsCards(TEXT_LENGTHS.get(i)));
        }
        return message;
    }

    private static int bytes(JsonObject message) {
        return message.toString().getBytes(StandardCharsets.UTF_8).length;
    }

    private JsonObject whole(RequestSummary story, @Nullable String note, URI link) {
        JsonArrayBuilder body = Json.createArrayBuilder().add(heading(story.headline()));
        if (!story.pending()) {
            String outcome = story.outcome();
            body.add(heading(outcome == null ? story.status() : outcome));
        }
        if (note != null) {
            body.add(block(note));
        }
        body.add(facts(story));
        if (textLength < TEXT_LENGTHS.get(0)) {
            body.add(block("Shortened to fit" + (story.pending() ? ", see the link for the whole." : ".")));
        }
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

    private JsonObjectBuilder facts(RequestSummary story) {
        JsonArrayBuilder facts = Json.createArrayBuilder()
                .add(fact("Indicator", story.indicatorOrNone()))
                .add(fact("Trigger", story.triggeredBy()))
                .add(fact("Confidence", story.confidenceInWords()))
                .add(fact(
                        "Expires",
                        story.expiresAt().truncatedTo(ChronoUnit.SECONDS).toString()))
                .add(fact("Reason", story.reasonOrNone()));
        story.details().stream()
                .filter(detail -> !detail.code())
                .forEach(detail -> facts.add(fact(detail.label(), detail.line())));
        facts.add(fact("Request", story.requestNumber()));
        if (story.pending()) {
            facts.add(fact("Agreement", story.waitingFor()));
        }
        votes(story).forEach(vote -> facts.add(fact("Vote", vote)));
        return Json.createObjectBuilder().add("type", "FactSet").add("facts", facts);
    }

    /** All of them where texts may be long, else the latest and how many more there are. */
    private List<String> votes(RequestSummary story) {
        int left = story.votes().size() - FEWEST_VOTES;
        if (textLength == TEXT_LENGTHS.get(0) || left <= 0) {
            return story.votes();
        }
        List<String> votes = new ArrayList<>(List.of("and " + left + " before, see the link"));
        votes.addAll(story.votes().subList(left, story.votes().size()));
        return votes;
    }

    private JsonObjectBuilder fact(String title, String value) {
        return Json.createObjectBuilder().add("title", title).add("value", literal(value));
    }

    private JsonObjectBuilder heading(String text) {
        return block(text).add("weight", "Bolder").add("size", "Medium");
    }

    private JsonObjectBuilder block(String text) {
        return Json.createObjectBuilder()
                .add("type", "TextBlock")
                .add("text", literal(text))
                .add("wrap", true);
    }

    private String literal(String text) {
        return NotificationText.card(NotificationText.shorten(text, textLength));
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
