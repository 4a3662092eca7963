package io.countersign.approvals;

import io.countersign.approvals.decision.DecisionHandler;
import io.countersign.approvals.decision.DecisionRetry;
import io.countersign.approvals.decision.DecisionTokens;
import io.countersign.approvals.decision.EmergencyReview;
import io.countersign.approvals.decision.TokenRow;
import io.countersign.approvals.eligibility.Eligibility;
import io.countersign.approvals.eligibility.Visibility;
import io.countersign.approvals.request.EscalationSteps;
import io.countersign.approvals.request.RequestNumbers;
import io.countersign.approvals.request.RequestRepository;
import io.countersign.approvals.request.RequestRow;
import io.countersign.approvals.request.VoteRow;
import io.countersign.approvals.rules.DecisionInput;
import io.countersign.approvals.storage.Micros;
import io.countersign.approvals.submission.RequestCancellation;
import io.countersign.approvals.submission.RequestRevision;
import io.countersign.approvals.submission.RequestingApproval;
import io.countersign.approvals.view.DecisionWait;
import io.countersign.approvals.view.RequestLists;
import io.countersign.approvals.view.RequestSubscriptions;
import io.countersign.approvals.view.RequestViews;
import io.countersign.kernel.AnyCaller;
import io.countersign.kernel.CanonicalJson;
import io.countersign.kernel.Page;
import io.countersign.kernel.PageRequest;
import io.countersign.kernel.Refusal;
import io.countersign.kernel.ServerOnly;
import io.countersign.security.Actor;
import io.countersign.security.Credential;
import io.countersign.security.Person;
import io.countersign.security.Scopes;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Requests for approval and decisions: the façade that every channel (REST, MCP, console, Slack, Teams, e-mail links,
 * Java) uses. Each method that takes a caller checks the caller's scope first, then whose the request is. All methods
 * throw {@link io.countersign.kernel.Refusal}, which rolls the transaction back.
 */
@Stateless
public class Approvals {

    private final RequestingApproval asking;
    private final DecisionHandler deciding;
    private final DecisionRetry attempts;
    private final DecisionTokens tokens;
    private final RequestCancellation cancelling;
    private final RequestRevision revising;
    private final EmergencyReview reviewing;
    private final RequestRepository requests;
    private final RequestViews views;
    private final RequestLists inbox;
    private final Eligibility standings;
    private final DecisionWait waiting;
    private final RequestSubscriptions followers;
    private final Visibility visibility;
    private final Clock clock;

    @Inject
    Approvals(
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
        this.asking = asking;
        this.deciding = deciding;
        this.attempts = attempts;
        this.tokens = tokens;
        this.cancelling = cancelling;
        this.revising = revising;
        this.reviewing = reviewing;
        this.requests = requests;
        this.views = views;
        this.inbox = inbox;
        this.standings = standings;
        this.waiting = waiting;
        this.followers = followers;
        this.visibility = visibility;
        this.clock = clock;
    }

