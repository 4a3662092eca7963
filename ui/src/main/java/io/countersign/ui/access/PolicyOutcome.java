package io.countersign.ui.access;

import io.countersign.approvals.PolicyChange;
import io.countersign.ui.Notices;

/** Where a change of a policy leads: to the list, or to the request that asks another admin. */
final class PolicyOutcome {

    private PolicyOutcome() {}

    static String say(PolicyChange change, String done, Notices notices) {
        if (change instanceof PolicyChange.Pending pending) {
            notices.good("Another admin is asked to agree, as " + pending.requestId() + ".");
            return "request/" + pending.approvalRequestUuid();
        }
        notices.good(done);
        return "policies";
    }
}
