package io.countersign.notify.content;

import io.countersign.approvals.RequestView;
import io.countersign.execution.Run;
import io.countersign.execution.Runs;
import io.countersign.notify.delivery.Delivery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the requester is told about the run that followed. */
@ApplicationScoped
public class RunOutcomeSummary {
    private static final int MESSAGE_LENGTH = 500;
    private final Runs runs;

    @Inject
    public RunOutcomeSummary(Runs runs) {
        this.runs = runs;
    }

    /** For the container's proxy only. */
    @SuppressWarnings("NullAway")
    protected RunOutcomeSummary() {
        this.runs = null;
    }

    public String sentence(Delivery one, RequestView request) {
        UUID id = one.runId();
        if (id == null) {
            return request.requestNumber() + ": no run";
        }
        Run run = runs.show(id);
        String said = said(run);
        return NotificationText.seen(request.requestedBy()) + ", " + NotificationText.seen(run.workflowName()) + " ("
                + request.requestNumber() + ") ran: "
                + run.status().name().toLowerCase(Locale.ROOT).replace('_', ' ')
                + (said == null ? "" : ": " + NotificationText.shorten(NotificationText.seen(said), MESSAGE_LENGTH));
    }

    private static @Nullable String said(Run run) {
        Map<String, Object> result = run.result();
        Map<String, Object> error = run.error();
        Object message = result != null ? result.get("message") : error != null ? error.get("message") : null;
        return message == null ? null : message.toString();
    }
}
