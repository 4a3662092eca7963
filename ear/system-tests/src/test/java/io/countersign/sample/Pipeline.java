package io.countersign.sample;

import io.countersign.approvals.api.ApprovalRequest;
import io.countersign.approvals.api.ApprovalRequest.ApprovalType;
import io.countersign.approvals.api.ApprovalRequestDetails;
import io.countersign.approvals.api.ApprovalService;
import io.countersign.approvals.api.SoarContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** A pipeline that isolates hosts: it asks by hand, or lets the tool ask. */
@ApplicationScoped
public class Pipeline {
    private final Map<String, SoarContext> sessions = new ConcurrentHashMap<>();
    private final Map<String, CompletableFuture<?>> futures = new ConcurrentHashMap<>();

    @Inject
    ApprovalService approvals;

    @Inject
    HostTools tools;

    public SoarContext session(String name) {
        return sessions.computeIfAbsent(name, id -> new SoarContext(id, "INC-" + id, null));
    }

    public String state(String session) {
        return session(session).getSessionState().name();
    }

    /** A line for every use of a tool. */
    public String use(String tool, String session, String target) throws Exception {
        return switch (tool) {
            case "isolate" -> tools.isolate(session(session), target);
            case "block" -> keep(session, tools.block(session(session), target));
            case "reset" -> tools.reset(target);
            case "lookup" -> tools.lookup(target);
            case "scan" -> tools.scan(target);
            case "wipe" -> tools.wipe(session(session), target);
            default -> throw new IllegalArgumentException(tool);
        };
    }

    /** Keeps what a tool will answer once it was approved. */
    public String keep(String session, CompletableFuture<?> future) {
        futures.put(session, future);
        return "asked";
    }

    /** The details of one action, for approval; answers the request's id. */
    public String askByDetails(String session, String host) {
        ApprovalRequestDetails details = new ApprovalRequestDetails(
                "isolate_host",
                "CONTAINMENT",
                "CRITICAL",
                "Isolate " + host + " due to lateral movement",
                "{hostname: " + host + "}",
                Map.of("hostname", host));
        return approvals.requestApproval(session(session), details);
    }

    /** The whole request by builder, with a future that acts on the approval. */
    public String askByBuilder(String session, String host) {
        SoarContext context = session(session);
        ApprovalRequest request = ApprovalRequest.builder()
                .sessionId(context.getSessionId())
                .incidentId(context.getIncidentId())
                .toolName("isolate_host")
                .toolParameters(Map.of("hostname", host))
                .approvalType(ApprovalType.MULTI)
                .requestedBy("soar-pipeline")
                .requestReason("Lateral movement from " + host)
                .potentialImpact("Web traffic is disrupted")
                .riskAssessment("CRITICAL: a production server")
                .timeoutMinutes(15)
                .build();
        futures.put(session, approvals.requestApproval(request));
        return request.getRequestId();
    }

    public String answer(String approval, String reviewer) {
        approvals.handleApprovalResponse(approval, true, "Confirmed", reviewer);
        return "answered";
    }

    public String status(String approval) {
        return approvals.getApprovalStatus(approval).name();
    }

    public String pending(String approval) {
        return Boolean.toString(approvals.getPendingApprovalIds().contains(approval));
    }

    public String future(String session) throws Exception {
        CompletableFuture<?> future = futures.get(session);
        return future == null || !future.isDone() ? "waiting" : String.valueOf(future.get());
    }
}
