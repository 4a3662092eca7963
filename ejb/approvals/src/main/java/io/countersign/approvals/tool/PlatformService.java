package io.countersign.approvals.tool;

import io.countersign.approvals.Approvals;
import io.countersign.approvals.Channel;
import io.countersign.approvals.RequestQuery;
import io.countersign.approvals.RequestView;
import io.countersign.approvals.Status;
import io.countersign.approvals.SubmissionResult;
import io.countersign.approvals.Verdict;
import io.countersign.approvals.api.ApprovalRequest;
import io.countersign.approvals.api.ApprovalRequest.ApprovalStatus;
import io.countersign.approvals.api.ApprovalRequestDetails;
import io.countersign.approvals.api.ApprovalService;
import io.countersign.approvals.api.DecisionRefusedException;
import io.countersign.approvals.api.NoSuchApprovalException;
import io.countersign.approvals.api.SoarContext;
import io.countersign.approvals.request.RequestNumbers;
import io.countersign.approvals.submission.AgreementDigest;
import io.countersign.kernel.CanonicalJson;
import io.countersign.kernel.ErrorCode;
import io.countersign.kernel.PageRequest;
import io.countersign.kernel.Refusal;
import io.countersign.security.Actor;
import io.countersign.security.UserNames;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The Java API over the one door that every channel uses. */
@ApplicationScoped
public class PlatformService implements ApprovalService {

    private static final int LOOK_AGAIN_SECONDS = 5;

    private final Approvals approvals;
    private final CallerIdentity identity;
    private final NotifierBridge announcing;

    @Resource(lookup = "java:jboss/ee/concurrency/executor/default")
    private @Nullable ManagedExecutorService executor;

    @Inject
    public PlatformService(Approvals approvals, CallerIdentity identity, NotifierBridge announcing) {
        this.approvals = approvals;
        this.identity = identity;
        this.announcing = announcing;
    }

    /** For the container's proxy only. */
    @SuppressWarnings("NullAway")
    protected PlatformService() {
        this(null, null, null);
    }

    @Override
    public String requestApproval(SoarContext soarContext, ApprovalRequestDetails details) {
        SubmissionResult asked = told(() -> approvals.askAlone(
                PlatformRequests.ask(soarContext, details, identity.caller()), RequestNumbers.next()));
        waitIn(soarContext, asked);
        announcing.asked(PlatformRequests.request(approvals.show(asked.id())));
        return asked.requestNumber();
    }

    /** The context waits until the request ends, whoever ends it. */
    void waitIn(SoarContext context, SubmissionResult asked) {
        if (asked instanceof SubmissionResult.Pending) {
            context.approvalAsked();
            approvals.whenDecided(asked.id(), context::approvalEnded);
        }
    }

    @Override
    public ApprovalStatus getApprovalStatus(String approvalId) {
        return PlatformRequests.status(seen(approvalId).status());
    }

    @Override
    public void handleApprovalResponse(
            String approvalId, boolean isApproved, @Nullable String comment, String reviewer) {
        UUID id = seen(approvalId).uuid();
        Actor by = identity.caller();
        Verdict verdict = isApproved ? Verdict.APPROVE : Verdict.REJECT;
        told(() -> {
            if (by.kind() == Actor.Kind.SERVICE && reviewer.equals(SYSTEM)) {
                return approvals.decideBySystem(id, verdict, comment);
            }
            if (!reviewer.equals(SYSTEM) && !UserNames.normal(reviewer).equals(by.userName())) {
                throw Refusal.forbidden("reviewer", "The reviewer is whoever is logged in, which is " + by.userName());
            }
            return approvals.decide(id, verdict, comment, null, by, Channel.JAVA);
        });
    }

    @Override
    public Set<String> getPendingApprovalIds() {
        Set<String> ids = new LinkedHashSet<>();
        pending().forEach(view -> ids.add(view.requestNumber()));
        return ids;
    }

    @Override
    public int getPendingCount() {
        return Math.toIntExact(told(() -> approvals
                .list(RequestQuery.pending(), identity.caller(), new PageRequest(1, 1))
                .total()));
    }

    @Override
    public List<ApprovalRequest> getPendingApprovals() {
        return pending().stream().map(PlatformRequests::request).toList();
    }

    private List<RequestView> pending() {
        Actor viewer = identity.caller();
        List<RequestView> all = new ArrayList<>();
        for (int page = 1; ; page++) {
            PageRequest next = new PageRequest(page, PageRequest.MAX_SIZE);
            List<RequestView> more = told(() -> approvals.list(RequestQuery.pending(), viewer, next))
                    .items();
            all.addAll(more);
            if (more.size() < PageRequest.MAX_SIZE) {
                return all;
            }
        }
    }

