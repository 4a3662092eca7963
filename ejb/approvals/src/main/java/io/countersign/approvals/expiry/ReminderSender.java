package io.countersign.approvals.expiry;

import io.countersign.approvals.EscalationStep;
import io.countersign.approvals.ReminderDue;
import io.countersign.approvals.RequestEscalated;
import io.countersign.approvals.request.ApprovalAudit;
import io.countersign.approvals.request.EligibleApproverSet;
import io.countersign.approvals.request.EscalationSteps;
import io.countersign.approvals.request.RequestRepository;
import io.countersign.approvals.request.RequestRow;
import io.countersign.approvals.request.StoredFacts;
import io.countersign.approvals.rules.EligibleApprovers;
import io.countersign.approvals.storage.ContentStore;
import io.countersign.kernel.CanonicalJson;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Reminders and escalation steps of requests that wait. */
@Dependent
public class ReminderSender {

    private final RequestRepository requests;
    private final ContentStore texts;
    private final ApprovalAudit trail;
    private final Event<ReminderDue> reminders;
    private final Event<RequestEscalated> escalations;

    @Inject
    public ReminderSender(
            RequestRepository requests,
            ContentStore texts,
            ApprovalAudit trail,
            Event<ReminderDue> reminders,
            Event<RequestEscalated> escalations) {
        this.requests = requests;
        this.texts = texts;
        this.trail = trail;
        this.reminders = reminders;
        this.escalations = escalations;
    }

    /** Reminds and escalates for up to that many due requests in the caller's transaction; answers how many. */
    int remindDue(Instant now, int atMost) {
        List<RequestRow> due = requests.lockToRemind(now, atMost);
        due.forEach(row -> tell(row, now));
        return due.size();
    }

    private void tell(RequestRow row, Instant now) {
        if (row.remindAt != null && !row.remindAt.isAfter(now)) {
            row.remindAt = null;
            trail.of("system", "approval.reminded", row, Map.of());
            reminders.fire(new ReminderDue(row.id));
        }
        List<EscalationStep> steps = EscalationSteps.of(row);
        while (row.escalated < steps.size()
                && !EscalationSteps.at(row, steps.get(row.escalated)).isAfter(now)) {
            escalate(row, row.escalated++);
        }
        row.dueAt = EscalationSteps.nextDue(row);
    }

    private void escalate(RequestRow row, int number) {
        EscalationStep step = EscalationSteps.of(row).get(number);
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("step", number);
        details.put("roles", step.roles());
        details.put("channel", step.channel());
        details.put("widened", widen(row, step));
        trail.of("system", "approval.escalated", row, details);
        escalations.fire(new RequestEscalated(row.id, number));
    }

    /** Lets the step's roles decide if it says so and the rule takes more people; answers whether it did. */
    private boolean widen(RequestRow row, EscalationStep step) {
        if (!step.widen() || step.roles().isEmpty() || !EligibleApprovers.canWiden(row.approvalType)) {
            return false;
        }
        Set<String> widened = new TreeSet<>(StoredFacts.widenedRoles(row));
        widened.addAll(step.roles());
        row.widenedRoles = CanonicalJson.write(widened);
        EligibleApproverSet eligibleApprovers = EligibleApproverSet.read(texts.require(row.electorsSha256));
        row.electorsSha256 = texts.keep(eligibleApprovers.with(widened).write());
        return true;
    }
}
