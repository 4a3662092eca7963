package io.countersign.approvals;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.countersign.approvals.api.ApprovalRequest;
import io.countersign.approvals.api.ApprovalRequest.ApprovalStatus;
import io.countersign.approvals.api.ApprovalRequest.ApprovalType;
import io.countersign.approvals.api.ApprovalRequestDetails;
import io.countersign.approvals.api.ApprovalService;
import io.countersign.approvals.api.SoarContext;
import io.countersign.approvals.api.SoarContext.SessionState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The examples of the Java API as they are printed where it is described: they compile, and do what is said there. */
class PrintedExamplesTest {
    private final ApprovalsFixture house = new ApprovalsFixture();
    private final ApprovalService approvalService = house.platform;
    private final SoarContext soarContext = new SoarContext("session-abc-123", "INC-2024-001", "org-456");
    private final List<String> executed = new ArrayList<>();

    PrintedExamplesTest() {
        house.people.with("analyst-jane", "approver").with("analyst-joe", "approver");
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void thePipelineAsksWaitsAndProceeds() {
        String approvalId = isolateHost();
        assertEquals(SessionState.WAITING_APPROVAL, soarContext.getSessionState());

        // 3. Check status (polling or event-driven)
        ApprovalStatus status = approvalService.getApprovalStatus(approvalId);
        assertEquals(ApprovalStatus.PENDING, status);

        house.loggedIn = "analyst-jane";
        // 4a. Human approves via dashboard or notification channel
        approvalService.handleApprovalResponse(approvalId, true, "Confirmed lateral movement in logs", "analyst-jane");

        // 5. Pipeline checks status and proceeds with tool execution
        if (approvalService.getApprovalStatus(approvalId) == ApprovalStatus.APPROVED) {
            executed.add("isolate_host");
        }
        assertEquals(List.of("isolate_host"), executed);
        assertEquals(SessionState.ACTIVE, soarContext.getSessionState());
    }

    @Test
    void theQuickDecisionsOfTheSystemAreAPolicysToAllow() {
        Policy.When when = new Policy.When("isolate_host", null, null, List.of(), null, null, null);
        house.in(() -> house.policies.create(
                new PolicyDraft("hosts", Policy.Kind.AUTO, true, 1, when, new Policy.Then(true, null, null)),
                house.admin("ada")));
        String approvalId = isolateHost();
        // 4b. Or use convenience methods
        approvalService.approve(approvalId); // Quick system approval
        assertEquals(ApprovalStatus.APPROVED, approvalService.getApprovalStatus(approvalId));

        approvalId = isolateHost();
        approvalService.reject(approvalId); // Quick system rejection
        assertEquals(ApprovalStatus.REJECTED, approvalService.getApprovalStatus(approvalId));
    }

    private String isolateHost() {
        // 1. SOAR pipeline determines a tool requires approval
        ApprovalRequestDetails details = new ApprovalRequestDetails(
                "isolate_host",
                "CONTAINMENT",
                "CRITICAL",
                "Isolate web-server-03 due to lateral movement detection",
                "{hostname: web-server-03}",
                Map.of("hostname", "web-server-03"));

        // 2. Request approval through the service
        String approvalId = approvalService.requestApproval(soarContext, details);
        // SoarContext transitions to WAITING_APPROVAL
        return approvalId;
    }

    @Test
    void aBuiltRequestIsSubmittedAndItsFutureTellsTheOutcome() {
        // Using the builder for full control over the approval request
        ApprovalRequest request = ApprovalRequest.builder()
                .sessionId(soarContext.getSessionId())
                .incidentId(soarContext.getIncidentId())
                .toolName("isolate_host")
                .approvalType(ApprovalType.MULTI)
                .requestedBy("soar-pipeline")
                .requestReason("Lateral movement detected from web-server-03")
                .potentialImpact("Web traffic disruption for 200+ active sessions")
                .riskAssessment("CRITICAL - production server under active attack")
                .timeoutMinutes(15)
                .organizationId(soarContext.getOrganizationId())
                .build();

        // Submit: saves and notifies in one call
        approvalService.submitApprovalRequest(request);

        // Or use async API
        CompletableFuture<Boolean> future = approvalService.requestApproval(request);
        future.thenAccept(approved -> {
            if (approved) {
                executed.add("isolate_host");
            }
        });

        assertEquals(1, approvalService.getPendingCount(), "one request, whichever way it was handed in");
        for (String approver : List.of("analyst-jane", "analyst-joe")) {
            assertFalse(future.isDone());
            house.loggedIn = approver;
            approvalService.approve(request.getRequestId());
        }
        assertTrue(future.join());
        assertEquals(List.of("isolate_host"), executed);
    }

    @Test
    void theQuickAndTheFullRequestHoldWhatTheyWereGiven() {
        // Quick creation with auto-generated APR- prefixed ID
        ApprovalRequest request = ApprovalRequest.create(
                "session-abc-123", // sessionId
                "block_ip_address", // toolName
                Map.of("ip", "10.0.0.1", "duration", 24), // parameters
                "Suspicious traffic detected from this IP" // reason
                );
        assertTrue(request.getRequestId().startsWith("APR-"));
        assertEquals(ApprovalStatus.PENDING, request.getStatus());
        approvalService.submitApprovalRequest(request);
        assertEquals(
                "Suspicious traffic detected from this IP",
                approvalService.getApprovalRequest(request.getRequestId()).getReason());

        ApprovalRequest full = ApprovalRequest.builder()
                .requestId("APR-custom-001")
                .sessionId("session-abc-123")
                .incidentId("INC-2024-001")
                .toolName("isolate_host")
                .actionDescription("Isolate compromised host from network")
                .toolParameters(Map.of("hostname", "web-server-03", "incidentId", "INC-2024-001"))
                .approvalType(ApprovalType.MULTI)
                .requestedBy("soar-pipeline")
                .requestReason("Host shows signs of lateral movement")
                .potentialImpact("Service disruption for web-server-03")
                .riskAssessment("HIGH - production server with active traffic")
                .timeoutMinutes(30)
                .organizationId("org-456")
                .build();
        approvalService.submitApprovalRequest(full);
        assertEquals(
                "Isolate compromised host from network",
                approvalService.getApprovalRequest("APR-custom-001").getActionDescription());
    }

    @Test
    void detailsOfABlockedAddressAreAsked() {
        ApprovalRequestDetails details = new ApprovalRequestDetails(
                "block_ip_address", // actionName
                "CONTAINMENT", // actionType
                "HIGH", // riskLevel
                "Block IP 10.0.0.1 at the firewall level", // description
                "{ip: 10.0.0.1, duration: 24}", // arguments
                Map.of("ip", "10.0.0.1", "durationHours", 24) // parameters
                );

        String approvalId = approvalService.requestApproval(soarContext, details);

        ApprovalRequest stored = approvalService.getApprovalRequest(approvalId);
        assertEquals("block_ip_address", stored.getToolName());
        assertEquals("CONTAINMENT", stored.getActionType());
        assertEquals("HIGH", stored.getRiskLevel());
        assertEquals("10.0.0.1", stored.getParameters().get("ip"));
    }
}
