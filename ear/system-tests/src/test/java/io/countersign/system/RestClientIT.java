package io.countersign.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.countersign.client.Accepted;
import io.countersign.client.ApprovalRequest;
import io.countersign.client.ApprovalRequestsClient;
import io.countersign.client.Code;
import io.countersign.client.Comment;
import io.countersign.client.ExecuteAsk;
import io.countersign.client.GenerateAsk;
import io.countersign.client.Indicator;
import io.countersign.client.One;
import io.countersign.client.Reason;
import io.countersign.client.RefusedException;
import io.countersign.client.Rejection;
import io.countersign.client.Restore;
import io.countersign.client.Review;
import io.countersign.client.Revision;
import io.countersign.client.Run;
import io.countersign.client.RunsClient;
import io.countersign.client.TestAsk;
import io.countersign.client.ToolApprovalsClient;
import io.countersign.client.Version;
import io.countersign.client.Workflow;
import io.countersign.client.WorkflowsClient;
import jakarta.ws.rs.core.GenericType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The main story through the REST clients alone; every method of every client is called by this class and its like. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RestClientIT {
    private static final TestServer HOUSE = TestServer.shared();
    private static final TestUsers CAST = TestUsers.of(HOUSE);
    private static final RestClients CLIENTS = new RestClients(HOUSE);

    private final WorkflowsClient workflows = CLIENTS.get(WorkflowsClient.class);
    private final RunsClient runs = CLIENTS.get(RunsClient.class);
    private final ApprovalRequestsClient requests = CLIENTS.get(ApprovalRequestsClient.class);
    private final ToolApprovalsClient tools = CLIENTS.get(ToolApprovalsClient.class);

    @AfterAll
    static void close() {
        CLIENTS.close();
    }

    @Test
    void aWorkflowIsWrittenChangedRestoredAndArchived() {
        CLIENTS.as(CAST.author);
        String name = Fixtures.unique("By client");
        Workflow made = workflows
                .create(UUID.randomUUID().toString(), RequestBodies.workflow(name, "always"))
                .data();
        assertEquals("active", made.state());
        assertEquals(1, made.codeVersion());
        assertTrue(workflows.validate(new Code(made.code())).data().valid());
        assertFalse(workflows.validate(new Code("class")).data().valid());

        String other = made.code().replace("Blocked ", "Stopped ");
        Workflow changed =
                workflows.change(made.uuid(), null, RequestBodies.code(other)).data();
        assertEquals(2, changed.codeVersion());
        assertEquals(other, workflows.get(made.uuid()).data().code());
        RefusedException stale = assertThrows(
                RefusedException.class,
                () -> workflows.change(made.uuid(), "\"long-gone\"", RequestBodies.code(other)));
        assertEquals("CONFLICT", stale.code());

        List<Version> versions = workflows.versions(made.uuid(), 1, 10).data();
        assertEquals(2, versions.size());
        assertEquals(made.code(), workflows.version(made.uuid(), 1).data().code());
        assertTrue(workflows.diff(made.uuid(), 2, 1).data().diff().contains("Stopped"));
        assertEquals(
                3, workflows.restore(made.uuid(), null, new Restore(1)).data().codeVersion());

        List<Workflow> found = workflows
                .list("active", "medium", "script", "ip", "by-client", name, "name", "asc", 1, 5)
                .data();
        assertEquals(List.of(made.uuid()), found.stream().map(Workflow::uuid).toList());
        workflows.archive(made.uuid());
        assertNotNull(workflows.get(made.uuid()).data().archivedAt());
    }

    @Test
    void aRehearsalAnswersWhatTheScriptDid() {
        CLIENTS.as(CAST.author);
        Workflow made = workflows
                .create(null, RequestBodies.workflow(Fixtures.unique("Rehearsed"), "always"))
                .data();
        var report = workflows
                .test(
                        made.uuid(),
                        new TestAsk(
                                ip("203.0.113.70"),
                                null,
                                null,
                                Map.of("FIREWALL_API_KEY", "fw-in-a-test"),
                                List.of(Map.of("request", Map.of("url", "*"), "response", Map.of("status", 200)))))
                .data();
        assertTrue(report.success(), report.message());
        assertEquals("POST", report.httpCalls().get(0).method());
    }

    @Test
    void withoutAModelNothingIsGenerated() {
        CLIENTS.as(CAST.author);
        GenerateAsk ask = new GenerateAsk("block an address", "script", List.of("ip"));
        RefusedException refused = assertThrows(RefusedException.class, () -> workflows.generate(ask));
        assertEquals(503, refused.status());
        assertEquals("NOT_CONFIGURED", refused.code());
    }

    @Test
    void askedDecidedAndRun() {
        CLIENTS.as(CAST.author);
        UUID workflow = workflows
                .create(null, RequestBodies.workflow(Fixtures.unique("Asked"), "always"))
                .data()
                .uuid();
        CLIENTS.as(CAST.agent);
        Accepted asked = workflows
                .execute(workflow, UUID.randomUUID().toString(), ask("203.0.113.71"))
                .data();
        assertEquals("pending_approval", asked.status());
        assertNull(asked.runUuid());

        CLIENTS.as(CAST.alex);
        List<ApprovalRequest> pending =
                requests.list("pending", workflow, false, null, 1, 10).data();
        assertEquals(asked.requestId(), pending.get(0).requestId());
        String digest = pending.get(0).argumentsSha256();
        ApprovalRequest agreed = requests.approve(asked.approvalRequestUuid(), new Comment("seen it too", digest))
                .data();
        assertEquals("approved", agreed.status());
        assertEquals("alex", agreed.decisions().get(0).approver());

        UUID run = Await.until(
                "the run",
                () -> requests.get(asked.approvalRequestUuid(), 10).data().runUuid());
        Run ended = runs.get(run, 30).data();
        assertEquals("success", ended.status());
        assertEquals(200, ended.httpCalls().get(0).status());
        assertEquals(
                List.of(run),
                workflows.runs(workflow, "success", null, null, 1, 10).data().stream()
                        .map(Run::uuid)
                        .toList());
        assertEquals(
                1,
                runs.list(
                                "success",
                                workflow,
                                ended.queuedAt(),
                                ended.queuedAt().plusSeconds(1),
                                1,
                                10)
                        .meta()
                        .total());
        CLIENTS.as(CAST.agent);
        RefusedException over = assertThrows(RefusedException.class, () -> runs.cancel(run, new Reason("too late")));
        assertEquals("CONFLICT", over.code());
    }

    @Test
    void whoWaitsGetsTheRun() {
        CLIENTS.as(CAST.author);
        Workflow saved = workflows
                .create(null, RequestBodies.workflow(Fixtures.unique("Waited for"), "never"))
                .data();
        assertTrue(saved.isPending());
        UUID workflow = saved.workflowUuid();
        TestServer.adminOf(CAST.admin.base())
                .post("/v1/workflow-approvals/" + saved.approvalRequestUuid() + "/approve", "{}")
                .expect(200);
        try (Response answer = workflows.executeAndWait(workflow, null, "wait=60", ask("203.0.113.72"))) {
            assertEquals(200, answer.getStatus());
            One<Run> run = answer.readEntity(new GenericType<>() {});
            assertEquals("success", run.data().status());
        }
    }

    @Test
    void aRequestIsRejectedCancelledOrRevised() {
        CLIENTS.as(CAST.author);
        UUID workflow = workflows
                .create(null, RequestBodies.workflow(Fixtures.unique("Revised"), "always"))
                .data()
                .uuid();
        UUID first = requestOfTheAgent(workflow);
        CLIENTS.as(CAST.alex);
        assertEquals(
                "rejected",
                requests.reject(first, new Rejection("a false alarm", null))
                        .data()
                        .status());

        UUID second = requestOfTheAgent(workflow);
        CLIENTS.as(CAST.blake);
        ApprovalRequest revised = requests.revise(
                        second,
                        UUID.randomUUID().toString(),
                        new Revision(Map.of("type", "ip", "value", "203.0.113.99"), null, "the other address"))
                .data();
        assertEquals("203.0.113.99", revised.indicator().get("value"));
        CLIENTS.as(CAST.agent);
        assertEquals(
                "cancelled",
                requests.cancel(second, new Reason("never mind")).data().status());
    }

    @Test
    void anEmergencyIsReviewedByAnotherPerson() {
        CLIENTS.as(CAST.agent);
        Accepted asked = tools.ask(UUID.randomUUID().toString(), RequestBodies.tool("emergency", List.of()))
                .data();
        CLIENTS.as(HOUSE.login("drew"));
        requests.approve(asked.approvalRequestUuid(), new Comment("now", null));
        CLIENTS.as(HOUSE.login("blake"));
        assertTrue(requests.list(null, null, null, "due", 1, 500).data().stream()
                .anyMatch(request -> request.uuid().equals(asked.approvalRequestUuid())));
        requests.review(asked.approvalRequestUuid(), null, new Review("justified", "it was on fire"));
        ApprovalRequest reviewed = tools.get(asked.approvalRequestUuid(), null).data();
        assertTrue(reviewed.emergency());
        assertEquals("approved", reviewed.status());
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void noMethodIsLeftUncalled() {
        RestClientOperations.callTheOthers(HOUSE, CLIENTS);
        assertEquals(java.util.Set.of(), CLIENTS.uncalled());
    }

    private UUID requestOfTheAgent(UUID workflow) {
        CLIENTS.as(CAST.agent);
        return workflows.execute(workflow, null, ask("203.0.113.73")).data().approvalRequestUuid();
    }

    private static ExecuteAsk ask(String ip) {
        return new ExecuteAsk(ip(ip), null, null, Map.of("ticket", 7), "it beacons", 0.9);
    }

    private static Indicator ip(String value) {
        return new Indicator("ip", value, "malicious", null);
    }
}
