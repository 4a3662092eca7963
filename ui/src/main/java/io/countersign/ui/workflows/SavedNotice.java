package io.countersign.ui.workflows;

import io.countersign.ui.FlashMessages;
import io.countersign.workflows.SaveResult;
import io.countersign.workflows.Workflow;
import java.util.function.Function;

/** Where a save leads: to the workflow, or to the request that it waits for. */
final class SavedNotice {

    private SavedNotice() {}

    static String say(SaveResult saved, FlashMessages flashMessages, Function<Workflow, String> done) {
        if (saved instanceof SaveResult.Pending pending) {
            flashMessages.good(
                    "Not in effect yet: another person has to approve it, as " + pending.requestNumber() + ".");
            return "request/" + pending.approvalRequestUuid();
        }
        SaveResult.Done now = (SaveResult.Done) saved;
        flashMessages.good(done.apply(now.workflow()));
        return "workflow/" + now.workflowUuid();
    }
}
