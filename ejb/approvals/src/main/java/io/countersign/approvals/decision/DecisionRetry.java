package io.countersign.approvals.decision;

import io.countersign.approvals.Channel;
import io.countersign.approvals.RequestView;
import io.countersign.approvals.Verdict;
import io.countersign.approvals.request.ApprovalAudit;
import io.countersign.approvals.request.RequestRepository;
import io.countersign.kernel.ErrorCode;
import io.countersign.kernel.Refusal;
import io.countersign.security.ConcurrentChange;
import io.countersign.security.Credential;
import io.countersign.security.Directory;
import io.countersign.security.Person;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What surrounds the transaction of a decision: the people whom it concerns are looked up before it, lock conflicts are
 * retried, and a refused attempt is audited once the transaction has ended. Within it, each of these would want a
 * second connection or the network while a crowd holds the first ones.
 */
@Dependent
public class DecisionRetry {

    private static final int TRIES = 5;

    private final Directory directory;
    private final RequestRepository requests;
    private final ApprovalAudit trail;

    @Inject
    public DecisionRetry(Directory directory, RequestRepository requests, ApprovalAudit trail) {
        this.directory = directory;
        this.requests = requests;
        this.trail = trail;
    }

    public RequestView decide(
            UUID id,
            @Nullable String by,
            Credential credential,
            Verdict verdict,
            Channel channel,
            Supplier<Set<String>> concerned,
            Supplier<RequestView> transaction) {
        Map<String, Person> ignored = directory.byIds(concerned.get());
        try {
            return again(transaction);
        } catch (Refusal refusal) {
            if (refusal.code() != ErrorCode.NOT_FOUND) {
                String organization =
                        requests.find(id).map(row -> row.organizationId).orElse(null);
                trail.refused(by, id, organization, details(refusal, verdict, channel, credential));
            }
            throw refusal;
        }
    }

    private static RequestView again(Supplier<RequestView> transaction) {
        for (int tries = 1; ; tries++) {
            try {
                return transaction.get();
            } catch (RuntimeException e) {
                if (tries == TRIES || !ConcurrentChange.isCauseOf(e)) {
                    throw e;
                }
            }
        }
    }

    private static Map<String, Object> details(
            Refusal refusal, Verdict verdict, Channel channel, Credential credential) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("decision", verdict.toString());
        details.put("channel", channel.toString());
        details.put("credential", credential.toMap());
        details.put("code", refusal.code().name());
        Object reason = refusal.details().get("reason");
        if (reason != null) {
            details.put("reason", reason);
        }
        return details;
    }
}
