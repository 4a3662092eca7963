package io.countersign.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The power fails between approve and run, again and again, on the same data. {@code -Dcountersign.kills=50} is the long
 * form; a build does a few.
 */
class KillNineIT {
    private static final int KILLS = Integer.getInteger("countersign.kills", 2);
    private static final int BATCH = 4;
    private final TestServer house = TestServer.mortal();

    @Test
    void noApprovedRunIsLostAndNoneActsTwice() {
        TestUsers cast = TestUsers.of(house);
        String workflow = Fixtures.workflow(cast.author, Fixtures.unique("Survivor"), "");
        List<String> approvals = new ArrayList<>();
        Random random = new Random(4711);
        for (int kill = 0; kill < KILLS; kill++) {
            List<String> round = new ArrayList<>();
            for (int i = 0; i < BATCH; i++) {
                round.add(Fixtures.ask(cast.agent, workflow, ip(approvals.size() + i)));
            }
            approvals.addAll(round);
            round.forEach(approval -> approve(cast.alex, approval));
            pause(random.nextInt(40));
            house.killNine();
            house.up();
            // a decision whose answer was lost may or may not have been stored: asking again settles it
            round.forEach(approval -> approve(cast.alex, approval));
        }
        everyRequestRanOnce(cast, workflow, approvals);
    }

    private void everyRequestRanOnce(TestUsers cast, String workflow, List<String> approvals) {
        int acted = 0;
        for (int i = 0; i < approvals.size(); i++) {
            JsonObject run = Fixtures.endedRun(cast.author, approvals.get(i));
            String status = run.getString("status");
            assertTrue(Set.of("success", "interrupted").contains(status), run.toString());
            String body = "{\"ip\":\"" + ip(i) + "\"}";
            int seen = FakeServices.get()
                    .target
                    .ledger(call -> call.body().equals(body))
                    .size();
            // the ledger and the record agree: success acted once, interrupted at most once
            assertTrue(status.equals("success") ? seen == 1 : seen <= 1, status + " acted " + seen + " times");
            acted += seen;
        }
        assertEquals(approvals.size(), Fixtures.runsOf(cast.author, workflow), "one run for each approval");
        System.getLogger("kill-nine")
                .log(
                        System.Logger.Level.INFO,
                        approvals.size() + " approvals, " + acted + " acted, " + KILLS + " kills");
        assertTrue(cast.author.get("/v1/audit/verify").data().getBoolean("valid"));
    }

    private static void approve(Api alex, String approval) {
        try {
            Api.Answer answer = alex.post(WhoMayDecideIT.path(approval, "approve"), "{}");
            assertTrue(answer.status() == 200 || answer.status() == 409, answer.text());
        } catch (UncheckedIOException serverDied) {
            // settled after the restart
        }
    }

    private static String ip(int i) {
        return "192.0." + (2 + i / 250) + "." + i % 250;
    }

    private static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