    /** For the container's proxy only. */
    @SuppressWarnings("NullAway")
    public Approvals() {
        this(null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    /**
     * Stores a request in the caller's transaction, or agrees at once when a policy says so. Refused with FORBIDDEN for an asker
     * without {@code workflows:execute}, and with VALIDATION_ERROR when the people it needs do not exist, naming who is missing.
     */
    public SubmissionResult ask(ApprovalRequestSpec ask) {
        ask.requester().requireScope(Scopes.WORKFLOWS_EXECUTE);
        return asking.ask(ask);
    }

    /**
     * Whether a policy about a secret, a host, an integration or an action wants people's agreement, although the asker itself
     * would not have to ask.
     */
    @ServerOnly("execution, before it asks")
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public boolean isRequiredByPolicy(ApprovalRequestSpec ask) {
        return asking.isRequiredByPolicy(ask);
    }

    /**
     * One person's decision over REST or the console: of who is asked, or has the scope {@code approvals:write}.
     *
     * @param comment required for a rejection
     * @param digestSeen the arguments' digest that was shown to the decider; CONFLICT when it is another one now, and when
     *     it is null though the request was revised since it was asked
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public RequestView decide(
            UUID id,
            Verdict verdict,
            @Nullable String comment,
            @Nullable String digestSeen,
            Actor by,
            Channel channel) {
        return decide(id, verdict, comment, digestSeen, null, by, channel);
    }

    /**
     * The same.
     *
     * @param ifMatch the entity tag of what was shown to the decider; CONFLICT when the request has changed since; with one,
     *     no digest is needed
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public RequestView decide(
            UUID id,
            Verdict verdict,
            @Nullable String comment,
            @Nullable String digestSeen,
            @Nullable String ifMatch,
            Actor by,
            Channel channel) {
        by.requireDecider();
        DecisionInput decisionInput = new DecisionInput(verdict, comment, digestSeen);
        return attempts.decide(
                id,
                by.userName(),
                by.credential(),
                verdict,
                channel,
                () -> deciding.concerned(id, by.person()),
                () -> deciding.byActor(id, decisionInput, ifMatch, by, channel));
    }

    /**
     * The decision of a person whom another channel (Slack, Teams) has identified by its own signature and mapping.
     *
     * @param person the person's id
     * @param credential the account by which the channel knows the person
     * @param digestSeen the arguments' digest that the channel's message showed; CONFLICT when it is another one now, and
     *     when a channel that cannot tell wants to decide a request that was revised since it was asked
     */
    @ServerOnly("notify, which has checked the channel's signature and whose the account is")
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public RequestView decideAs(
            Person person,
            UUID id,
            Verdict verdict,
            @Nullable String comment,
            @Nullable String digestSeen,
            Channel channel,
            Credential credential) {
        DecisionInput decisionInput = new DecisionInput(verdict, comment, digestSeen);
        return attempts.decide(
                id,
                person.userName(),
                credential,
                verdict,
                channel,
                () -> deciding.concerned(id, person.id()),
                () -> deciding.byPerson(id, decisionInput, person.id(), channel, credential));
    }

    /**
     * The decision of whoever holds a token. A wrong, spent or unknown one is always the same FORBIDDEN.
     *
     * @param address the network address that it came from, null when not known
     */
    @AnyCaller("the token gives the right")
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public RequestView decideByToken(
            UUID id, String token, Verdict verdict, @Nullable String comment, @Nullable String address) {
        DecisionInput decisionInput = new DecisionInput(verdict, comment, null);
        Credential credential = Credential.of(Credential.Kind.LINK, null).from(address);
        return attempts.decide(
                id,
                null,
                credential,
                verdict,
                Channel.TOKEN,
                () -> deciding.concernedByToken(id, token),
                () -> deciding.byToken(id, decisionInput, token, address));
    }

    /**
     * What the holder of a token may see; empty for a wrong or spent one, whether or not the request exists, and for that of a
     * person who has left or is not asked any more.
     */
    @AnyCaller("the token gives the right")
    public Optional<TokenPage> tokenPage(UUID id, String token) {
        Instant now = now();
        TokenRow stored = tokens.good(id, token, now).orElse(null);
        if (stored == null) {
            return Optional.empty();
        }
        RequestRow row = requests.require(id);
        boolean decides = stored.person != null || deciding.channelCounts(row);
        return stored.person == null || standings.isAsked(stored.person, row, now)
                ? Optional.of(new TokenPage(
                        views.whole(row, now), views.agreement(row), stored.person, stored.channel, decides))
                : Optional.empty();
    }

    /**
     * A fresh personal token, for delivery to that person only; nothing but its hash is stored. Called by notify.
     *
     * @param person the person's id
     */
    @ServerOnly("notify, for a message to that person")
    public String mintPersonalToken(UUID id, String person) {
        return tokens.mint(requests.require(id), person, null, now());
    }

    /**
     * A fresh token for a channel's message. Its link shows the request; it decides only where the operator lets such links
     * decide, the rule is {@code manual} without roles and the risk low or medium. Called by notify.
     */
    @ServerOnly("notify, for a message to that channel")
    public String mintChannelToken(UUID id, String channel) {
        return tokens.mint(requests.require(id), null, channel, now());
    }

    /** Cancels a pending request; allowed for its requester and admins. */
    public RequestView cancel(UUID id, String reason, Actor by) {
        return cancel(id, reason, null, by);
    }

    /** The same; CONFLICT when the entity tag is no longer the request's. */
    public RequestView cancel(UUID id, String reason, @Nullable String ifMatch, Actor by) {
        by.requireAnyScope(Scopes.WORKFLOWS_EXECUTE, Scopes.APPROVALS_WRITE);
        RequestRow row = cancelling.cancel(id, reason, ifMatch, by);
        requests.flush();
        return views.whole(row, by, now());
    }

    /** Whether the caller may cancel the request while it is pending. */
    public boolean mayCancel(RequestView request, Actor by) {
        return by.hasAnyScope(Scopes.WORKFLOWS_EXECUTE, Scopes.APPROVALS_WRITE)
                && RequestCancellation.mayCancel(by, request.requester(), request.organizationId());
    }

    /**
     * Cancels every pending request of a workflow whose code, gate or risk changed or that may no longer run, in the
     * caller's transaction; answers how many. Requests already approved whose run has not begun are for execution to stop.
     */
    @ServerOnly("workflows, whose edit has been permitted")
    public int cancelForWorkflow(UUID workflowId, String reason) {
        return cancelling.cancelForWorkflow(workflowId, reason);
    }

    /**
     * Cancels a request if it is still pending, because what was asked about is not what it was, in the caller's transaction;
     * answers whether it was pending. For gateway.
     */
    @ServerOnly("gateway: what was asked about has changed")
    public boolean cancelPending(UUID id, String reason) {
        return cancelling.cancelPending(id, reason);
    }

    /**
     * Cancels a request that the caller's own transaction has created and that is outdated before anybody could see it.
     */
    @ServerOnly("execution, in the transaction that asked")
    public void cancelOutdated(UUID id, String reason) {
        cancelling.cancelOwn(id, reason);
    }

    /**
     * Revises the inputs of a pending request. Earlier votes and links become void, and the reviser can no longer
     * approve it.
     */
    public RequestView revise(UUID id, Revision revision, Actor by) {
        return revise(id, revision, null, by);
    }

    /** The same; CONFLICT when the entity tag is no longer the request's. */
    public RequestView revise(UUID id, Revision revision, @Nullable String ifMatch, Actor by) {
        by.requireAnyScope(Scopes.APPROVALS_WRITE, Scopes.WORKFLOWS_EXECUTE);
        RequestRow row = revising.revise(id, revision, ifMatch, by);
        requests.flush();
        // as the server sees it: whoever revises never counts, and no lender need be looked up under the lock
        return views.whole(row, now());
    }

    /** The review of an emergency approval by another person than the decider and the requester. */
    public RequestView review(UUID id, boolean justified, String comment, Actor by) {
        by.requireDecider();
        RequestRow row = reviewing.review(id, justified, comment, by);
        requests.flush();
        return views.whole(row, by, now());
    }

    /** Whether the review of an approved emergency is due and open to this viewer. */
    public boolean mayReview(UUID id, Actor viewer) {
        viewer.requireDecider();
        RequestRow row = requests.require(id);
        visibility.require(viewer, row);
        return row.reviewDueAt != null && row.reviewedAt == null && reviewing.mayReview(row, viewer);
    }

    /** One request as the viewer sees it; NOT_FOUND also for what the viewer may not see. */
    public RequestView get(UUID id, Actor viewer) {
        Visibility.requireReader(viewer);
        RequestRow row = requests.require(id);
        visibility.require(viewer, row);
        standings.prepare(viewer);
        return views.whole(row, viewer, now());
    }

    /** The user names of people who may still decide a request, sorted; for whoever may read it. */
    public List<String> eligibleNames(UUID id, Actor viewer) {
        Visibility.requireReader(viewer);
        visibility.require(viewer, requests.require(id));
        return eligible(id).stream().map(Person::userName).sorted().toList();
    }

    /** One request as the server sees it, without a viewer: for notifications and events. */
    @ServerOnly("notify and events")
    public RequestView show(UUID id) {
        return views.whole(requests.require(id), now());
    }

    /**
     * What people agree to with a request, whole, beside what they agreed to last; NOT_FOUND for what the viewer may not see.
     * Whoever sees only requests of their own is not told of other people's inputs and reasons.
     */
    public AgreementView agreement(UUID id, Actor viewer) {
        Visibility.requireReader(viewer);
        RequestRow row = requests.require(id);
        visibility.require(viewer, row);
        AgreementView all = views.agreement(row);
        return Visibility.seesOthers(viewer)
                ? all
                : new AgreementView(
                        all.document(), all.sha256(), all.comparison().ofTerms());
    }

    /** The same as the server sees it: for notifications. */
    @ServerOnly("notify, for its messages")
    public AgreementView agreement(UUID id) {
        return views.agreement(requests.require(id));
    }

    /** The requests that the viewer may see, newest first. */
    public Page<RequestView> list(RequestQuery query, Actor viewer, PageRequest page) {
        Visibility.requireReader(viewer);
        return inbox.list(query, viewer, page, now());
    }

    /** The same as {@link #whenDecided(UUID, Runnable)} for who may see the request; NOT_FOUND for others. */
    public AutoCloseable whenDecided(UUID id, Actor viewer, Runnable callback) {
        Visibility.requireReader(viewer);
        visibility.require(viewer, requests.require(id));
        return waiting.whenDecided(id, callback);
    }

    /**
     * Calls back once, soon after the request has ended, on a thread that must not be held; never for a request that does
     * not exist. Closing the answer forgets the callback.
     */
    @ServerOnly("Java code of the platform that has asked")
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public AutoCloseable whenDecided(UUID id, Runnable callback) {
        return waiting.whenDecided(id, callback);
    }

    /**
     * Calls back whenever something has happened on this node to requests that the viewer may see: asked, voted on, revised,
     * escalated, ended. What happens within a moment is told once, some 300 ms after the first commit, and no id with it: the
     * listener looks again with the viewer's own rights. The callback must not hold its thread, which tells the others too.
     * Closing the answer forgets it. FORBIDDEN for who may see no request at all.
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public AutoCloseable follow(Actor viewer, Runnable changed) {
        Visibility.requireReader(viewer);
        return followers.add(viewer, changed);
    }

    /** Notes the one run that an approved request led to; CONFLICT when it has another one. Called by execution. */
    @ServerOnly("execution, when the agreed run is queued")
    public void attachRun(UUID requestId, UUID runId) {
        RequestRow row = requests.lock(requestId);
        if (row.runId != null && !row.runId.equals(runId)) {
            throw Refusal.conflict(row.requestNumber + " has led to another run already");
        }
        row.runId = runId;
    }

    /** People who may still decide a pending request, for notifying them: never the requester, never who has voted. */
    @ServerOnly("notify, to tell those who decide")
    public List<Person> eligible(UUID id) {
        Instant now = now();
        RequestRow row = requests.require(id);
        return row.statusAt(now) == Status.PENDING ? standings.eligible(row, requests.votes(row), now) : List.of();
    }

    /** Whom an escalation step (counted from 0) of a pending request notifies; nobody once the request has ended. */
    @ServerOnly("notify, to tell those who decide")
    public EscalationTargets escalationTargets(UUID id, int step) {
        RequestRow row = requests.require(id);
        List<EscalationStep> steps = EscalationSteps.of(row);
        return row.statusAt(now()) == Status.PENDING && step >= 0 && step < steps.size()
                ? standings.targets(row, steps.get(step))
                : new EscalationTargets(List.of(), null);
    }

    /** Whether the outcome is posted to a callback URL of the requester. Called by notify. */
    @ServerOnly("notify")
    public boolean callsBack(UUID id) {
        return requests.require(id).callbackUrl != null;
    }

    /** Whether this person agreed to the request as it is now, in their own name or in another's. For execution. */
    @ServerOnly("execution, to judge who stops a run")
    public boolean hasAgreed(UUID id, String person) {
        return requests.votes(requests.require(id)).stream()
                .filter(vote -> vote.verdict == Verdict.APPROVE)
                .anyMatch(vote -> person.equals(vote.person) || person.equals(vote.delegate));
    }

    /**
     * Whether people agreed to the request as it is now, and none of these took part: neither in their own name nor in another's,
     * nor by having made the key that was used. For workflows.
     */
    @ServerOnly("workflows, before it carries out an agreed change")
    public boolean isAgreedWithout(UUID id, Set<String> people) {
        List<VoteRow> votes = requests.votes(requests.require(id)).stream()
                .filter(vote -> vote.verdict == Verdict.APPROVE && vote.voidedAt == null)
                .filter(vote -> vote.channel != Channel.POLICY)
                .toList();
        return !votes.isEmpty() && votes.stream().allMatch(vote -> Collections.disjoint(vote.people(), people));
    }

    /** What was approved, for the executor to compare and run. */
    @ServerOnly("execution, to compare what runs with what was agreed to")
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public FrozenArguments approvedArguments(UUID id) {
        return frozen(requests.require(id));
    }

    /**
     * Like {@link #ask}, under an id of the asker's own and in a transaction of its own, so that the asker may wait for the
     * decision. CONFLICT when the id is taken.
     */
    @ServerOnly("Java code of the platform, which states its own permissions")
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public SubmissionResult askAlone(ApprovalRequestSpec ask, String requestNumber) {
        if (!RequestNumbers.isValid(requestNumber)) {
            throw Refusal.invalid("request_id", "must have 1 to 100 letters, digits, dots, dashes or underscores");
        }
        if (requests.byNumber(requestNumber).isPresent()) {
            throw Refusal.conflict(requestNumber + " is taken");
        }
        return asking.ask(ask, requestNumber);
    }

    /** The request with that number. */
    @ServerOnly("Java code of the platform, which knows requests by number")
    public Optional<UUID> idOf(String requestNumber) {
        return requests.byNumber(requestNumber).map(row -> row.id);
    }

    /**
     * The decision of platform code where nobody is logged in: refused unless an enabled policy of kind auto agrees to such
     * requests and the request asks for no particular people.
     */
    @ServerOnly("Java code of the platform where nobody is logged in; a policy decides")
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public RequestView decideBySystem(UUID id, Verdict verdict, @Nullable String comment) {
        DecisionInput decisionInput = new DecisionInput(verdict, comment, null);
        return attempts.decide(
                id,
                "system",
                Credential.SERVER,
                verdict,
                Channel.JAVA,
                Set::of,
                () -> deciding.bySystem(id, decisionInput));
    }

    private static FrozenArguments frozen(RequestRow row) {
        return new FrozenArguments(
                row.id,
                row.status,
                row.workflowId,
                row.codeVersion,
                row.codeSha256,
                CanonicalJson.parseObject(row.arguments),
                row.argumentsSha256,
                CanonicalJson.parseObject(row.triggerContext));
    }

    private Instant now() {
        return Micros.micros(clock.instant());
    }
}
