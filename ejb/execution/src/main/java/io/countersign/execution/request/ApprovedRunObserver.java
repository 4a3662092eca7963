package io.countersign.execution.request;

import io.countersign.approvals.Approvals;
import io.countersign.approvals.FrozenArguments;
import io.countersign.approvals.Kind;
import io.countersign.approvals.RequestDecided;
import io.countersign.approvals.Status;
import io.countersign.execution.queue.RunQueue;
import io.countersign.execution.run.QueuedRun;
import io.countersign.execution.run.RunJson;
import io.countersign.workflows.Workflows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Turns an agreement into its one run, in the very transaction of the decision. */
@ApplicationScoped
class ApprovedRunObserver {
    /** Names under which a request keeps what its run will need; not shown. */
    static final String REQUESTER = "requester_person";

    static final String BINDING = "binding_sha256";

    static final String TIME_SAVED = "time_saved_minutes";
    static final String ORGANIZATION = "organization_id";

    private final Approvals approvals;
    private final Workflows workflows;
    private final RunQueue queue;
    private final Clock clock;

    @Inject
    ApprovedRunObserver(Approvals approvals, Workflows workflows, RunQueue queue, Clock clock) {
        this.approvals = approvals;
        this.workflows = workflows;
        this.queue = queue;
        this.clock = clock;
    }

    /** For the container's proxy only. */
    @SuppressWarnings("NullAway")
    protected ApprovedRunObserver() {
        this(null, null, null, null);
    }

    void decided(@Observes(during = TransactionPhase.IN_PROGRESS) RequestDecided decided) {
        if (decided.kind() == Kind.WORKFLOW && decided.status() == Status.APPROVED) {
            QueuedRun job = job(approvals.approvedArguments(decided.id()));
            queue.add(job);
            approvals.attachRun(decided.id(), job.uuid());
        }
    }

    private QueuedRun job(FrozenArguments agreed) {
        UUID workflow = Objects.requireNonNull(agreed.workflowId());
        Map<String, Object> context = new LinkedHashMap<>(agreed.triggerContext());
        Object requester = context.remove(REQUESTER);
        Object binding = context.remove(BINDING);
        Object timeSaved = context.remove(TIME_SAVED);
        Object organization = context.remove(ORGANIZATION);
        return new QueuedRun(
                UUID.randomUUID(),
                workflow,
                workflows.published(workflow).workflow().name(),
                String.valueOf(context.get("trigger_type")),
                requester instanceof String person ? person : String.valueOf(context.get("requested_by")),
                withIndicator(context, agreed.arguments()),
                agreed.arguments(),
                agreed.argumentsSha256(),
                Objects.requireNonNull(agreed.codeVersion()),
                Objects.requireNonNull(agreed.codeSha256()),
                String.valueOf(binding),
                timeSaved instanceof Number minutes ? Integer.valueOf(minutes.intValue()) : null,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                agreed.requestId(),
                organization instanceof String id ? id : null);
    }

    /** A revision may have changed the indicator since it was asked for. */
    private static Map<String, Object> withIndicator(Map<String, Object> context, Map<String, Object> arguments) {
        Map<String, Object> indicator = RunJson.plain(arguments.get("indicator"));
        context.put(
                "indicator",
                Map.of("type", String.valueOf(indicator.get("type")), "value", String.valueOf(indicator.get("value"))));
        return context;
    }
}
