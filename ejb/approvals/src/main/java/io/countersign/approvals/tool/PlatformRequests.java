package io.countersign.approvals.tool;

import io.countersign.approvals.ApprovalRequestSpec;
import io.countersign.approvals.ApprovalType;
import io.countersign.approvals.RequestView;
import io.countersign.approvals.RiskLevel;
import io.countersign.approvals.Rule;
import io.countersign.approvals.Status;
import io.countersign.approvals.Verdict;
import io.countersign.approvals.api.ApprovalRequest;
import io.countersign.approvals.api.ApprovalRequest.ApprovalStatus;
import io.countersign.approvals.api.ApprovalRequestDetails;
import io.countersign.approvals.api.SoarContext;
import io.countersign.approvals.submission.AgreementDigest;
import io.countersign.approvals.submission.RequestRevision;
import io.countersign.security.Actor;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Requests as the Java API spells them. */
final class PlatformRequests {

    private PlatformRequests() {}

    static ApprovalRequestSpec ask(SoarContext context, ApprovalRequestDetails details, Actor by) {
        Map<String, Object> arguments = new LinkedHashMap<>();
        arguments.put("parameters", details.parameters());
        if (details.arguments() != null) {
            arguments.put("arguments_text", details.arguments());
        }
        String description = details.description();
        return ApprovalRequestSpec.tool(details.actionName(), by)
                .action(details.actionType(), description)
                .arguments(arguments)
                .reason(description == null ? details.actionName() : description)
                .riskLevel(risk(details.riskLevel()))
                .organizationId(context.getOrganizationId())
                .sessionId(context.getSessionId())
                .incidentId(context.getIncidentId())
                .triggerContext(Map.of(RequestRevision.FIXED, true))
                .build();
    }

    static ApprovalRequestSpec ask(ApprovalRequest request, Actor by) {
        String tool = request.getToolName();
        Integer minutes = request.getApprovalTimeout();
        Map<String, Object> arguments = new LinkedHashMap<>();
        arguments.put("parameters", request.getParameters());
        if (request.getRiskAssessment() != null) {
            arguments.put("risk_assessment", request.getRiskAssessment());
        }
        return ApprovalRequestSpec.tool(tool == null ? "" : tool, by)
                .action(request.getActionType(), request.getActionDescription())
                .arguments(arguments)
                .reason(request.getReason())
                .riskLevel(risk(request.getRiskLevel()))
                .potentialImpact(request.getPotentialImpact())
                .rule(rule(request))
                .timeoutSeconds(minutes == null ? null : Integer.valueOf(Math.multiplyExact(minutes, 60)))
                .organizationId(request.getOrganizationId())
                .sessionId(request.getSessionId())
                .incidentId(request.getIncidentId())
                .triggerContext(Map.of(RequestRevision.FIXED, true, AgreementDigest.DIGEST, agreement(request)))
                .build();
    }

    private static Rule rule(ApprovalRequest request) {
        return new Rule(
                ApprovalType.valueOf(request.getApprovalType().name()),
                List.copyOf(request.getRequiredRoles()),
                people(request),
                1,
                List.copyOf(request.getApprovers()),
                null);
    }

    /** Who has to agree, as the request says. */
    static String agreement(ApprovalRequest request) {
        return AgreementDigest.sha256(rule(request), risk(request.getRiskLevel()));
    }

    /** {@code MULTI} alone means two people, as {@link ApprovalRequest} itself counts. */
    private static @Nullable Integer people(ApprovalRequest request) {
        Integer stated = request.getRequiredApprovers();
        boolean several = request.getApprovalType() == ApprovalRequest.ApprovalType.MULTI;
        return stated == null && several ? Integer.valueOf(2) : stated;
    }

    static RiskLevel risk(@Nullable String text) {
        return text == null ? RiskLevel.MEDIUM : RiskLevel.parse(text.toLowerCase(Locale.ROOT));
    }

    static ApprovalStatus status(Status status) {
        return ApprovalStatus.valueOf(status.name());
    }

    static ApprovalRequest request(RequestView view) {
        ApprovalRequest.Builder builder = ApprovalRequest.builder()
                .requestId(view.requestNumber())
                .sessionId(view.sessionId())
                .incidentId(view.incidentId())
                .toolName(view.toolName() == null ? view.workflowName() : view.toolName())
                .actionType(view.actionType())
                .actionDescription(view.actionDescription())
                .parameters(view.parameters())
                .reason(view.reason())
                .approvalType(
                        ApprovalRequest.ApprovalType.valueOf(view.approvalType().name()))
                .requestedBy(view.requestedBy())
                .requiredRoles(new LinkedHashSet<>(view.requiredRoles()))
                .requiredApprovers(view.requiredApprovers())
                .approvers(new LinkedHashSet<>(view.approvers()))
                .approvalTimeout((int)
                        Duration.between(view.requestedAt(), view.expiresAt()).toMinutes())
                .potentialImpact(view.potentialImpact())
                .riskLevel(view.riskLevel().name())
                .organizationId(view.organizationId())
                .status(status(view.status()))
                .requestedAt(utc(view.requestedAt()));
        view.decisions().stream()
                .filter(decision -> decision.decision() == Verdict.APPROVE)
                .forEach(decision -> builder.approval(new ApprovalRequest.Approval(
                        decision.approver(), decision.approver(), decision.role(), decision.comment())));
        return ended(builder, view).build();
    }

    private static ApprovalRequest.Builder ended(ApprovalRequest.Builder builder, RequestView view) {
        if (view.resolvedAt() != null) {
            builder.approvedAt(utc(view.resolvedAt()));
        }
        if (!view.decisions().isEmpty() && view.status().terminal()) {
            builder.approvedBy(view.decisions().get(view.decisions().size() - 1).approver());
        }
        return view.status() == Status.REJECTED ? builder.rejectionReason(view.resolutionReason()) : builder;
    }

    private static LocalDateTime utc(Instant moment) {
        return LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
    }
}
