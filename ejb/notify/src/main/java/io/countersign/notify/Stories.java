package io.countersign.notify;

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
final class Stories {
    private Stories() {}

    static Story of(RequestView it) {
        boolean tool = it.kind() != Kind.WORKFLOW;
        return new Story(
                it.uuid(),
                it.requestId(),
                tool,
                Objects.requireNonNullElse(tool ? it.toolName() : it.workflowName(), "?"),
                it.riskLevel().toString(),
                it.argumentsSha256(),
                indicator(it.indicator()),
                it.triggerType(),
                it.requestedByLabel(),
                it.requestedBy(),
                it.reason(),
                it.confidence(),
                it.potentialImpact(),
                it.expiresAt(),
                it.status().toString(),
                it.status() == Status.PENDING,
                waitingFor(it),
                it.decisions().stream().map(Stories::vote).toList(),
                outcome(it));
    }

    /** What the requester is told at the end. */
    static String toRequester(RequestView it) {
        Story story = of(it);
        return it.requestedBy() + ", your request " + it.requestId() + " for " + story.subject()
                + Stream.ofNullable(story.indicator()).map(on -> " on " + on).collect(Collectors.joining()) + ": "
                + Objects.requireNonNullElse(story.outcome(), "still waits for a decision") + ".";
    }

    private static @Nullable String indicator(@Nullable Map<String, Object> indicator) {
        if (indicator == null || indicator.get("value") == null) {
            return null;
        }
        Object type = indicator.get("type");
        return (type == null ? "" : type + " ") + indicator.get("value");
    }

    private static String waitingFor(RequestView it) {
        String missing = it.missing().isEmpty() ? "" : "; missing: " + String.join(", ", it.missing());
        Integer needed = it.requiredApprovers();
        return it.approvalType() + " approval, " + it.approvalsGiven() + (needed == null ? "" : " of " + needed)
                + " given" + missing;
    }

    private static String vote(RequestView.Decision it) {
        String verb = it.decision() == Verdict.APPROVE ? " approved" : " rejected";
        String delegate = it.decidedBy() == null ? "" : " (" + it.decidedBy() + " for them)";
        String comment = it.comment() == null || it.comment().isBlank() ? "" : ": " + it.comment();
        return it.approver() + verb + delegate + " (" + it.channel() + ")" + comment;
    }

    private static @Nullable String outcome(RequestView it) {
        String because = it.resolutionReason() == null ? "" : ": " + it.resolutionReason();
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
                .map(RequestView.Decision::approver)
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "nobody" : names;
    }
}
