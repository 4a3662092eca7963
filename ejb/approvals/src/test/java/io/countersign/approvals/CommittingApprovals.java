package io.countersign.approvals;

import io.countersign.approvals.decision.DecisionHandler;
import io.countersign.approvals.decision.DecisionRetry;
import io.countersign.approvals.decision.DecisionTokens;
import io.countersign.approvals.decision.EmergencyReview;
import io.countersign.approvals.eligibility.Eligibility;
import io.countersign.approvals.eligibility.Visibility;
import io.countersign.approvals.request.RequestRepository;
import io.countersign.approvals.submission.RequestCancellation;
import io.countersign.approvals.submission.RequestRevision;
import io.countersign.approvals.submission.RequestingApproval;
import io.countersign.approvals.view.DecisionWait;
import io.countersign.approvals.view.RequestLists;
import io.countersign.approvals.view.RequestSubscriptions;
import io.countersign.approvals.view.RequestViews;
import io.countersign.kernel.Page;
import io.countersign.kernel.PageRequest;
import io.countersign.security.Actor;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** With the transactions that the container would put around what the Java API calls. */
class CommittingApprovals extends Approvals {

    /** How often somebody has begun to wait for a decision. */
    final AtomicInteger waits = new AtomicInteger();

    private final Tables tables;

    CommittingApprovals(
            Tables tables,
            RequestingApproval asking,
            DecisionHandler deciding,
            DecisionRetry attempts,
            DecisionTokens tokens,
            RequestCancellation cancelling,
            RequestRevision revising,
            EmergencyReview reviewing,
            RequestRepository requests,
            RequestViews views,
            RequestLists inbox,
            Eligibility standings,
            DecisionWait waiting,
            RequestSubscriptions followers,
            Visibility visibility,
            Clock clock) {
        super(
                asking,
                deciding,
                attempts,
                tokens,
                cancelling,
                revising,
                reviewing,
                requests,
                views,
                inbox,
                standings,
                waiting,
                followers,
                visibility,
                clock);
        this.tables = tables;
    }

    @Override
    public SubmissionResult askAlone(ApprovalRequestSpec ask, String requestNumber) {
        return tables.transaction(() -> super.askAlone(ask, requestNumber));
    }

    @Override
    public RequestView decide(UUID id, Verdict verdict, String comment, String digest, Actor by, Channel channel) {
        return tables.transaction(() -> super.decide(id, verdict, comment, digest, by, channel));
    }

    @Override
    public RequestView decideBySystem(UUID id, Verdict verdict, String comment) {
        return tables.transaction(() -> super.decideBySystem(id, verdict, comment));
    }

    @Override
    public Optional<UUID> idOf(String requestNumber) {
        return tables.transaction(() -> super.idOf(requestNumber));
    }

    @Override
    public FrozenArguments approvedArguments(UUID id) {
        return tables.transaction(() -> super.approvedArguments(id));
    }

    @Override
    public RequestView show(UUID id) {
        return tables.transaction(() -> super.show(id));
    }

    @Override
    public RequestView get(UUID id, Actor viewer) {
        return tables.transaction(() -> super.get(id, viewer));
    }

    @Override
    public Page<RequestView> list(RequestQuery query, Actor viewer, PageRequest page) {
        return tables.transaction(() -> super.list(query, viewer, page));
    }

    @Override
    public AutoCloseable whenDecided(UUID id, Runnable callback) {
        AutoCloseable wait = tables.transaction(() -> super.whenDecided(id, callback));
        waits.incrementAndGet();
        return wait;
    }
}
