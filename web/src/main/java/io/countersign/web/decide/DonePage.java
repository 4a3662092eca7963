package io.countersign.web.decide;

import io.countersign.approvals.RequestView;
import io.countersign.approvals.Status;
import io.countersign.approvals.Verdict;

/** What the decider sees after deciding. */
final class DonePage {

    private DonePage() {}

    static String html(RequestView request, Verdict verdict) {
        String did = verdict == Verdict.APPROVE ? "You approved" : "You rejected";
        return TokenPages.frame(
                did, """
                <h1>%s %s</h1>
                <p class="state">%s</p>
                <p>Your decision is recorded. This link is used up; you can close the page.</p>""".formatted(did, TokenPages.said(RequestSubject.of(request)), TokenPages.said(state(request))));
    }

    static String refused(String why) {
        return TokenPages.frame("Not recorded", """
                <h1>Your decision was not recorded</h1>
                <p class="state" role="alert">%s</p>""".formatted(TokenPages.text(why)));
    }

    private static String state(RequestView request) {
        if (request.status() != Status.PENDING) {
            return "The request is " + request.status() + ".";
        }
        return request.missing().isEmpty()
                ? "The request still waits for others."
                : "The request still waits: " + String.join("; ", request.missing()) + ".";
    }
}
