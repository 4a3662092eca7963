package io.countersign.ui.access;

import io.countersign.approvals.PolicyChange;
import io.countersign.ui.FlashMessages;

/** Where a change of a policy leads. */
final class PolicyOutcome {

    private PolicyOutcome() {}

    static String say(PolicyChange change, String done, FlashMessages flashMessages) {
        return change instanceof PolicyChange.Pending pending
                ? AdminOutcome.pending(pending.approvalRequestUuid(), pending.requestNumber(), flashMessages)
                : AdminOutcome.done(done, "policies", flashMessages);
    }
}
