package io.countersign.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;

/** A request for which nobody has decided: who is told then, and who may decide from then on. */
class EscalationIT {

    private final House house = House.shared();
    private final Cast cast = Cast.of(house);
    private final Receiver slack = Doubles.get().slack;

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
        Patience.until("the mail", () -> Doubles.get().mail.mails.stream()
                .filter(mail -> mail.contains("To: drew@countersign.example") && mail.contains("for information"))
                .findFirst()
                .orElse(null));
        drewApproves(approval).expect(403);
        assertEquals(
                0,
                Stage.approval(cast.author, approval)
                        .getJsonArray("widened_roles")
                        .size());
    }

    @Test
    void aStepThatWidensLetsItsRolesDecide() {
        String approval =
                ask("[{\"after_seconds\":1,\"roles\":[\"emergency-approver\"],\"channel\":\"#lead\",\"widen\":true}]");
        Patience.until("the escalation", () -> {
            JsonObject record = Stage.approval(cast.author, approval);
            return record.getJsonArray("widened_roles").isEmpty() ? null : record;
        });
        drewApproves(approval).expect(200);
        assertEquals("success", Stage.endedRun(cast.author, approval).getString("status"));
    }

    private Api.Answer drewApproves(String approval) {
        Api drew = Cast.approver(house, "drew", "\"emergency-approver\"");
        return drew.post(WhoMayDecideIT.path(approval, "approve"), "{}");
    }

    private String ask(String escalation) {
        String workflow = Stage.workflow(
                cast.author,
                Stage.unique("Escalated"),
                ",\"required_roles\":[\"soc-lead\"],\"escalation\":" + escalation);
        return Stage.ask(cast.agent, workflow, "203.0.113.92");
    }

    private Receiver.Call message(String channel, String approval) {
        return slack.await(
                "the message to " + channel,
                call -> call.path().endsWith("/chat.postMessage")
                        && call.json().getString("channel").equals(channel)
                        && call.body().contains(approval));
    }
}
