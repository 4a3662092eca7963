package io.countersign.approvals.submission;

import io.countersign.approvals.ApprovalRequestSpec;
import io.countersign.approvals.Rule;
import io.countersign.approvals.rules.CombinedRules;
import io.countersign.approvals.rules.PolicyEvaluator;
import java.util.ArrayList;
import java.util.List;

/**
 * An ask as it holds.
 *
 * @param ask with the risk and the rule that hold, at the least
 * @param operators rules of the operator's that hold under a policy too
 * @param also what has to be met besides the ask's rule
 */
record MinimumRequirement(ApprovalRequestSpec ask, List<Rule> operators, List<Rule> also) {

    /** What holds once a policy has said who agrees. */
    CombinedRules and(PolicyEvaluator.Outcome.Ruled ruled) {
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
