package io.countersign.ui.requests;

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
public record Moment(Instant at, String icon, String tone, String words, String quote) {

    static List<Moment> timeline(RequestView request, @Nullable Run run) {
        List<Moment> moments = new ArrayList<>();
        moments.add(new Moment(
                request.requestedAt(), "ask", "plain", request.requestedByLabel() + " asked" + behind(request), ""));
        request.revisions().forEach(revised -> moments.add(revision(revised)));
        request.decisions().forEach(decision -> moments.add(decision(decision)));
        ending(request, moments);
        review(request, moments);
        if (run != null) {
            run(run, moments);
        }
        moments.sort(Comparator.comparing(Moment::at));
        return moments;
    }

    private static String behind(RequestView request) {
        boolean same = request.requestedBy().equals(request.requestedByLabel());
        return same
                ? ""
                : ", " + (request.triggerType().equals("agent") ? "an" : "a") + " " + request.triggerType() + " key of "
                        + request.requestedBy();
    }

    private static Moment revision(RequestView.Revised revised) {
        String changes = String.join("\n", revised.diff());
        return new Moment(
                revised.at(),
                "edit",
                "plain",
                revised.by() + " changed the inputs; earlier votes were dropped",
                revised.comment() + (changes.isEmpty() ? "" : "\n" + changes));
    }

    private static Moment decision(RequestView.Decision decision) {
        boolean yes = decision.decision() == Verdict.APPROVE;
        String delegate = decision.decidedBy() == null ? "" : " (decided by " + decision.decidedBy() + ")";
        String as = decision.role() == null ? "" : " as " + decision.role();
        return new Moment(
                decision.decidedAt(),
                yes ? "good" : "bad",
                yes ? "good" : "bad",
                decision.approver() + (yes ? " approved" : " rejected") + as + " through " + decision.channel()
                        + delegate,
                decision.comment() == null ? "" : decision.comment());
    }

    private static void ending(RequestView request, List<Moment> moments) {
        Instant at = request.resolvedAt();
        if (request.status() == Status.PENDING || at == null) {
            return;
        }
        String reason = request.resolutionReason() == null ? "" : request.resolutionReason();
        switch (request.status()) {
            case EXPIRED -> moments.add(new Moment(at, "clock", "bad", "Expired without a decision", reason));
            case CANCELLED -> moments.add(new Moment(at, "bad", "plain", "Cancelled", reason));
            case APPROVED -> moments.add(new Moment(at, "good", "good", "The request is approved", ""));
            case REJECTED -> moments.add(new Moment(at, "bad", "bad", "The request is rejected", ""));
            case PENDING -> {}
        }
    }

    private static void review(RequestView request, List<Moment> moments) {
        RequestView.Review review = request.review();
        if (review != null) {
            String verdict = review.justified() ? "justified" : "not justified";
            moments.add(new Moment(
                    review.at(),
                    "audit",
                    review.justified() ? "good" : "bad",
                    review.by() + " reviewed it: " + verdict,
                    review.comment()));
        }
    }

    private static void run(Run run, List<Moment> moments) {
        if (run.startedAt() != null) {
            moments.add(new Moment(run.startedAt(), "run", "plain", "The run started", ""));
        }
        if (run.completedAt() != null) {
            boolean good = run.status() == RunStatus.SUCCESS;
            moments.add(new Moment(
                    run.completedAt(),
                    good ? "good" : "bad",
                    good ? "good" : "bad",
                    "The run ended: " + run.status().wire().replace('_', ' '),
                    ""));
        }
    }
}
