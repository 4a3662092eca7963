package io.countersign.notify.content;

import io.countersign.approvals.AgreementView;
import io.countersign.approvals.Kind;
import io.countersign.approvals.RequestView;
import io.countersign.approvals.Status;
import io.countersign.approvals.Verdict;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** From the stored request to what messages tell about it. */
public final class RequestSummaries {
    private RequestSummaries() {}

    public static RequestSummary of(RequestView it, AgreementView agreement) {
        boolean tool = it.kind() != Kind.WORKFLOW;
        return new RequestSummary(
                it.uuid(),
                it.requestNumber(),
                tool,
                subject(it),
                it.riskLevel().toString(),
                agreement.sha256(),
                indicator(it.indicator()),
                it.triggerType(),
                NotificationText.seen(it.requestedByLabel()),
                NotificationText.seen(it.requestedBy()),
                it.reason() == null ? null : NotificationText.seen(it.reason()),
                it.confidence(),
                RequestDetail.of(agreement),
                it.expiresAt(),
                it.status().toString(),
                it.status() == Status.PENDING,
                waitingFor(it),
                it.decisions().stream().map(RequestSummaries::vote).toList(),
                outcome(it));
    }

    /** What the requester is told at the end. */
    public static String toRequester(RequestView it) {
        return NotificationText.seen(it.requestedBy()) + ", your request " + it.requestNumber() + " for " + subject(it)
                + Stream.ofNullable(indicator(it.indicator()))
                        .map(on -> " on " + on)
                        .collect(Collectors.joining()) + ": "
                + Objects.requireNonNullElse(outcome(it), "still waits for a decision") + ".";
    }

    private static String subject(RequestView it) {
        String name = it.kind() == Kind.WORKFLOW ? it.workflowName() : it.toolName();
        return NotificationText.seen(Objects.requireNonNullElse(name, "?"));
    }

    private static @Nullable String indicator(@Nullable Map<String, Object> indicator) {
        if (indicator == null || indicator.get("value") == null) {
            return null;
        }
        Object type = indicator.get("type");
        return (type == null ? "" : NotificationText.seen(type) + " ") + NotificationText.seen(indicator.get("value"));
    }

    private static String waitingFor(RequestView it) {
        String missing =
                it.missing().isEmpty() ? "" : "; missing: " + NotificationText.seen(String.join(", ", it.missing()));
        Integer needed = it.requiredApprovers();
        return it.approvalType() + " approval, " + it.approvalsGiven() + (needed == null ? "" : " of " + needed)
                + " given" + missing;
    }

    private static String vote(RequestView.Decision it) {
        String verb = it.decision() == Verdict.APPROVE ? " approved" : " rejected";
        String delegate = it.decidedBy() == null ? "" : " (" + NotificationText.seen(it.decidedBy()) + " for them)";
        String comment =
                it.comment() == null || it.comment().isBlank() ? "" : ": " + NotificationText.seen(it.comment());
        return NotificationText.seen(it.approver()) + verb + delegate + " (" + it.channel() + ")" + comment;
    }

    private static @Nullable String outcome(RequestView it) {
        String because = it.resolutionReason() == null ? "" : ": " + NotificationText.seen(it.resolutionReason());
        return switch (it.status()) {
            case PENDING -> null;
            case APPROVED -> "Approved by " + voters(it, Verdict.APPROVE);
            case REJECTED -> "Rejected by " + voters(it, Verdict.REJECT) + because;
            case EXPIRED -> "Expired without a decision";
            case CANCELLED -> "Cancelled" + because;
        };
    }

    private static String voters(RequestView it, Verdict verdict) {
        String names = it.decisions().stream()
                .filter(decision -> decision.decision() == verdict)
                .map(decision -> NotificationText.seen(decision.approver()))
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "nobody" : names;
    }
}
