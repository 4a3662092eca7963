package io.countersign.ui.workflows;

import io.countersign.ui.Notices;
import io.countersign.workflows.Saved;
import io.countersign.workflows.Workflow;
import java.util.function.Function;

/** Where a save leads: to the workflow, or to the request that it waits for. */
final class SavedNotice {

    private SavedNotice() {}

    static String say(Saved saved, Notices notices, Function<Workflow, String> done) {
        if (saved instanceof Saved.Pending pending) {
            notices.good(
                    "Not in force yet: this waits for another person's agreement, as " + pending.requestId() + ".");
            return "request/" + pending.approvalRequestUuid();
        }
        Saved.Done now = (Saved.Done) saved;
        notices.good(done.apply(now.workflow()));
        return "workflow/" + now.workflowUuid();
    }
}
