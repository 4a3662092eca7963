package io.countersign.ui.requests;

import io.countersign.approvals.RequestView;
import io.countersign.approvals.Status;
import java.time.Duration;
import java.time.Instant;

/**
 * One request as a line of the inbox.
 *
 * @param ending how it ended; empty while it is pending
 * @param urgent whether its time is nearly over
 */
public record RequestLine(
        RequestView view, Sentence sentence, AgreementProgress progress, String ending, boolean urgent) {

    private static final Duration SOON = Duration.ofMinutes(10);

    static RequestLine of(RequestView view, Instant now) {
        boolean urgent = view.status() == Status.PENDING && view.expiresAt().isBefore(now.plus(SOON));
        return new RequestLine(view, Sentence.of(view), AgreementProgress.of(view), Sentence.ending(view), urgent);
    }

    /** Whether it may be decided together with others: what is dangerous or in a hurry is opened and read by itself. */
    public boolean together() {
        return together(view);
    }

    static boolean together(RequestView view) {
        return !view.emergency()
                && switch (view.riskLevel()) {
                    case LOW, MEDIUM -> true;
                    case HIGH, CRITICAL -> false;
                };
    }

    /** What a form that decides several carries of this one: which it is, and the digest that was shown. */
    public String pick() {
        return view.uuid() + " " + view.argumentsSha256();
    }

    /** The colour of its ending: never the only sign of it. */
    public String tone() {
        return tone(view.status());
    }

    static String tone(Status status) {
        return switch (status) {
            case PENDING -> "live";
            case APPROVED -> "good";
            case REJECTED -> "bad";
            case EXPIRED -> "warn";
            case CANCELLED -> "plain";
        };
    }

    /** The sign of its ending. */
    public String icon() {
        return icon(view.status());
    }

    static String icon(Status status) {
        return switch (status) {
            case PENDING -> "live";
            case APPROVED -> "good";
            case REJECTED, CANCELLED -> "bad";
            case EXPIRED -> "clock";
        };
    }
}
