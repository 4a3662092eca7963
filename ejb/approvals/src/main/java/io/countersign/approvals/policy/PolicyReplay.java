package io.countersign.approvals.policy;

import io.countersign.approvals.Policy;
import io.countersign.approvals.PolicyDraft;
import io.countersign.approvals.PolicyReplayResult;
import io.countersign.approvals.request.RequestRow;
import io.countersign.approvals.rules.PolicyEvaluator;
import io.countersign.approvals.rules.PolicyEvaluator.Outcome;
import io.countersign.approvals.rules.PolicySubject;
import io.countersign.approvals.storage.Database;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Tries a draft policy on requests that were asked in the past. */
@Dependent
public class PolicyReplay {

    private final Database database;
    private final Clock clock;

    @Inject
    public PolicyReplay(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    public PolicyReplayResult of(PolicyDraft draft, int lastRequests) {
        Instant now = clock.instant();
        Policy policy = new Policy(
                new UUID(0, 0),
                draft.name(),
                draft.kind(),
                true,
                draft.priority(),
                draft.when(),
                draft.then(),
                now,
                now,
                "draft");
        List<RequestRow> past = last(lastRequests);
        List<PolicyReplayResult.Row> rows = new ArrayList<>();
        int agreed = 0;
        for (RequestRow row : past) {
            PolicySubject subject = PolicySubjects.subject(row);
            if (PolicyEvaluator.fits(draft.when(), subject)) {
                Outcome outcome = PolicyEvaluator.govern(subject, List.of(policy));
                agreed += outcome instanceof Outcome.Agreed ? 1 : 0;
                rows.add(row(row, outcome, now));
            }
        }
        return new PolicyReplayResult(past.size(), rows.size(), agreed, rows);
    }

    private List<RequestRow> last(int count) {
        return database.entities()
                .createQuery("select r from RequestRow r order by r.requestedAt desc, r.id desc", RequestRow.class)
                .setMaxResults(count)
                .getResultList();
    }

    private static PolicyReplayResult.Row row(RequestRow row, Outcome outcome, Instant now) {
        return new PolicyReplayResult.Row(
                row.id,
                row.requestNumber,
                row.subject(),
                row.riskLevel,
                row.approvalType,
                row.statusAt(now),
                words(outcome, row));
    }

    private static String words(Outcome outcome, RequestRow row) {
        if (outcome instanceof Outcome.Agreed) {
            return "approved at once";
        }
        if (outcome instanceof Outcome.Ruled ruled) {
            Integer people = ruled.rule().requiredApprovers();
            return people == null
                    ? ruled.rule().type().toString()
                    : ruled.rule().type() + " of " + people;
        }
        return row.approvalType + ", as asked";
    }
}
