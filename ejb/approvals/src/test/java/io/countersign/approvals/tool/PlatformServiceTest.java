package io.countersign.approvals.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.countersign.approvals.ApprovalSettings;
import io.countersign.approvals.ApprovalsFixture;
import io.countersign.approvals.Channel;
import io.countersign.approvals.Policy;
import io.countersign.approvals.PolicyDraft;
import io.countersign.approvals.Rule;
import io.countersign.approvals.Verdict;
import io.countersign.approvals.api.ApprovalRequest;
import io.countersign.approvals.api.ApprovalRequest.ApprovalStatus;
import io.countersign.approvals.api.ApprovalRequestDetails;
import io.countersign.approvals.api.ApprovalService;
import io.countersign.approvals.api.DecisionRefusedException;
import io.countersign.approvals.api.NoSuchApprovalException;
import io.countersign.approvals.api.SoarApprovalNotifier;
import io.countersign.approvals.api.SoarContext;
import io.countersign.approvals.api.SoarContext.SessionState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PlatformServiceTest {

    private final ApprovalsFixture house = new ApprovalsFixture();
    private final ApprovalService service = house.platform;
    private final SoarContext context = new SoarContext("session-1", "INC-1", null);

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void theEndToEndExampleOfThePipeline() {
        String id = ask();
        assertEquals(SessionState.WAITING_APPROVAL, context.getSessionState());
        assertEquals(ApprovalStatus.PENDING, service.getApprovalStatus(id));
        assertEquals(Set.of(id), service.getPendingApprovalIds());
        assertEquals(1, service.getPendingCount());
        house.loggedIn = "ann";
        service.handleApprovalResponse(id, true, "Confirmed lateral movement in logs", "ann");
        assertEquals(ApprovalStatus.APPROVED, service.getApprovalStatus(id));
        assertEquals(SessionState.ACTIVE, context.getSessionState());
        assertEquals("ann", service.getApprovalRequest(id).getApprovedBy());
        assertEquals(0, service.getPendingCount());
    }

    @Test
    void aRestartLosesNothing() {
        String id = ask();
        ApprovalsFixture restarted = new ApprovalsFixture(house.tables, new ApprovalSettings(3600));
        restarted.loggedIn = "ann";
        restarted.platform.approve(id);
        assertEquals(ApprovalStatus.APPROVED, restarted.platform.getApprovalStatus(id));
    }

    @Test
    void theReviewerIsWhoeverIsLoggedIn() {
        String id = ask();
        assertThrows(DecisionRefusedException.class, () -> service.handleApprovalResponse(id, true, "fine", "ann"));
        house.loggedIn = "rita";
        assertThrows(DecisionRefusedException.class, () -> service.handleApprovalResponse(id, true, "fine", "ann"));
        assertThrows(DecisionRefusedException.class, () -> service.handleApprovalResponse(id, true, "fine", "rita"));
        assertEquals(ApprovalStatus.PENDING, service.getApprovalStatus(id));
    }

    @Test
    void systemAgreesOnlyWhereAPolicyDoes() {
        String id = ask();
        assertThrows(DecisionRefusedException.class, () -> service.approve(id));
        assertThrows(DecisionRefusedException.class, () -> service.reject(id));
        Policy.When when = new Policy.When("isolate_host", null, null, List.of(), null, null, null);
        house.in(() -> house.policies.create(
                new PolicyDraft("hosts", Policy.Kind.AUTO, true, 1, when, new Policy.Then(true, null, null)),
                house.admin("ada")));
        service.approve(id);
        assertEquals(ApprovalStatus.APPROVED, service.getApprovalStatus(id));
        assertEquals("policy:hosts", service.getApprovalRequest(id).getApprovedBy());
        ApprovalRequest two = service.saveApprovalRequest(request()
                .approvalType(ApprovalRequest.ApprovalType.MULTI)
                .requiredApprovers(2)
                .build());
        assertThrows(DecisionRefusedException.class, () -> service.approve(two.getRequestId()));
    }

    @Test
    void systemDoesNotAgreeWhereAPolicyHasSaidWhoDoes() {
        Policy.When when = new Policy.When("isolate_host", null, null, List.of(), null, null, null);
        policy("by hand", Policy.Kind.SEVERITY, 1, when, new Policy.Then(false, Rule.manual(), null));
        policy("hosts", Policy.Kind.AUTO, 2, when, new Policy.Then(true, null, null));
        String id = ask();
        assertThrows(DecisionRefusedException.class, () -> service.approve(id));
        assertEquals(ApprovalStatus.PENDING, service.getApprovalStatus(id));
    }

    private void policy(String name, Policy.Kind kind, int priority, Policy.When when, Policy.Then then) {
        house.in(() ->
                house.policies.create(new PolicyDraft(name, kind, true, priority, when, then), house.admin("ada")));
    }

    @Test
    void everyFieldOfARequestIsKept() {
        ApprovalRequest saved = service.saveApprovalRequest(request()
                .requestId("APR-custom-001")
                .approvalType(ApprovalRequest.ApprovalType.MULTI)
                .requiredApprovers(2)
                .requiredRoles(Set.of("approver"))
                .build());
        ApprovalRequest stored = service.getApprovalRequest("APR-custom-001");
        assertEquals(saved.getRequestId(), stored.getRequestId());
        assertEquals("session-9", stored.getSessionId());
        assertEquals("INC-9", stored.getIncidentId());
        assertEquals("isolate_host", stored.getToolName());
        assertEquals(Map.of("hostname", "web-server-03"), stored.getParameters());
        assertEquals("lateral movement", stored.getReason());
        assertEquals(ApprovalRequest.ApprovalType.MULTI, stored.getApprovalType());
        assertEquals(2, stored.getRequiredApprovers());
        assertEquals(Set.of("approver"), stored.getRequiredRoles());
        assertEquals(30, stored.getApprovalTimeout());
        assertEquals("downtime", stored.getPotentialImpact());
        assertEquals("HIGH", stored.getRiskLevel());
        assertEquals("org-456", stored.getOrganizationId());
        assertEquals("system", stored.getRequestedBy());
        assertEquals(1, service.getPendingApprovals().size());
        assertEquals(stored.getRequestedAt(), service.saveApprovalRequest(saved).getRequestedAt());
    }

    @Test
    void anApprovalUnderATakenIdIsNoneToAnythingElse() {
        service.saveApprovalRequest(request().requestId("APR-mine-1").build());
        house.approve(house.approvals.idOf("APR-mine-1").orElseThrow(), "ann");
        assertTrue(service.waitForApprovalSync(
                request().requestId("APR-mine-1").reason("asked again").build()));
        for (ApprovalRequest other : List.of(
                request().requestId("APR-mine-1").toolName("wipe_host").build(),
                request().requestId("APR-mine-1").actionType("DESTRUCTION").build(),
                request()
                        .requestId("APR-mine-1")
                        .toolParameters(Map.of("hostname", "domain-controller"))
                        .build())) {
            assertThrows(DecisionRefusedException.class, () -> service.waitForApprovalSync(other));
            assertThrows(DecisionRefusedException.class, () -> service.requestApproval(other));
        }
    }

    @Test
    void anApprovalUnderATakenIdIsOfThePeopleItWasAskedOfAndForItsAsker() {
        house.loggedIn = "rita";
        service.saveApprovalRequest(request().requestId("APR-mine-2").build());
        house.approve(house.approvals.idOf("APR-mine-2").orElseThrow(), "ann");
        assertTrue(service.waitForApprovalSync(request().requestId("APR-mine-2").build()));
        for (ApprovalRequest stricter : List.of(
                request()
                        .requestId("APR-mine-2")
                        .approvalType(ApprovalRequest.ApprovalType.MULTI)
                        .build(),
                request()
                        .requestId("APR-mine-2")
                        .requiredRoles(Set.of("soc-lead"))
                        .build(),
                request().requestId("APR-mine-2").riskLevel("CRITICAL").build())) {
            assertThrows(DecisionRefusedException.class, () -> service.waitForApprovalSync(stricter));
        }
        house.loggedIn = "ann";
        ApprovalRequest hers = request().requestId("APR-mine-2").build();
        assertThrows(DecisionRefusedException.class, () -> service.waitForApprovalSync(hers), "she agreed to rita's");
        house.loggedIn = "anonymous";
        assertTrue(service.waitForApprovalSync(hers), "the platform waits for whomever it serves");
    }

    @Test
    void whatAPolicyMadeOfARequestIsStillTheSameRequest() {
        Policy.When when = new Policy.When("isolate_host", null, null, List.of(), null, null, null);
        policy("two", Policy.Kind.SEVERITY, 1, when, new Policy.Then(false, Rule.multi(2, List.of()), null));
        ApprovalRequest asked = request().requestId("APR-mine-3").build();
        ApprovalRequest stored = service.saveApprovalRequest(asked);
        assertEquals(ApprovalRequest.ApprovalType.MULTI, stored.getApprovalType());
        assertEquals("APR-mine-3", service.saveApprovalRequest(asked).getRequestId());
        assertEquals("APR-mine-3", service.saveApprovalRequest(stored).getRequestId());
    }

    @Test
    void theFutureTellsTheOutcome() throws Exception {
        CompletableFuture<Boolean> yes = service.requestApproval(request().build());
        CompletableFuture<Boolean> no = service.requestApproval(request().build());
        List<String> ids = List.copyOf(service.getPendingApprovalIds());
        assertFalse(yes.isDone());
        house.loggedIn = "ann";
        for (ApprovalRequest pending : service.getPendingApprovals()) {
            service.handleApprovalResponse(
                    pending.getRequestId(), pending.getRequestId().equals(ids.get(1)), "because", "ann");
        }
        assertEquals(Set.of(true, false), Set.of(yes.get(), no.get()));
    }

    @Test
    void waitingHoldsUntilSomebodyDecides() throws Exception {
        ApprovalRequest request = service.saveApprovalRequest(request().build());
        CompletableFuture<Boolean> waiting = CompletableFuture.supplyAsync(() -> service.waitForApprovalSync(request));
        house.in(() -> house.approvals.decide(
                house.approvals.idOf(request.getRequestId()).orElseThrow(),
                Verdict.APPROVE,
                null,
                null,
                house.human("ann"),
                Channel.REST));
        assertTrue(waiting.get());
    }

    @Test
    void notifiersAreToldAndOneThatFailsStopsNobody() {
        List<String> told = new ArrayList<>();
        house.notifiers.add(new Broken());
        house.notifiers.add(new Listening(told));
        service.submitApprovalRequest(request().build());
        assertEquals(1, told.size());
        assertTrue(told.get(0).startsWith("[HIGH RISK] system asks for isolate_host"), told.get(0));
    }

    private record Listening(List<String> told) implements SoarApprovalNotifier {
        @Override
        public void receiveApprovalNotification(String message) {
            told.add(message);
        }

        @Override
        public void sendApprovalReminder(String approvalId) {
            told.add(approvalId);
        }
    }

    private static final class Broken implements SoarApprovalNotifier {
        @Override
        public void receiveApprovalNotification(String message) {
            throw new IllegalStateException("no network");
        }

        @Override
        public void sendApprovalReminder(String approvalId) {
            throw new IllegalStateException("no network");
        }
    }

    @Test
    void unknownIdsAndBadRequestsAreRefused() {
        assertThrows(NoSuchApprovalException.class, () -> service.getApprovalStatus("APR-nothing"));
        assertThrows(NoSuchApprovalException.class, () -> service.approve("APR-nothing"));
        assertThrows(
                IllegalArgumentException.class,
                () -> service.saveApprovalRequest(
                        ApprovalRequest.builder().toolName("x").build()));
    }

    private String ask() {
        return service.requestApproval(
                context,
                new ApprovalRequestDetails(
                        "isolate_host",
                        "CONTAINMENT",
                        "CRITICAL",
                        "Isolate web-server-03",
                        "{hostname: web-server-03}",
                        Map.of("hostname", "web-server-03")));
    }

    private static ApprovalRequest.Builder request() {
        return ApprovalRequest.builder()
                .sessionId("session-9")
                .incidentId("INC-9")
                .toolName("isolate_host")
                .actionDescription("Isolate compromised host")
                .toolParameters(Map.of("hostname", "web-server-03"))
                .requestedBy("somebody")
                .requestReason("lateral movement")
                .potentialImpact("downtime")
                .riskAssessment("HIGH - production server")
                .timeoutMinutes(30)
                .organizationId("org-456");
    }
}
