package io.countersign.notify.teams;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.countersign.approvals.AgreementDocument.Entry;
import io.countersign.approvals.AgreementDocument.Part;
import io.countersign.approvals.RiskLevel;
import io.countersign.notify.Requests;
import io.countersign.notify.content.RequestDetail;
import io.countersign.notify.content.RequestSummary;
import jakarta.json.JsonObject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TeamsCardsTest {
    private static final URI LINK = URI.create("https://countersign.test/v1/approvals/x/decide?token=t");

    @Test
    void aPendingRequestIsAnAdaptiveCardWithFactsAndOneLink() {
        JsonObject card = card(TeamsCards.message(Requests.story(Requests.pending()), null, LINK));
        assertEquals("AdaptiveCard", card.getString("type"));
        assertEquals("1.4", card.getString("version"));
        JsonObject facts = card.getJsonArray("body").getJsonObject(1);
        assertEquals("FactSet", facts.getString("type"));
        assertEquals(
                List.of(
                        "Indicator",
                        "Trigger",
                        "Confidence",
                        "Expires",
                        "Reason",
                        "Workflow",
                        "Granted secrets",
                        "Since the last approval",
                        "Request",
                        "Agreement"),
                facts.getJsonArray("facts").stream()
                        .map(fact -> fact.asJsonObject().getString("title"))
                        .toList());
        JsonObject action = card.getJsonArray("actions").getJsonObject(0);
        assertEquals("Action.OpenUrl", action.getString("type"));
        assertEquals("Review & Decide", action.getString("title"));
        assertEquals(LINK.toString(), action.getString("url"));
    }

    @Test
    void aDeadRequestHasNothingToOpen() {
        JsonObject card = card(TeamsCards.message(Requests.story(Requests.expired()), null, LINK));
        assertFalse(card.containsKey("actions"));
        assertEquals(
                "Expired without a decision",
                card.getJsonArray("body").getJsonObject(1).getString("text"));
    }

    @Test
    void aCardThatTeamsWouldRefuseIsMadeSmaller() {
        String wide = "\uD83D\uDE00".repeat(1000);
        JsonObject message = TeamsCards.message(story(wide, 12), wide, LINK);
        int bytes = message.toString().getBytes(StandardCharsets.UTF_8).length;
        assertTrue(bytes <= TeamsCards.MAX_BYTES, bytes + " bytes");
        JsonObject card = card(message);
        assertTrue(card.toString().contains("see the link for the whole"), card.toString());
        assertEquals(
                LINK.toString(), card.getJsonArray("actions").getJsonObject(0).getString("url"));
    }

    @Test
    void aCardThatFitsSaysEverything() {
        String reason = "beaconing ".repeat(100).strip();
        String card = TeamsCards.message(story(reason, 4), null, LINK).toString();
        assertTrue(card.contains(reason));
        assertFalse(card.contains("Shortened"), card);
    }

    @Test
    void aSentenceFitsToo() {
        JsonObject message = TeamsCards.sentence("\u0001".repeat(20_000));
        assertTrue(message.toString().length() <= TeamsCards.MAX_BYTES);
    }

    private static RequestSummary story(String words, int votes) {
        RequestSummary it = Requests.story(Requests.pending());
        return new RequestSummary(
                it.id(),
                it.requestNumber(),
                it.tool(),
                it.subject(),
                it.risk(),
                it.digest(),
                "domain " + words,
                it.trigger(),
                it.requestedBy(),
                it.requester(),
                words,
                it.confidence(),
                List.of(new RequestDetail("Potential impact", false, words)),
                it.expiresAt(),
                it.status(),
                it.pending(),
                it.waitingFor(),
                Collections.nCopies(votes, words),
                it.outcome());
    }

    @Test
    void foreignWordsAreNoLinks() {
        JsonObject card =
                card(TeamsCards.message(Requests.story(Requests.named("[click](https://evil.test)")), null, LINK));
        String heading = card.getJsonArray("body").getJsonObject(0).getString("text");
        assertFalse(heading.contains("]("), heading);
        assertFalse(heading.contains("https"), heading);
    }

    @Test
    void whatIsAskedForAndItsImpactAreShown() {
        String card = TeamsCards.message(
                        Requests.story(
                                Requests.pending(),
                                Entry.json(Part.ON_WHAT, "Parameters", Map.of("scope", "ENTIRE_DOMAIN")),
                                Entry.value(Part.WHY, "Potential impact", "the office is cut off")),
                        null,
                        LINK)
                .toString();
        assertTrue(card.contains("ENTIRE_DOMAIN"), card);
        assertTrue(card.contains("the office is cut off"), card);
    }

    @Test
    void markupAndDatesOfOthersAreTakenAsTheyAre() {
        String reason = "x\n*Approved by:* alex {{DATE(2026-01-01T00:00:00Z, SHORT)}} \u202elluf";
        String card = TeamsCards.message(Requests.story(Requests.pending(RiskLevel.LOW, reason)), null, LINK)
                .toString();
        assertFalse(card.contains("{{"), card);
        assertFalse(card.contains("\u202e"), card);
        assertTrue(card.contains("x[U+000A]\\\\*Approved by:\\\\* alex"), card);
        assertTrue(card.contains("[U+202E]lluf"), card);
    }

    private static JsonObject card(JsonObject message) {
        JsonObject attachment = message.getJsonArray("attachments").getJsonObject(0);
        assertEquals("application/vnd.microsoft.card.adaptive", attachment.getString("contentType"));
        return attachment.getJsonObject("content");
    }
}
