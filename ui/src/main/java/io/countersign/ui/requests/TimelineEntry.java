package io.countersign.ui.requests;

import io.countersign.approvals.Channel;
import io.countersign.approvals.RequestView;
import io.countersign.approvals.Status;
import io.countersign.approvals.Verdict;
import io.countersign.execution.Run;
import io.countersign.execution.RunStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step in the life of a request.
 *
 * @param tone {@code good}, {@code bad} or {@code plain}
 * @param words what happened, as a sentence
 * @param quote what the person said about it; empty when nothing
 */
public record TimelineEntry(Instant at, String icon, String tone, String words, String quote) {

    static List<TimelineEntry> timeline(RequestView request, @Nullable Run run) {
        List<TimelineEntry> moments = new ArrayList<>();
        moments.add(new TimelineEntry(
                request.requestedAt(),
                "ask",
                "plain",
                "Requested by " + request.requestedByLabel() + behind(request),
                ""));
        request.revisions().forEach(revised -> moments.add(revision(revised)));
        request.decisions().forEach(decision -> moments.add(decision(decision)));
        ending(request, moments);
        review(request, moments);
        if (run != null) {
            run(run, moments);
        }
        moments.sort(Comparator.comparing(TimelineEntry::at));
        return moments;
    }

    private static String behind(RequestView request) {
        boolean same = request.requestedBy().equals(request.requestedByLabel());
        return same
                ? ""
                : ", " + (request.triggerType().equals("agent") ? "an" : "a") + " " + request.triggerType() + " key of "
                        + request.requestedBy();
    }

    private static TimelineEntry revision(RequestView.Revised revised) {
        String changes = String.join("\n", revised.diff());
        return new TimelineEntry(
                revised.at(),
                "edit",
                "plain",
                revised.by() + " revised the request; earlier votes were dropped",
                revised.comment() + (changes.isEmpty() ? "" : "\n" + changes));
    }

    private static TimelineEntry decision(RequestView.Decision decision) {
        boolean yes = decision.decision() == Verdict.APPROVE;
        String delegate = decision.decidedBy() == null ? "" : " (decided by " + decision.decidedBy() + ")";
        String as = decision.role() == null ? "" : " as " + decision.role();
        return new TimelineEntry(
                decision.decidedAt(),
                yes ? "good" : "bad",
                yes ? "good" : "bad",
                decision.approver() + (yes ? " approved" : " rejected") + as + " via " + channel(decision.channel())
                        + delegate,
                decision.comment() == null ? "" : decision.comment());
    }

    private static String channel(Channel channel) {
        return switch (channel) {
            case REST -> "API";
            case CONSOLE -> "console";
            case TOKEN -> "link";
            case SLACK -> "Slack";
            case TEAMS -> "Teams";
            case POLICY -> "policy";
            case JAVA -> "Java API";
        };
    }

    private static void ending(RequestView request, List<TimelineEntry> moments) {
        Instant at = request.resolvedAt();
        if (request.status() == Status.PENDING || at == null) {
            return;
        }
        String reason = request.resolutionReason() == null ? "" : request.resolutionReason();
        switch (request.status()) {
            case EXPIRED -> moments.add(new TimelineEntry(at, "clock", "bad", "Expired", reason));
            case CANCELLED -> moments.add(new TimelineEntry(at, "bad", "plain", "Cancelled", reason));
            case APPROVED -> moments.add(new TimelineEntry(at, "good", "good", "The request is approved", ""));
            case REJECTED -> moments.add(new TimelineEntry(at, "bad", "bad", "The request is rejected", ""));
            case PENDING -> {}
        }
    }

    private static void review(RequestView request, List<TimelineEntry> moments) {
        RequestView.Review review = request.review();
        if (review != null) {
            String verdict = review.justified() ? "justified" : "not justified";
            moments.add(new TimelineEntry(
                    review.at(),
                    "audit",
                    review.justified() ? "good" : "bad",
                    review.by() + " reviewed the emergency approval: " + verdict,
                    review.comment()));
        }
    }

    private static void run(Run run, List<TimelineEntry> moments) {
        if (run.startedAt() != null) {
            moments.add(new TimelineEntry(run.startedAt(), "run", "plain", "The run started", ""));
        }
        if (run.completedAt() != null) {
            boolean good = run.status() == RunStatus.SUCCESS;
            moments.add(new TimelineEntry(
                    run.completedAt(),
                    good ? "good" : "bad",
                    good ? "good" : "bad",
                    "The run ended: " + run.status().wire().replace('_', ' '),
                    ""));
        }
    }
}
