package io.countersign.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** On a server with one worker for runs: neither tests nor other runs make an agreed run fail. */
class WorkerSharesIT {
    private static final String INDICATOR = "{\"indicator\":{\"type\":\"ip\",\"value\":\"203.0.113.140\"}}";
    private static final String SLOW =
            "ctx.pause(java.time.Duration.ofSeconds(%d)); return WorkflowResult.ok(\"late\");";
    /** Tests have a clock of their own, on which a pause takes no time. */
    private static final String BUSY =
            "long end = System.nanoTime() + %dL * 1_000_000_000L; while (System.nanoTime() < end) { }"
                    + " return WorkflowResult.ok(\"late\");";

    private static TestServer house;
    private static TestUsers cast;

    @BeforeAll
    static void open() {
        house = TestServer.alone("shares", 1800)
                .with("SANDBOX_WORKERS", "1")
                .with("SANDBOX_TEST_WORKERS", "2")
                .with("SANDBOX_TESTS_PER_KEY", "2")
                .with("SANDBOX_RECYCLE_AFTER_RUNS", "7")
                .up();
        cast = TestUsers.of(house);
    }

    @AfterAll
    static void close() {
        house.down();
    }

    @Test
    void eightBusyDraftsLeaveAnAgreedRunAlone() throws Exception {
        String draft = draft(BUSY.formatted(20));
        String workflow = Fixtures.workflow(cast.author, Fixtures.unique("Agreed"), ",\"risk_level\":\"critical\"");
        String approval = Fixtures.ask(cast.agent, workflow, "203.0.113.141");
        ExecutorService testers = Executors.newFixedThreadPool(8);
        try {
            List<CompletableFuture<Api.Answer>> tests = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                tests.add(CompletableFuture.supplyAsync(
                        () -> cast.author.post("/v1/workflows/" + draft + "/test", INDICATOR), testers));
            }
            Await.until("two tests to run", () -> busy("test") == 2 ? true : null);
            cast.alex.post(WhoMayDecideIT.path(approval, "approve"), "{}").expect(200);
            JsonObject run = Fixtures.endedRun(cast.author, approval);
            assertEquals("success", run.getString("status"), run.toString());
            assertEquals(2, busy("test"), "the tests went on all the while");
            int refused = 0;
            for (CompletableFuture<Api.Answer> test : tests) {
                Api.Answer answer = test.get(60, TimeUnit.SECONDS);
                if (answer.status() != 200) {
                    answer.refused(429, "RATE_LIMITED");
                    assertEquals("5", answer.header("Retry-After"));
                    refused++;
                }
            }
            assertEquals(6, refused);
        } finally {
            testers.shutdownNow();
        }
    }

    @Test
    void aRunThatFindsNoWorkerStaysQueuedAndSucceedsLater() {
        String first = executed(workflow(SLOW.formatted(15)));
        Await.until("the first to run", () -> status(first).equals("running") ? true : null);
        String second = executed(workflow("return WorkflowResult.ok(\"after all\");"));
        Await.until(
                "the second to be left queued", () -> figure("countersign_runs_left_queued_total") >= 1 ? true : null);
        assertEquals("queued", status(second));
        Await.until("the second to end", () -> status(second).equals("success") ? true : null);
        assertEquals("success", status(first));
    }

    @Test
    void aRunThatWaitsForAWorkerIsCancelledAtOnce() {
        String first = executed(workflow(SLOW.formatted(10)));
        Await.until("the first to run", () -> status(first).equals("running") ? true : null);
        String second = executed(workflow("return WorkflowResult.ok(\"never\");"));
        cast.admin.post("/v1/workflow-runs/" + second + "/cancel", "{}").expect(200);
        assertEquals("cancelled", status(second));
        Await.until("the first to end", () -> status(first).equals("success") ? true : null);
        assertEquals("cancelled", status(second));
    }

    @Test
    void everyPoolAndEveryReasonIsToldToWhoeverAsks() {
        executed(workflow("return WorkflowResult.ok(\"done\");"));
        for (String pool : List.of("run", "test", "compile", "check")) {
            for (String what : List.of("size", "idle", "busy", "waiting")) {
                assertTrue(figure("countersign_sandbox_pool_" + what + "{pool=\"" + pool + "\"}") >= 0, pool);
            }
        }
        assertEquals(1, figure("countersign_sandbox_pool_size{pool=\"run\"}"));
        for (String reason : List.of("dedicated", "runs", "spent", "tenant", "killed", "lost")) {
            assertTrue(figure("countersign_sandbox_ended_total{reason=\"" + reason + "\"}") >= 0, reason);
        }
    }

    private static String workflow(String body) {
        return Fixtures.live(cast.author, cast.author.post("/v1/workflows", """
                        {"name":%s,"code":%s,"state":"active","approval_mode":"never","risk_level":"low"}""".formatted(
                        Api.string(Fixtures.unique("Shared")), Api.string(code(body)))));
    }

    private static String draft(String body) {
        return cast.author
                .post(
                        "/v1/workflows",
                        "{\"name\":%s,\"code\":%s}"
                                .formatted(Api.string(Fixtures.unique("Busy")), Api.string(code(body))))
                .expect(201)
                .data()
                .getString("uuid");
    }

    private static String code(String body) {
        return """
                import io.countersign.script.*;
                public class Shared implements Workflow {
                    @Override
                    public WorkflowResult run(WorkflowContext ctx) {
                        %s
                    }
                }
                """.formatted(body);
    }

    private static String executed(String workflow) {
        return cast.author
                .post("/v1/workflows/" + workflow + "/execute", INDICATOR)
                .expect(202)
                .data()
                .getString("run_uuid");
    }

    private static String status(String run) {
        return cast.author.get("/v1/workflow-runs/" + run).expect(200).data().getString("status");
    }

    private static double busy(String pool) {
        return figure("countersign_sandbox_pool_busy{pool=\"" + pool + "\"}");
    }

    private static double figure(String name) {
        return Figures.of(house, name);
    }
}
