package io.countersign.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import jakarta.json.JsonObject;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class TeamsCardsTest {
    private static final URI LINK = URI.create("https://countersign.test/v1/approvals/x/decide?token=t");

    @Test
    void aPendingRequestIsAnAdaptiveCardWithFactsAndOneLink() {
        JsonObject card = card(TeamsCards.message(Stories.of(Requests.pending()), LINK));
        assertEquals("AdaptiveCard", card.getString("type"));
        assertEquals("1.4", card.getString("version"));
        JsonObject facts = card.getJsonArray("body").getJsonObject(1);
        assertEquals("FactSet", facts.getString("type"));
        assertEquals(
                List.of("Indicator", "Trigger", "Confidence", "Expires", "Reason", "Request", "Agreement"),
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
        JsonObject card = card(TeamsCards.message(Stories.of(Requests.expired()), LINK));
        assertFalse(card.containsKey("actions"));
        assertEquals(
                "Expired without a decision",
                card.getJsonArray("body").getJsonObject(1).getString("text"));
    }

    @Test
    void foreignWordsAreNoLinks() {
        JsonObject card = card(TeamsCards.message(Stories.of(Requests.named("[click](https://evil.test)")), LINK));
        assertFalse(card.getJsonArray("body").getJsonObject(0).getString("text").contains("]("));
    }

    private static JsonObject card(JsonObject message) {
        JsonObject attachment = message.getJsonArray("attachments").getJsonObject(0);
        assertEquals("application/vnd.microsoft.card.adaptive", attachment.getString("contentType"));
        return attachment.getJsonObject("content");
    }
}
