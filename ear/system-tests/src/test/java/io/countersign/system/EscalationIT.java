package io.countersign.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;

/** A request for which nobody has decided: who is told then, and who may decide from then on. */
class EscalationIT {

    private final TestServer house = TestServer.shared();
    private final TestUsers cast = TestUsers.of(house);
    private final Receiver slack = FakeServices.get().slack;

    @Test
    void aStepTellsItsRolesAndItsChannel() {
        String approval = ask("[{\"after_seconds\":1,\"roles\":[\"emergency-approver\"],\"channel\":\"#lead\"}]");
        Receiver.Call channel = message("#lead", approval);
        assertTrue(channel.body().contains("nobody has decided yet"), channel.body());
        Receiver.Call drew = message("U0DREW", approval);
        assertTrue(drew.body().contains("for information"), drew.body());
        assertTrue(drew.body().contains("approvers are blake"), drew.body());
        assertFalse(drew.body().contains("token="), "no link to decide by");
        assertFalse(drew.body().contains("\"approve:"), "no button");
        Await.until("the mail", () -> FakeServices.get().mail.mails.stream()
                .filter(mail -> mail.contains("To: drew@countersign.example") && mail.contains("for information"))
                .findFirst()
                .orElse(null));
        drewApproves(approval).expect(403);
        assertEquals(
                0,
                Fixtures.approval(cast.author, approval)
                        .getJsonArray("widened_roles")
                        .size());
    }

    @Test
    void aStepThatWidensLetsItsRolesDecide() {
        String approval =
                ask("[{\"after_seconds\":1,\"roles\":[\"emergency-approver\"],\"channel\":\"#lead\",\"widen\":true}]");
        Await.until("the escalation", () -> {
            JsonObject record = Fixtures.approval(cast.author, approval);
            return record.getJsonArray("widened_roles").isEmpty() ? null : record;
        });
        drewApproves(approval).expect(200);
        assertEquals("success", Fixtures.endedRun(cast.author, approval).getString("status"));
    }

    private Api.Answer drewApproves(String approval) {
        Api drew = TestUsers.approver(house, "drew", "\"emergency-approver\"");
        return drew.post(WhoMayDecideIT.path(approval, "approve"), "{}");
    }

    private String ask(String escalation) {
        String workflow = Fixtures.workflow(
                cast.author,
                Fixtures.unique("Escalated"),
                ",\"required_roles\":[\"soc-lead\"],\"escalation\":" + escalation);
        return Fixtures.ask(cast.agent, workflow, "203.0.113.92");
    }

    private Receiver.Call message(String channel, String approval) {
        return slack.await(
                "the message to " + channel,
                call -> call.path().endsWith("/chat.postMessage")
                        && call.json().getString("channel").equals(channel)
                        && call.body().contains(approval));
    }
}
