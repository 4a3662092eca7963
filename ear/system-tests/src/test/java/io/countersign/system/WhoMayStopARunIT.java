package io.countersign.system;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** A run is stopped by who asked for it, who agreed to it, or an admin. */
class WhoMayStopARunIT {
    private final TestServer house = TestServer.shared();
    private final TestUsers cast = TestUsers.of(house);

    @Test
    void othersDoNot() {
        Api other = house.api(TestUsers.key(house, """
                {"name":"another agent","key_type":"agent","owner":"vic","scopes":["workflows:read","workflows:execute"]}"""));
        String path = agreed();
        other.post(path, "{}").refused(403, "FORBIDDEN");
        cast.casey.post(path, "{}").refused(403, "FORBIDDEN");
        cast.author.post(path, "{}").refused(403, "FORBIDDEN");
        stopped(cast.agent, path);
    }

    @Test
    void whoAgreedDoes() {
        stopped(cast.alex, agreed());
    }

    @Test
    void anAdminDoesAndWhatHasEndedStaysEnded() {
        String path = agreed();
        stopped(cast.admin, path);
        cast.admin.post(path, "{}").refused(409, "CONFLICT");
    }

    private static void stopped(Api by, String path) {
        assertEquals("cancelled", by.post(path, "{}").expect(200).data().getString("status"));
    }

    /** Alex has agreed, and the run is kept in the queue by a kill switch: the address where it is stopped. */
    private String agreed() {
        String workflow = Fixtures.workflow(cast.author, Fixtures.unique("Stopped"), "");
        String approval = Fixtures.ask(cast.agent, workflow, "203.0.113.131");
        cast.admin
                .post(
                        "/v1/kill-switch",
                        "{\"scope\":\"workflow\",\"target\":\"" + workflow + "\",\"reason\":\"kept in the queue\"}")
                .expect(201);
        cast.alex.post(WhoMayDecideIT.path(approval, "approve"), "{}").expect(200);
        String run = Fixtures.approval(cast.author, approval).getString("run_uuid");
        return "/v1/workflow-runs/" + run + "/cancel";
    }
}
