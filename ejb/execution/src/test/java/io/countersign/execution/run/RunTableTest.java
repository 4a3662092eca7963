package io.countersign.execution.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.countersign.execution.Run;
import io.countersign.execution.RunStatus;
import io.countersign.execution.RunSummary;
import io.countersign.kernel.StorageException;
import io.countersign.security.OrganizationScope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** The rules that the rows of runs keep, whatever races; the same on every database. */
public abstract class RunTableTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678901Z");

    public abstract RunTable table();

    public abstract RunStatistics statistics();

    @Test
    void aRunReadsBackAsItWasFrozen() {
        QueuedRun job = job(UUID.randomUUID());
        table().insert(job, NOW);
        assertEquals(job, table().job(job.uuid()).orElseThrow());
        assertEquals(RunStatus.QUEUED, table().run(job.uuid()).orElseThrow().status());
    }

    @Test
    void oneApprovalHasOneRun() {
        UUID approval = UUID.randomUUID();
        QueuedRun first = job(approval);
        table().insert(first, NOW);
        assertThrows(StorageException.class, () -> table().insert(job(approval), NOW));
        assertEquals(first.uuid(), table().ofApproval(approval).orElseThrow());
    }

    @Test
    void onlyOneOfManyClaims() throws Exception {
        ExecutorService many = Executors.newFixedThreadPool(8);
        try {
            for (int round = 0; round < 20; round++) {
                QueuedRun job = queued();
                List<Callable<Boolean>> claims = new ArrayList<>();
                for (int i = 0; i < 8; i++) {
                    String node = "node/" + i;
                    claims.add(() -> table().claim(job.uuid(), node, NOW, NOW.plusSeconds(30)));
                }
                int won = 0;
                for (Future<Boolean> claim : many.invokeAll(claims)) {
                    won += claim.get() ? 1 : 0;
                }
                assertEquals(1, won);
            }
        } finally {
            many.shutdownNow();
        }
    }

    @Test
    void aCancelledRunIsNeverClaimed() {
        QueuedRun job = queued();
        assertTrue(
                table().finishQueued(job.uuid(), RunCompletion.unstarted(RunStatus.CANCELLED, "CANCELLED", "no", NOW)));
        assertFalse(table().claim(job.uuid(), "node/1", NOW, NOW));
    }

    @Test
    void anEndIsWrittenOnceAndOnlyByTheNodeThatHasTheRun() {
        QueuedRun job = queued();
        table().claim(job.uuid(), "node/1", NOW, NOW.plusSeconds(30));
        assertFalse(table().finish(job.uuid(), "node/2", success()));
        assertTrue(table().finish(job.uuid(), "node/1", success()));
        assertFalse(table().finish(job.uuid(), "node/1", success()));
        Run run = table().run(job.uuid()).orElseThrow();
        assertEquals(RunStatus.SUCCESS, run.status());
        assertEquals("done", run.log().get(0).message());
        assertEquals(200, run.httpCalls().get(0).status());
        assertEquals(Map.of("success", true), run.result());
        assertEquals(1500L, run.durationMs());
    }

    @Test
    void anInterruptedRunCannotBeFinishedByItsLateNode() {
        QueuedRun job = queued();
        table().claim(job.uuid(), "node/1", NOW, NOW.plusSeconds(30));
        Instant later = NOW.plusSeconds(31);
        assertTrue(table().abandoned(later).contains(job.uuid()));
        assertTrue(table().interrupt(
                        job.uuid(),
                        "node/1",
                        later,
                        RunCompletion.unstarted(RunStatus.INTERRUPTED, "INTERRUPTED", "died", later)));
        assertFalse(table().finish(job.uuid(), "node/1", success()));
        assertEquals(
                RunStatus.INTERRUPTED, table().run(job.uuid()).orElseThrow().status());
    }

    @Test
    void aLivingNodesRunIsNotInterrupted() {
        QueuedRun job = queued();
        table().claim(job.uuid(), "node/1", NOW, NOW.plusSeconds(30));
        assertFalse(table().abandoned(NOW.plusSeconds(29)).contains(job.uuid()));
        assertFalse(table().interrupt(
                        job.uuid(),
                        "node/1",
                        NOW,
                        RunCompletion.unstarted(RunStatus.INTERRUPTED, "INTERRUPTED", "died", NOW)));
    }

    @Test
    void aRestartFindsTheRunsOfEarlierLivesOnly() {
        QueuedRun before = queued();
        QueuedRun now = queued();
        QueuedRun elsewhere = queued();
        table().claim(before.uuid(), "a_1/before", NOW, NOW.plusSeconds(30));
        table().claim(now.uuid(), "a_1/now", NOW, NOW.plusSeconds(30));
        table().claim(elsewhere.uuid(), "ab1/before", NOW, NOW.plusSeconds(30));
        assertEquals(List.of(before.uuid()), table().ofEarlierLives("a_1", "a_1/now"));
    }

    @Test
    void aLostWakeUpIsFoundWhenItIsDue() {
        QueuedRun job = job(UUID.randomUUID());
        table().insert(job, NOW.plusSeconds(3));
        assertFalse(table().due(NOW, 1000).contains(job.uuid()));
        assertTrue(table().due(NOW.plusSeconds(3), 1000).contains(job.uuid()));
        table().hold(job.uuid(), NOW.plusSeconds(60));
        assertFalse(table().due(NOW.plusSeconds(3), 1000).contains(job.uuid()));
        table().releaseHeld(NOW);
        assertTrue(table().due(NOW, 1000).contains(job.uuid()));
    }

    @Test
    void aStopReachesTheNodeThatRuns() {
        QueuedRun job = queued();
        assertFalse(table().askToStop(job.uuid(), "enough"));
        table().claim(job.uuid(), "node/7", NOW, NOW.plusSeconds(30));
        assertTrue(table().askToStop(job.uuid(), "enough"));
        assertEquals(List.of(new RunTable.Stop(job.uuid(), "enough")), table().toStop("node/7"));
        assertEquals(List.of(), table().toStop("node/8"));
    }

    @Test
    void whoeverAskedForWhatHasNotEndedIsKnownByEveryName() {
        QueuedRun job = queued();
        Set<String> all = table().askersOfUnended(OrganizationScope.within(null));
        assertTrue(all.containsAll(Set.of("ann", "triage", "key-of-" + job.workflowUuid())), all.toString());
        assertTrue(table().askersOfUnended(OrganizationScope.within("acme")).contains("key-of-" + job.workflowUuid()));
        assertFalse(
                table().askersOfUnended(OrganizationScope.within("other")).contains("key-of-" + job.workflowUuid()));
        table().claim(job.uuid(), "node/9", NOW, NOW.plusSeconds(30));
        assertTrue(table().askersOfUnended(OrganizationScope.within(null)).contains("key-of-" + job.workflowUuid()));
        table().finish(job.uuid(), "node/9", success());
        assertFalse(table().askersOfUnended(OrganizationScope.within(null)).contains("key-of-" + job.workflowUuid()));
    }

    /** Twelve workflows with one run each, the last with two; of the thirteen runs twelve have ended, all of them well. */
    @Test
    void aSummaryIsOfAllRunsAndNamesTheWorkflowsThatRanMost() {
        String organization = "summed-" + UUID.randomUUID();
        UUID workflow = UUID.randomUUID();
        for (int i = 0; i < 12; i++) {
            workflow = UUID.randomUUID();
            ended(job(workflow, organization));
        }
        table().insert(job(workflow, organization), NOW.plusSeconds(100_000));
        RunSummary summary = statistics().summary(OrganizationScope.within(organization));
        assertEquals(13, summary.total());
        assertEquals(1, summary.successRate());
        assertEquals(12 * 5, summary.timeSavedMinutes());
        assertEquals(10, summary.topWorkflows().size());
        assertEquals(
                new RunSummary.Top(workflow, "Block IP", 2, 1),
                summary.topWorkflows().get(0));
        assertEquals(
                new RunSummary(0, 0, 0, List.of()),
                statistics().summary(OrganizationScope.within("another-" + UUID.randomUUID())));
    }

    private void ended(QueuedRun job) {
        table().insert(job, NOW);
        table().claim(job.uuid(), "node/9", NOW, NOW.plusSeconds(30));
        table().finish(job.uuid(), "node/9", success());
    }

    private QueuedRun queued() {
        QueuedRun job = job(UUID.randomUUID());
        table().insert(job, NOW.plusSeconds(100_000));
        return job;
    }

    private static QueuedRun job(UUID approval) {
        return job(UUID.randomUUID(), approval, null, "acme");
    }

    private static QueuedRun job(UUID workflow, String organization) {
        return job(workflow, UUID.randomUUID(), 5, organization);
    }

    private static QueuedRun job(UUID workflow, UUID approval, Integer timeSaved, String organization) {
        return new QueuedRun(
                UUID.randomUUID(),
                workflow,
                "Block IP",
                "agent",
                "ann",
                Map.of(
                        "reason",
                        "because",
                        "confidence",
                        new java.math.BigDecimal("0.5"),
                        "key",
                        "triage",
                        "key_uuid",
                        "key-of-" + workflow),
                Map.of("indicator", Map.of("type", "ip", "value", "203.0.113.9"), "parameters", Map.of("n", 1L)),
                "a".repeat(64),
                3,
                "b".repeat(64),
                "c".repeat(64),
                timeSaved,
                NOW,
                approval,
                organization);
    }

    private static RunCompletion success() {
        return new RunCompletion(
                RunStatus.SUCCESS,
                1,
                List.of(new Run.LogLine(NOW, "info", "done", Map.of())),
                List.of(new Run.CallLine("GET", "https://h/", 200, 12, null)),
                Map.of("success", true),
                null,
                NOW,
                NOW.plusMillis(1500));
    }
}
