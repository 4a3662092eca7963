package io.countersign.approvals;

import io.countersign.approvals.rules.CombinedRules;
import io.countersign.approvals.rules.Governance;
import java.util.ArrayList;
import java.util.List;

/**
 * An ask as it holds.
 *
 * @param ask with the risk and the rule that hold, at the least
 * @param operators rules of the operator's that hold under a policy too
 * @param also what has to be met besides the ask's rule
 */
record Floor(Ask ask, List<Rule> operators, List<Rule> also) {

    /** What holds once a policy has said who agrees. */
    CombinedRules and(Governance.Outcome.Ruled ruled) {
        List<Rule> all = new ArrayList<>();
        all.add(ruled.rule());
        all.addAll(ruled.also());
        all.addAll(operators);
        if (!ruled.also().isEmpty()) {
            // the policy has left the asker's rule in place, and so what that needs
            all.addAll(also);
        }
        return CombinedRules.of(all);
    }
}
