package io.countersign.notify.content;

import io.countersign.approvals.Approvals;
import io.countersign.approvals.EscalationTargets;
import io.countersign.notify.NotificationType;
import io.countersign.notify.delivery.Delivery;
import io.countersign.security.Person;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What people are told whom an escalation step reaches and who cannot decide. */
public final class EscalationNotice {
    private static final int MOST_NAMES = 10;

    private EscalationNotice() {}

    /** Whom the step of this news tells. */
    public static EscalationTargets targets(Approvals approvals, Delivery news) {
        Integer step = news.step();
        return step == null
                ? new EscalationTargets(List.of(), null)
                : approvals.escalationTargets(news.requestId(), step);
    }

    /** What to say to its one recipient instead of asking for a decision; empty for whoever can decide. */
    public static Optional<String> informing(Approvals approvals, Delivery one) {
        if (one.occasion() != NotificationType.ESCALATED || one.recipient() == null) {
            return Optional.empty();
        }
        List<Person> eligible = approvals.eligible(one.requestId());
        if (eligible.stream().anyMatch(person -> person.id().equals(one.recipient()))) {
            return Optional.empty();
        }
        return Optional.of(
                sentence(eligible.stream().map(Person::userName).sorted().toList()));
    }

    /** What a channel reads before the request; null unless this is an escalation. */
    public static @Nullable String toPlace(Delivery one) {
        return one.occasion() == NotificationType.ESCALATED ? "Escalated: nobody has decided yet." : null;
    }

    private static String sentence(List<String> approvers) {
        String names = approvers.stream().limit(MOST_NAMES).collect(Collectors.joining(", "));
        int more = approvers.size() - MOST_NAMES;
        String who = approvers.isEmpty()
                ? "nobody can decide it at the moment"
                : "approvers are " + names + (more > 0 ? " and " + more + " more" : "");
        return "Escalated to you for information, nobody has decided yet; " + who + ".";
    }
}
