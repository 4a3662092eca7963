package io.countersign.notify.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.countersign.approvals.AgreementDocument.Entry;
import io.countersign.approvals.AgreementDocument.Part;
import io.countersign.approvals.RequestView;
import io.countersign.approvals.RiskLevel;
import io.countersign.notify.Requests;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.net.URI;
import java.util.List;
import java.util.Map;
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
                        "*Indicator:*",
                        "ip 203[.]0[.]113[.]9",
                        "*Trigger:*",
                        "agent (triage-agent)",
                        "*Confidence:*",
                        "92 %",
                        "*Expires:*",
                        "<!date^1795359600^{date_short_pretty} {time}|2026-11-22T15:00:00Z>",
                        "*Reason:*",
                        "beacon <every> 60 s"),
                fields);
    }

    @Test
    void theButtonsNameTheRequestAndCarryTheDigestOfWhatIsShown() {
        JsonArray elements = elements(blocks(Requests.pending(RiskLevel.MEDIUM, "beaconing")));
        assertEquals("approve:" + Requests.ID, elements.getJsonObject(0).getString("action_id"));
        assertEquals(Requests.AGREEMENT, elements.getJsonObject(0).getString("value"));
        assertEquals("reject:" + Requests.ID, elements.getJsonObject(1).getString("action_id"));
        assertEquals(LINK.toString(), elements.getJsonObject(2).getString("url"));
    }

    @Test
    void atHighRiskTheLinkStandsAlone() {
        for (RiskLevel risk : List.of(RiskLevel.HIGH, RiskLevel.CRITICAL)) {
            JsonArray blocks = blocks(Requests.pending(risk, "beaconing"));
            assertEquals(1, elements(blocks).size());
            assertEquals(LINK.toString(), elements(blocks).getJsonObject(0).getString("url"));
            assertFalse(blocks.toString().contains("approve:"), blocks.toString());
        }
    }

    @Test
    void aMessageWithButtonsShowsAllThatIsAgreedTo() {
        RequestView request = Requests.pending(RiskLevel.LOW, "beaconing");
        JsonArray blocks = blocks(
                request,
                Entry.json(Part.ON_WHAT, "Parameters", Map.of("hostname", "db-primary-07")),
                Entry.json(Part.ON_WHAT, "Alert", Map.of("id", "A-1")),
                Entry.value(Part.WHAT_RUNS, "Description", "isolates a host"),
                Entry.code(Part.WHAT_RUNS, "More code", "int last;\n".repeat(500)),
                Entry.value(Part.WHY, "Potential impact", "the office is cut off"));
        assertTrue(blocks.toString().contains("approve:"), "it fits");
        for (String shown : List.of(
                "db-primary-07",
                "A-1",
                "isolates a host",
                "class BlockIp {}",
                "the office is cut off",
                "FIREWALL_KEY")) {
            assertTrue(blocks.toString().contains(shown), shown);
        }
        assertEquals(500, blocks.toString().split("int last;", -1).length - 1);
    }

    @Test
    void whatDoesNotFitHasNoButtonsAndSaysSo() {
        RequestView request = Requests.pending(RiskLevel.LOW, "beaconing");
        Entry[] tooMuch = {
            Entry.code(Part.WHAT_RUNS, "More code", "int last;\n".repeat(2_000)),
            Entry.json(Part.ON_WHAT, "Parameters", Map.of("note", "x".repeat(9_000))),
            Entry.value(Part.WHY, "Potential impact", "y".repeat(9_000))
        };
        for (Entry entry : tooMuch) {
            JsonArray blocks = blocks(request, entry);
            assertFalse(blocks.toString().contains("approve:"), blocks.toString());
            assertTrue(blocks.toString().contains("does not show all"), blocks.toString());
            assertEquals(LINK.toString(), elements(blocks).getJsonObject(0).getString("url"));
        }
        JsonArray longReason = blocks(Requests.pending(RiskLevel.LOW, "z".repeat(5_000)));
        assertFalse(longReason.toString().contains("approve:"));
    }

    @Test
    void wordsOfOthersForgeNoLabelAndTurnNothingAround() {
        String reason = "x\n*Approved by:* alex\u202elluf :white_check_mark:";
        JsonArray blocks = blocks(Requests.pending(RiskLevel.LOW, reason));
        assertFalse(blocks.toString().contains("\u202e"));
        JsonObject shown = blocks.getJsonObject(1).getJsonArray("fields").getJsonObject(9);
        assertEquals("plain_text", shown.getString("type"));
        assertFalse(shown.getBoolean("emoji"));
        assertEquals("x[U+000A]*Approved by:* alex[U+202E]lluf :white_check_mark:", shown.getString("text"));
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
        // in plain text markup means nothing, and no words of others are anything else
        for (String part : blocks.split("\\{")) {
            assertFalse(part.contains("mrkdwn") && part.contains("channel"), part);
        }
        assertFalse(blocks.contains("https://evil.test"), blocks);
        assertFalse(
                SlackMessages.summary(Requests.story(Requests.named("<!here>"))).contains("<!here>"));
    }

    @Test
    void noTextIsLongerThanSlackTakes() {
        JsonArray blocks = blocks(Requests.named("x".repeat(200)));
        assertTrue(
                blocks.getJsonObject(0).getJsonObject("text").getString("text").length() <= 150);
    }

    private static JsonArray blocks(RequestView request, Entry... more) {
        return SlackMessages.blocks(Requests.story(request, more), LINK);
    }

    private static JsonArray elements(JsonArray blocks) {
        JsonObject actions = blocks.getJsonObject(blocks.size() - 1);
        assertEquals("approval:" + Requests.ID, actions.getString("block_id"));
        return actions.getJsonArray("elements");
    }
}
