package io.countersign.system;

import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Where nobody has the role, the link in a channel can decide what it may: whether it reaches one is the notifiers' to say. */
@Tag("long")
class ChannelLinksIT {
    private static TestServer house;

    @BeforeAll
    static void open() {
        house = TestServer.alone("channel-links", 1900)
                .with("APPROVAL_NOTIFIER", "teams")
                // nothing listens there, and nothing has to: the setting says that there is a channel
                .with("TEAMS_WEBHOOK_URL", "http://127.0.0.1:9/webhook")
                .with("APPROVAL_CHANNEL_LINKS", "decide")
                .with("APPROVAL_UNKNOWN_TOOL_RISK", "low")
                .up();
    }

    @AfterAll
    static void close() {
        house.down();
    }

    @Test
    void aLinkThatDecidesMakesARequestAttainableAtLowRiskAndNotAtHigh() {
        revokeThoseWhoCouldDecide();
        String ask = "{\"tool_name\":\"ping\",\"reason\":\"a drill\",\"risk_level\":\"%s\"}";
        Api.Answer refused = Await.until("nobody to be left who could decide", () -> {
            Api.Answer answer = house.admin().post("/v1/approvals", ask.formatted("high"));
            return answer.status() == 422 ? answer : null;
        });
        assertTrue(refused.text().contains("nobody"), refused.text());
        house.admin().post("/v1/approvals", ask.formatted("low")).expect(202);
    }

    private static void revokeThoseWhoCouldDecide() {
        JsonArray keys = house.admin()
                .get("/v1/api-keys?page_size=500")
                .expect(200)
                .json()
                .getJsonArray("data");
        for (JsonObject key : keys.getValuesAs(JsonObject.class)) {
            if (!key.getString("owner").equals("bootstrap-admin") && key.isNull("revoked_at")) {
                house.admin().delete("/v1/api-keys/" + key.getString("uuid")).expect(204);
            }
        }
    }
}
