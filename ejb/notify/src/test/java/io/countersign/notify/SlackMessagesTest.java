package io.countersign.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.countersign.approvals.RequestView;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class SlackMessagesTest {
    private static final URI LINK = URI.create("https://countersign.test/v1/approvals/x/decide?token=t");

    @Test
    void theHeaderNamesRiskAndWorkflow() {
        JsonObject header = blocks(Requests.pending()).getJsonObject(0);
        assertEquals("header", header.getString("type"));
        assertEquals(
                "[HIGH RISK] Workflow Approval: Block IP",
                header.getJsonObject("text").getString("text"));
    }

    @Test
    void theFieldsAreThoseThatADeciderNeeds() {
        List<String> fields = blocks(Requests.pending()).getJsonObject(1).getJsonArray("fields").stream()
                .map(it -> it.asJsonObject().getString("text"))
                .toList();
        assertEquals(
                List.of(
                        "*Indicator:*\nip 203.0.113.9",
                        "*Trigger:*\nagent (triage-agent)",
                        "*Confidence:*\n92 %",
                        "*Expires:*\n<!date^1795359600^{date_short_pretty} {time}|2026-11-22T15:00:00Z>",
                        "*Reason:*\nbeacon &lt;every&gt; 60 s"),
                fields);
    }

    @Test
    void theButtonsNameTheRequestAndCarryTheDigest() {
        JsonArray blocks = blocks(Requests.pending());
        JsonObject actions = blocks.getJsonObject(blocks.size() - 1);
        assertEquals("approval:" + Requests.ID, actions.getString("block_id"));
        JsonArray elements = actions.getJsonArray("elements");
        assertEquals("approve:" + Requests.ID, elements.getJsonObject(0).getString("action_id"));
        assertEquals(Requests.DIGEST, elements.getJsonObject(0).getString("value"));
        assertEquals("reject:" + Requests.ID, elements.getJsonObject(1).getString("action_id"));
        assertEquals(LINK.toString(), elements.getJsonObject(2).getString("url"));
    }

    @Test
    void aDeadRequestHasNoButtons() {
        for (RequestView ended : List.of(
                Requests.approvedBy("alex"),
                Requests.rejectedBy("alex", "no"),
                Requests.expired(),
                Requests.cancelled("the code changed"))) {
            String blocks = blocks(ended).toString();
            assertFalse(blocks.contains("button"), blocks);
            assertFalse(blocks.contains("token="), blocks);
        }
        assertTrue(blocks(Requests.cancelled("the code changed")).toString().contains("Cancelled: the code changed"));
        assertTrue(blocks(Requests.expired()).toString().contains("Expired without a decision"));
    }

    @Test
    void foreignWordsCannotMentionOrLink() {
        String blocks =
                blocks(Requests.named("<!channel> <https://evil.test|click>")).toString();
        // a header is plain text, where markup means nothing; everything else is escaped
        String withoutHeader = blocks.substring(blocks.indexOf("\"fields\""));
        assertFalse(withoutHeader.contains("<!channel>"), withoutHeader);
        assertFalse(SlackMessages.summary(Stories.of(Requests.named("<!here>"))).contains("<!here>"));
    }

    @Test
    void noTextIsLongerThanSlackTakes() {
        JsonArray blocks = blocks(Requests.named("x".repeat(200)));
        assertTrue(
                blocks.getJsonObject(0).getJsonObject("text").getString("text").length() <= 150);
    }

    private static JsonArray blocks(RequestView request) {
        return SlackMessages.blocks(Stories.of(request), LINK);
    }
}
