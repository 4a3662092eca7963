package io.countersign.ui.requests;

import io.countersign.approvals.Approvals;
import io.countersign.approvals.Channel;
import io.countersign.approvals.RequestQuery;
import io.countersign.approvals.RequestView;
import io.countersign.approvals.Status;
import io.countersign.approvals.Verdict;
import io.countersign.kernel.PageRequest;
import io.countersign.kernel.Refusal;
import io.countersign.security.Actor;
import io.countersign.security.CurrentUser;
import io.countersign.ui.Action;
import io.countersign.ui.Assets;
import io.countersign.ui.FlashMessages;
import io.countersign.ui.HtmlForm;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;

/** An approver says yes or no. The form carries the digest that its page showed. */
@ApplicationScoped
class DecideRequest implements Action {

    @Inject
    Approvals approvals;

    @Inject
    CurrentUser currentUser;

    @Inject
    FlashMessages flashMessages;

    @Inject
    Assets assets;

    @Override
    public String name() {
        return "decide";
    }

    @Override
    public String perform(HtmlForm form) {
        if (form.text("decision").isEmpty()) {
            throw Refusal.invalid("decision", "choose approve or reject");
        }
        Verdict verdict = Verdict.parse(form.text("decision"));
        Actor actor = currentUser.actor();
        RequestView after = approvals.decide(
                form.uuid("request"),
                verdict,
                form.textOrNull("comment"),
                form.textOrNull("digest"),
                actor,
                Channel.CONSOLE);
        say(outcome(verdict, after), actor);
        return "request/" + after.uuid();
    }

    @Override
    public String refusedPage(HtmlForm form) {
        return form.uuidOrEmpty("request").map(id -> "request/" + id).orElse("inbox");
    }

    static String outcome(Verdict verdict, RequestView after) {
        String said = verdict == Verdict.APPROVE ? "Your approval is recorded." : "Your rejection is recorded.";
        return switch (after.status()) {
            case PENDING -> said + " " + AgreementProgress.of(after).words() + " so far.";
            case APPROVED -> said + " The request is approved.";
            case REJECTED -> said + " The request is rejected; nothing will run.";
            case EXPIRED, CANCELLED -> said;
        };
    }

    /** Whoever clears a queue goes straight on to the next one. */
    private void say(String outcome, Actor actor) {
        RequestQuery needsMe = new RequestQuery(Set.of(Status.PENDING), null, false, false, true);
        List<RequestView> next =
                approvals.list(needsMe, actor, new PageRequest(1, 1)).items();
        if (next.isEmpty()) {
            flashMessages.good(outcome);
        } else {
            RequestView request = next.get(0);
            flashMessages.good(
                    outcome,
                    assets.page("request/" + request.uuid()),
                    "Next: " + Sentence.of(request).text());
        }
    }
}
