package io.countersign.approvals;

import io.countersign.audit.Page;
import io.countersign.audit.PageRequest;
import io.countersign.security.Actor;
import io.countersign.security.Person;
import jakarta.ejb.Stateless;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Asking for agreement and deciding: the one door for every channel. All methods throw {@link
 * io.countersign.security.Refusal}, which rolls the transaction back.
 */
@Stateless
public class Approvals {

    /**
     * Stores a request in the caller's transaction, or agrees at once when a policy says so. Refused with VALIDATION_ERROR
     * when the people it needs do not exist, naming who is missing.
     */
    public Asked ask(Ask ask) {
        throw new UnsupportedOperationException();
    }

    /**
     * One person's decision over REST or the console; wants the scope {@code approvals:write}.
     *
     * @param comment required for a rejection
     * @param digestSeen the arguments' digest that was shown to the decider; CONFLICT when it is another one now; null to
     *     skip the comparison
     */
    public RequestView decide(
            UUID id,
            Verdict verdict,
            @Nullable String comment,
            @Nullable String digestSeen,
            Actor by,
            Channel channel) {
        throw new UnsupportedOperationException();
    }

    /**
     * The decision of a person whom another channel (Slack, Teams) has identified by its own signature and mapping.
     *
     * @param userName the directory's user name
     */
    public RequestView decideAs(String userName, UUID id, Verdict verdict, @Nullable String comment, Channel channel) {
        throw new UnsupportedOperationException();
    }

    /** The decision of whoever holds a token. A wrong, spent or unknown one is always the same FORBIDDEN. */
    public RequestView decideByToken(UUID id, String token, Verdict verdict, @Nullable String comment) {
        throw new UnsupportedOperationException();
    }

    /** What the holder of a token may see; empty for a wrong or spent one, whether or not the request exists. */
    public Optional<TokenPage> tokenPage(UUID id, String token) {
        throw new UnsupportedOperationException();
    }

    /** A fresh personal token, for delivery to that person only; nothing but its hash is stored. Called by notify. */
    public String mintPersonalToken(UUID id, String person) {
        throw new UnsupportedOperationException();
    }

    /**
     * A fresh channel token, where the rule allows one: {@code manual} without roles. Empty elsewhere. Called by notify.
     */
    public Optional<String> mintChannelToken(UUID id, String channel) {
        throw new UnsupportedOperationException();
    }

    /** Withdraws a pending request: by its requester or an admin. */
    public RequestView cancel(UUID id, String reason, Actor by) {
        throw new UnsupportedOperationException();
    }

    /**
     * Cancels every pending request of a workflow whose code, gate or risk changed or that may no longer run, in the
     * caller's transaction; answers how many. Requests already approved whose run has not begun are for execution to stop.
     */
    public int cancelForWorkflow(UUID workflowId, String reason) {
        throw new UnsupportedOperationException();
    }

    /** Changes a pending request's inputs; drops earlier votes and tokens; the editor never counts from then on. */
    public RequestView revise(UUID id, Revision revision, Actor by) {
        throw new UnsupportedOperationException();
    }

    /** The review of an emergency approval by another person than the decider and the requester. */
    public RequestView review(UUID id, boolean justified, String comment, Actor by) {
        throw new UnsupportedOperationException();
    }

    /** One request as the viewer sees it; NOT_FOUND also for what the viewer may not see. */
    public RequestView get(UUID id, Actor viewer) {
        throw new UnsupportedOperationException();
    }

    /** One request as the house sees it, without a viewer: for notifications and events. */
    public RequestView show(UUID id) {
        throw new UnsupportedOperationException();
    }

    /** The requests that the viewer may see, newest first. */
    public Page<RequestView> list(RequestQuery query, Actor viewer, PageRequest page) {
        throw new UnsupportedOperationException();
    }

    /**
     * Waits for a request to end; holds the calling thread, but no transaction and no lock.
     *
     * @param atMost up to a minute
     * @return the request at its end, or as it is when the time is over; empty when there is none
     */
    public Optional<RequestView> await(UUID id, Duration atMost) {
        throw new UnsupportedOperationException();
    }

    /**
     * Calls back once, soon after the request has ended, on a thread that must not be held; never for a request that does
     * not exist. Closing the answer forgets the callback.
     */
    public AutoCloseable whenDecided(UUID id, Runnable callback) {
        throw new UnsupportedOperationException();
    }

    /** Notes the one run that an approved request led to; CONFLICT when it has another one. Called by execution. */
    public void attachRun(UUID requestId, UUID runId) {
        throw new UnsupportedOperationException();
    }

    /** People who may still decide a pending request, for notifying them: never the requester, never who has voted. */
    public List<Person> eligible(UUID id) {
        throw new UnsupportedOperationException();
    }

    /** What was agreed to, for the executor to compare and run. */
    public FrozenArguments approvedArguments(UUID id) {
        throw new UnsupportedOperationException();
    }
}
