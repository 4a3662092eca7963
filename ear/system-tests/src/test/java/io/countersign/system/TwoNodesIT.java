package io.countersign.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two nodes on one PostgreSQL and one broker share the work; what one decides holds on the other; one of them dies. */
class TwoNodesIT {
    /** More than one node's threads and their queue hold, so that the rest is announced to the other. */
    private static final int RUNS = 130;

    private static final int BROKER_PORT = TestServer.sharedPort(8316);
    private static EmbeddedPostgres postgres;
    private static EmbeddedActiveMQ broker;
    private static Receiver target;
    private static TestServer one;
    private static TestServer two;

    @BeforeAll
    static void open() throws Exception {
        postgres = EmbeddedPostgres.builder().start();
        broker = new EmbeddedActiveMQ();
        broker.setConfiguration(new ConfigurationImpl()
                .setPersistenceEnabled(false)
                .setSecurityEnabled(false)
                .addAcceptorConfiguration("nodes", "tcp://127.0.0.1:" + BROKER_PORT));
        broker.start();
        target = Receiver.slow(150);
        one = node("one", 1200).up();
        two = node("two", 1500).up();
    }

    private static TestServer node(String name, int offset) {
        return TestServer.alone("node-" + name, offset)
                .with("COUNTERSIGN_DB_URL", postgres.getJdbcUrl("postgres", "postgres"))
                .with("COUNTERSIGN_DB_USER", "postgres")
                .with("COUNTERSIGN_DB_PASSWORD", "postgres")
                .with("COUNTERSIGN_SERVER_KEY", "the-key-that-all-nodes-share-0123456789")
                .with("COUNTERSIGN_BROKER_URL", "tcp://127.0.0.1:" + BROKER_PORT);
    }

    @AfterAll
    static void close() throws Exception {
        one.down();
        two.down();
        broker.stop();
        postgres.close();
    }

    @Test
    void nodesShareTheWorkAndTheDeathOfOneLosesNothingAndRepeatsNothing() {
        TestUsers cast = TestUsers.of(one);
        String workflow = Fixtures.workflow(cast.author, "Shared", target, ",\"approval_mode\":\"never\"");
        List<String> runs = new ArrayList<>();
        for (int i = 0; i < RUNS; i++) {
            runs.add(cast.agent
                    .post("/v1/workflows/" + workflow + "/execute", Fixtures.execute(ip(i)))
                    .expect(202)
                    .data()
                    .getString("run_uuid"));
        }
        Await.until("runs on both nodes", () -> nodes(runs).size() == 2 ? true : null);
        one.killNine();
        for (int i = 0; i < RUNS; i++) {
            endedOnceAtMost(runs.get(i), ip(i));
        }
        assertEquals(RUNS, Fixtures.runsOf(two.admin(), workflow));
        assertTrue(two.admin().get("/v1/audit/verify").data().getBoolean("valid"));
        one.up();
        whatOneNodeDecidesHoldsOnTheOther(cast);
    }

    private void endedOnceAtMost(String run, String ip) {
        JsonObject record = Await.until("the end of run " + run, () -> {
            JsonObject now =
                    two.admin().get("/v1/workflow-runs/" + run + "?wait=5").data();
            return Fixtures.ENDED.contains(now.getString("status")) ? now : null;
        });
        int seen = target.ledger(call -> call.body().equals("{\"ip\":\"" + ip + "\"}"))
                .size();
        String status = record.getString("status");
        assertTrue(Set.of("success", "interrupted").contains(status), record.toString());
        assertTrue(status.equals("success") ? seen == 1 : seen <= 1, status + " acted " + seen + " times");
        assertEquals(1, started(run).size(), "started once: " + record);
    }

    private void whatOneNodeDecidesHoldsOnTheOther(TestUsers cast) {
        Api there = two.api(cast.alex.key());
        String workflow = Fixtures.workflow(cast.author, "Decided elsewhere", target, "");
        String approval = Fixtures.ask(cast.agent, workflow, "203.0.113.1");
        there.post(WhoMayDecideIT.path(approval, "approve"), "{}").expect(200);
        cast.blake
                .post(WhoMayDecideIT.path(approval, "reject"), "{\"reason\":\"too late\"}")
                .refused(409, "APPROVAL_ALREADY_DECIDED");
        assertEquals("success", Fixtures.endedRun(cast.author, approval).getString("status"));
        String late = Fixtures.ask(cast.agent, workflow, "203.0.113.2");
        two.admin()
                .patch("/v1/workflows/" + workflow, "{\"state\":\"inactive\"}")
                .expect(200);
        cast.alex.post(WhoMayDecideIT.path(late, "approve"), "{}").refused(409, "APPROVAL_ALREADY_DECIDED");
        cast.agent
                .post("/v1/workflows/" + workflow + "/execute", Fixtures.execute("203.0.113.3"))
                .refused(400, "WORKFLOW_NOT_EXECUTABLE");
    }

    /** The nodes on which any of the runs began. */
    private Set<String> nodes(List<String> runs) {
        Set<String> nodes = new HashSet<>();
        runs.forEach(run -> nodes.addAll(started(run)));
        return nodes;
    }

    private List<String> started(String run) {
        return two.admin()
                .get("/v1/audit?action=run.started&target_uuid=" + run)
                .expect(200)
                .json()
                .getJsonArray("data")
                .getValuesAs(row -> row.asJsonObject().getJsonObject("details").getString("node"));
    }

    private static String ip(int i) {
        return "198.18.0." + i;
    }
}
