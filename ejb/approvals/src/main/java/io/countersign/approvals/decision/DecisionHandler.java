package io.countersign.approvals.decision;

import io.countersign.approvals.ApprovalSettings;
import io.countersign.approvals.ApprovalType;
import io.countersign.approvals.Channel;
import io.countersign.approvals.RequestDecided;
import io.countersign.approvals.RequestView;
import io.countersign.approvals.Status;
import io.countersign.approvals.VoteCast;
import io.countersign.approvals.eligibility.CallerResolver;
import io.countersign.approvals.eligibility.Visibility;
import io.countersign.approvals.policy.PolicyRepository;
import io.countersign.approvals.policy.PolicySubjects;
import io.countersign.approvals.request.ApprovalAudit;
import io.countersign.approvals.request.OrganizationDirectory;
import io.countersign.approvals.request.PersonLookup;
import io.countersign.approvals.request.RequestRepository;
import io.countersign.approvals.request.RequestRow;
import io.countersign.approvals.request.StoredFacts;
import io.countersign.approvals.rules.DecisionCaller;
import io.countersign.approvals.rules.DecisionInput;
import io.countersign.approvals.rules.DecisionResult;
import io.countersign.approvals.rules.EligibleApprovers;
import io.countersign.approvals.rules.PolicyEvaluator;
import io.countersign.approvals.rules.RequestFacts;
import io.countersign.approvals.rules.Rulebook;
import io.countersign.approvals.rules.Vote;
import io.countersign.approvals.storage.Micros;
import io.countersign.approvals.view.Refusals;
import io.countersign.approvals.view.RequestViews;
import io.countersign.approvals.view.ViewedRequest;
import io.countersign.security.Actor;
import io.countersign.security.Credential;
import io.countersign.security.Directory;
import io.countersign.security.OrganizationScope;
import io.countersign.security.Person;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One decision, in one transaction: lock the row, ask the rules, store the vote, end the request if that was the last one
 * needed. Every channel ends up in {@link #cast}. Who somebody is is asked before the lock: the directory may have to ask
 * Keycloak, and a crowd may be waiting for the row.
 */
@ApplicationScoped
public class DecisionHandler {

    private static final Duration REVIEW_WITHIN = Duration.ofHours(24);

    private static final String SYSTEM = "system";
    /** So much of a link's digest says which link it was, and helps nobody to guess it. */
    private static final int TOKEN_SHOWN = 12;

    private final RequestRepository requests;
    private final Votes votes;
    private final Visibility visibility;
    private final DecisionTokens tokens;
    private final StoredFacts facts;
    private final CallerResolver callers;
    private final RequestViews views;
    private final PolicyRepository policies;
    private final ApprovalSettings settings;
    private final Directory directory;
    private final ApprovalAudit trail;
    private final Clock clock;
    private final Event<VoteCast> voted;
    private final Event<RequestDecided> decided;

    @Inject
    public DecisionHandler(
            RequestRepository requests,
            Votes votes,
            Visibility visibility,
            DecisionTokens tokens,
            StoredFacts facts,
            CallerResolver callers,
            RequestViews views,
            PolicyRepository policies,
            ApprovalSettings settings,
            Directory directory,
            ApprovalAudit trail,
            Clock clock,
            Event<VoteCast> voted,
            Event<RequestDecided> decided) {
        this.requests = requests;
        this.votes = votes;
        this.visibility = visibility;
        this.tokens = tokens;
        this.facts = facts;
        this.callers = callers;
        this.views = views;
        this.policies = policies;
        this.settings = settings;
        this.directory = directory;
        this.trail = trail;
        this.clock = clock;
        this.voted = voted;
        this.decided = decided;
    }

    /** For the container's proxy only. */
    @SuppressWarnings("NullAway")
    protected DecisionHandler() {
        this(null, null, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    /** Somebody who has authenticated here. */
    @Transactional
    public RequestView byActor(
            UUID id, DecisionInput decisionInput, @Nullable String ifMatch, Actor by, Channel channel) {
        PersonLookup known = known(id, by.person());
        RequestRow row = requests.lock(id);
        visibility.require(by, row);
        Instant now = now();
        boolean stranger = !row.isWithin(OrganizationScope.of(by)) || !callers.isThere(by, known);
        if (stranger && by.kind() == Actor.Kind.HUMAN && !row.statusAt(now).terminal()) {
            throw Refusals.of(DecisionResult.Reason.NOT_ELIGIBLE, row, decisionInput.verdict());
        }
        DecisionCaller caller = callers.voter(by, known, now).toward(row);
        cast(
                row,
                caller,
                ViewedRequest.told(decisionInput, ifMatch, row),
                new DecisionOrigin(channel, by.credential(), known),
                now);
        requests.flush();
        return views.whole(row, by, known, now);
    }

    /** Somebody whom another channel has identified. */
    @Transactional
    public RequestView byPerson(
            UUID id, DecisionInput decisionInput, String personId, Channel channel, Credential credential) {
        PersonLookup known = known(id, personId);
        RequestRow row = requests.lock(id);
        Instant now = now();
        Person person = known.person(personId)
                .filter(new OrganizationDirectory(directory, row)::belongs)
                .orElseThrow(() -> Refusals.of(DecisionResult.Reason.NOT_ELIGIBLE, row, decisionInput.verdict()));
        DecisionCaller caller = callers.voter(person, known, now).toward(row);
        cast(
                row,
                caller,
                ViewedRequest.told(decisionInput, null, row),
                new DecisionOrigin(channel, credential, known),
                now);
        requests.flush();
        return views.whole(row, known, now);
    }

    /** Whether the link in a channel's message decides this request. */
    public boolean channelCounts(RequestRow row) {
        return EligibleApprovers.channelCounts(facts.of(row), settings.linksDecide());
    }

    /** Everybody whom a decision may concern, to be looked up before it: who decides, who has lent them a vote, who has voted. */
    @Transactional
    public Set<String> concerned(UUID id, @Nullable String decider) {
        Set<String> people = new LinkedHashSet<>(requests.votersOn(id));
        if (decider != null) {
            people.add(decider);
            people.addAll(callers.lendersTo(decider, now()));
        }
        return people;
    }

    /** The same, where whoever holds the link decides. */
    @Transactional
    public Set<String> concernedByToken(UUID id, String token) {
        return tokens.good(id, token, now())
                .map(stored -> concerned(id, stored.person))
                .orElse(Set.of());
    }

    /** What was found out about them just now, before the transaction began: nothing is asked in it. */
    private PersonLookup known(UUID id, @Nullable String decider) {
        return PersonLookup.of(concerned(id, decider), directory::known);
    }

    /** Whoever holds the link. The token is looked at before the lock and used up under it. */
    @Transactional
    public RequestView byToken(UUID id, DecisionInput decisionInput, String token, @Nullable String address) {
        TokenRow stored = tokens.good(id, token, now()).orElseThrow(Refusals::token);
        PersonLookup known = known(id, stored.person);
        RequestRow row = requests.lock(id);
        Instant now = now();
        if (row.revision != stored.revision) {
            throw Refusals.token();
        }
        Credential credential = Credential.of(Credential.Kind.LINK, stored.tokenHash.substring(0, TOKEN_SHOWN))
                .from(address);
        cast(
                row,
                holder(stored, known, row, now),
                decisionInput,
                new DecisionOrigin(Channel.TOKEN, credential, known),
                now);
        if (!tokens.spend(stored, now)) {
            throw Refusals.token();
        }
        requests.flush();
        return views.whole(row, known, now);
    }

    /** The platform's own code: only where a policy agrees to such requests anyway. */
    @Transactional
    public RequestView bySystem(UUID id, DecisionInput decisionInput) {
        RequestRow row = requests.lock(id);
        Instant now = now();
        DecisionOrigin hand = new DecisionOrigin(Channel.POLICY, Credential.SERVER, PersonLookup.NOBODY);
        cast(row, houseRules(row), ViewedRequest.told(decisionInput, null, row), hand, now);
        requests.flush();
        return views.whole(row, PersonLookup.NOBODY, now);
    }

    private DecisionCaller houseRules(RequestRow row) {
        if (row.policy != null) {
            // a policy has said who agrees, and another one does not agree in their place
            return new DecisionCaller.Agent(SYSTEM);
        }
        return policies.enabled().stream()
                .filter(policy -> PolicyEvaluator.agrees(policy, PolicySubjects.subject(row)))
                .findFirst()
                .<DecisionCaller>map(policy -> new DecisionCaller.PolicyCaller(policy.name()))
                .orElseGet(() -> new DecisionCaller.Agent(SYSTEM));
    }

    private DecisionCaller holder(TokenRow stored, PersonLookup known, RequestRow row, Instant now) {
        if (stored.person == null) {
            return new DecisionCaller.ChannelHolder(
                    Objects.requireNonNullElse(stored.channel, ""), settings.linksDecide());
        }
        Person person = known.person(stored.person)
                .filter(new OrganizationDirectory(directory, row)::belongs)
                .orElseThrow(Refusals::token);
        return callers.voter(person, known, now).toward(row);
    }

    /** Whoever was shown the whole agreement document has been shown its arguments. */
    private DecisionInput ofArguments(DecisionInput decisionInput, RequestRow row) {
        String seen = decisionInput.digestSeen();
        return seen != null && !seen.equals(row.argumentsSha256) && seen.equals(facts.agreementSha256(row))
                ? new DecisionInput(decisionInput.verdict(), decisionInput.comment(), row.argumentsSha256)
                : decisionInput;
    }

    private void cast(
            RequestRow row, DecisionCaller caller, DecisionInput decisionInput, DecisionOrigin hand, Instant now) {
        RequestFacts seen = facts.of(row);
        List<Vote> cast = votes.counting(row, seen, hand.known(), now);
        DecisionResult ruling = Rulebook.judge(seen, cast, caller, ofArguments(decisionInput, row), now);
        if (ruling instanceof DecisionResult.Refused refused) {
            throw Refusals.of(refused.reason(), row, decisionInput.verdict());
        }
        if (ruling instanceof DecisionResult.Counted counted) {
            votes.store(row, counted.standing(), decisionInput, hand, now);
            voted.fire(new VoteCast(row.id));
        }
        if (ruling instanceof DecisionResult.Settled settled) {
            votes.store(row, settled.standing(), decisionInput, hand, now);
            settle(row, settled, decisionInput, hand, now);
        }
    }

    private void settle(
            RequestRow row,
            DecisionResult.Settled settled,
            DecisionInput decisionInput,
            DecisionOrigin hand,
            Instant now) {
        row.settle(settled.status(), decisionInput.comment(), now);
        if (row.approvalType == ApprovalType.EMERGENCY && settled.status() == Status.APPROVED) {
            row.decider = DecisionOrigin.of(settled.standing());
            row.reviewDueAt = now.plus(REVIEW_WITHIN);
        }
        trail.of(
                hand.nameOf(DecisionOrigin.of(settled.standing())),
                "approval." + settled.status(),
                row,
                hand.details(settled.standing(), decisionInput));
        decided.fire(new RequestDecided(row.id, row.kind, row.status));
    }

    private Instant now() {
        return Micros.micros(clock.instant());
    }
}
