package io.countersign.ui.requests;

import io.countersign.approvals.Approvals;
import io.countersign.approvals.Channel;
import io.countersign.approvals.RequestView;
import io.countersign.approvals.Verdict;
import io.countersign.kernel.Refusal;
import io.countersign.security.Actor;
import io.countersign.security.CurrentUser;
import io.countersign.ui.Action;
import io.countersign.ui.HtmlForm;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An approver says the same to several requests, with one reason. Each goes through the door by itself, with the digest
 * that its row showed: one that is refused stops no other, and none is passed over in silence.
 */
@ApplicationScoped
class DecideMany implements Action {

    private static final System.Logger LOG = System.getLogger(DecideMany.class.getName());
    private static final int AT_ONCE = 100;

    @Inject
    Approvals approvals;

    @Inject
    CurrentUser currentUser;

    @Inject
    DecidedTogether decidedTogether;

    @Override
    public String name() {
        return "decide-many";
    }

    @Override
    public String formView() {
        return "inbox";
    }

    @Override
    public String perform(HtmlForm form) {
        List<Pick> picks = form.chosen("pick").stream().distinct().map(Pick::of).toList();
        if (picks.isEmpty() || picks.size() > AT_ONCE) {
            throw Refusal.invalid("pick", "choose from 1 to " + AT_ONCE + " requests");
        }
        if (form.text("decision").isEmpty()) {
            throw Refusal.invalid("decision", "choose approve or reject");
        }
        Verdict verdict = Verdict.parse(form.text("decision"));
        String comment = form.textOrNull("comment");
        if (verdict == Verdict.REJECT && comment == null) {
            throw Refusal.invalid("comment", "say why: a rejection needs a reason");
        }
        Actor actor = currentUser.actor();
        decidedTogether.keep(picks.stream()
                .map(pick -> decide(pick, verdict, comment, actor))
                .toList());
        return "inbox#together";
    }

    private DecidedTogether.Result decide(Pick pick, Verdict verdict, @Nullable String comment, Actor actor) {
        String sentence = "A request";
        try {
            RequestView seen = approvals.get(pick.id(), actor);
            sentence = Sentence.of(seen).text();
            if (!RequestLine.together(seen)) {
                String what = seen.emergency() ? "An emergency" : "A request of " + seen.riskLevel() + " risk";
                return DecidedTogether.Result.refused(pick.id(), sentence, what + " is opened and decided alone.");
            }
            RequestView after = approvals.decide(pick.id(), verdict, comment, pick.digest(), actor, Channel.CONSOLE);
            return DecidedTogether.Result.recorded(pick.id(), sentence, DecideRequest.outcome(verdict, after));
        } catch (Refusal refusal) {
            return DecidedTogether.Result.refused(pick.id(), sentence, refusal.getMessage());
        } catch (RuntimeException failed) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "The decision of " + actor.userName() + " about " + pick.id() + " failed",
                    failed);
            return DecidedTogether.Result.refused(
                    pick.id(), sentence, "It failed on our side. Open it to see whether it was recorded.");
        }
    }

    private record Pick(UUID id, String digest) {

        static Pick of(String pick) {
            String[] parts = pick.split(" ", -1);
            try {
                if (parts.length == 2 && !parts[1].isEmpty()) {
                    return new Pick(UUID.fromString(parts[0]), parts[1]);
                }
            } catch (IllegalArgumentException notAnId) {
                throw Refusal.invalid("pick", "is not a request of this page");
            }
            throw Refusal.invalid("pick", "is not a request of this page");
        }
    }
}