    @Override
    public CompletableFuture<Boolean> requestApproval(ApprovalRequest request) {
        ApprovalRequest saved = saveApprovalRequest(request);
        sendApprovalNotification(saved);
        UUID id = seen(saved.getRequestId()).uuid();
        CompletableFuture<Boolean> answer = new CompletableFuture<>();
        approvals.whenDecided(id, () -> elsewhere(() -> answer.complete(isApproved(id))));
        return answer;
    }

    private boolean isApproved(UUID id) {
        return approvals.show(id).status() == Status.APPROVED;
    }

    /** Whoever wakes us must not be held. */
    private void elsewhere(Runnable work) {
        if (executor == null) {
            work.run();
        } else {
            executor.execute(work);
        }
    }

    @Override
    public boolean waitForApprovalSync(ApprovalRequest request) {
        UUID id = seen(saveApprovalRequest(request).getRequestId()).uuid();
        return waitFor(id) == Status.APPROVED;
    }

    /** Holds the thread until the request ends. */
    Status waitFor(UUID id) {
        CountDownLatch ended = new CountDownLatch(1);
        approvals.whenDecided(id, ended::countDown);
        try {
            while (!ended.await(LOOK_AGAIN_SECONDS, TimeUnit.SECONDS)) {
                Status status = approvals.show(id).status();
                if (status.terminal()) {
                    return status;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return approvals.show(id).status();
    }

    @Override
    public ApprovalRequest saveApprovalRequest(ApprovalRequest request) {
        if (approvals.idOf(request.getRequestId()).isPresent()) {
            return sameAs(request);
        }
        SubmissionResult asked = told(
                () -> approvals.askAlone(PlatformRequests.ask(request, identity.caller()), request.getRequestId()));
        return PlatformRequests.request(approvals.show(asked.id()));
    }

    /** An id that is taken stands for what it was first asked for; an agreement to that is none to anything else. */
    private ApprovalRequest sameAs(ApprovalRequest request) {
        RequestView view = seen(request.getRequestId());
        ApprovalRequest stored = PlatformRequests.request(view);
        boolean same = Objects.equals(stored.getToolName(), request.getToolName())
                && Objects.equals(stored.getActionType(), request.getActionType())
                && CanonicalJson.write(stored.getParameters()).equals(CanonicalJson.write(request.getParameters()));
        if (!same) {
            throw new DecisionRefusedException(
                    ErrorCode.CONFLICT.name(), request.getRequestId() + " was asked for something else");
        }
        if (!isAskedBy(identity.caller(), view)) {
            throw new DecisionRefusedException(
                    ErrorCode.CONFLICT.name(), request.getRequestId() + " was asked by somebody else");
        }
        if (!isAskedOf(request, view.uuid(), stored)) {
            throw new DecisionRefusedException(
                    ErrorCode.CONFLICT.name(), request.getRequestId() + " was asked of other people");
        }
        return stored;
    }

    /** Else people would act on what they agreed to for another one. The platform itself may wait for anybody's. */
    private static boolean isAskedBy(Actor caller, RequestView view) {
        return caller.kind() == Actor.Kind.SERVICE || caller.person().equals(view.requester());
    }

    /** As first asked, or as a policy has made it since, which is what the asker was given back. */
    private boolean isAskedOf(ApprovalRequest request, UUID id, ApprovalRequest stored) {
        String wanted = PlatformRequests.agreement(request);
        return wanted.equals(approvals.approvedArguments(id).triggerContext().get(AgreementDigest.DIGEST))
                || wanted.equals(PlatformRequests.agreement(stored));
    }

    @Override
    public void sendApprovalNotification(ApprovalRequest request) {
        ApprovalRequest stored = getApprovalRequest(request.getRequestId());
        if (stored.getStatus() == ApprovalStatus.PENDING) {
            announcing.asked(stored);
        }
    }

    @Override
    public ApprovalRequest getApprovalRequest(String approvalId) {
        return PlatformRequests.request(seen(approvalId));
    }

    private RequestView seen(String approvalId) {
        UUID id = approvals.idOf(approvalId).orElseThrow(() -> new NoSuchApprovalException(approvalId));
        try {
            return approvals.get(id, identity.caller());
        } catch (Refusal refusal) {
            throw new NoSuchApprovalException(approvalId);
        }
    }

    /** Refusals in the words of this API. */
    static <T> T told(Supplier<T> work) {
        try {
            return work.get();
        } catch (Refusal refusal) {
            if (refusal.code() == ErrorCode.VALIDATION_ERROR) {
                throw new IllegalArgumentException(refusal.getMessage() + " " + refusal.details(), refusal);
            }
            throw new DecisionRefusedException(refusal.code().name(), refusal.getMessage());
        }
    }
}
