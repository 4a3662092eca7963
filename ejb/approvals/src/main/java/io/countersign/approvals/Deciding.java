package io.countersign.approvals;

import io.countersign.approvals.rules.Ballot;
import io.countersign.approvals.rules.Caller;
import io.countersign.approvals.rules.Governance;
import io.countersign.approvals.rules.Rulebook;
import io.countersign.approvals.rules.Ruling;
import io.countersign.approvals.rules.Vote;
import io.countersign.audit.CanonicalJson;
import io.countersign.security.Actor;
import io.countersign.security.Directory;
import io.countersign.security.Person;
import io.countersign.security.Scopes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One decision, in one transaction: lock the row, ask the rules, store the vote, end the request if that was the last one
 * needed. Every channel ends up in {@link #cast}. Who somebody is is asked before the lock: the directory may have to ask
 * Keycloak, and a crowd may be waiting for the row.
 */
@ApplicationScoped
class Deciding {

    private static final Duration REVIEW_WITHIN = Duration.ofHours(24);

    private static final String SYSTEM = "system";

    private final Requests requests;
    private final DecisionTokens tokens;
    private final Facts facts;
    private final Callers callers;
    private final Views views;
    private final PolicyBook policies;
    private final Directory directory;
    private final Trail trail;
    private final Clock clock;
    private final Event<VoteCast> voted;
    private final Event<RequestDecided> decided;

    @Inject
    Deciding(
            Requests requests,
            DecisionTokens tokens,
            Facts facts,
            Callers callers,
            Views views,
            PolicyBook policies,
            Directory directory,
            Trail trail,
            Clock clock,
            Event<VoteCast> voted,
            Event<RequestDecided> decided) {
        this.requests = requests;
        this.tokens = tokens;
        this.facts = facts;
        this.callers = callers;
        this.views = views;
        this.policies = policies;
        this.directory = directory;
        this.trail = trail;
        this.clock = clock;
        this.voted = voted;
        this.decided = decided;
    }

    /** For the container's proxy only. */
    @SuppressWarnings("NullAway")
    protected Deciding() {
        this(null, null, null, null, null, null, null, null, null, null, null);
    }

    /** Somebody who has authenticated here. */
    @Transactional
    public RequestView byActor(UUID id, Ballot ballot, @Nullable String ifMatch, Actor by, Channel channel) {
        by.requireScope(Scopes.APPROVALS_WRITE);
        Known lenders = callers.lendersTo(by.name(), now());
        RequestRow row = requests.lock(id);
        Visibility.require(by, row);
        Instant now = now();
        cast(row, callers.voter(by, lenders, now).toward(row), Seen.told(ballot, ifMatch, row), channel, now);
        requests.flush();
        return views.whole(row, by, lenders, now);
    }

    /** Somebody whom another channel has identified. */
    @Transactional
    public RequestView byPerson(UUID id, Ballot ballot, String userName, Channel channel) {
        Optional<Person> known = directory.person(userName);
        Known lenders = lendersTo(known);
        RequestRow row = requests.lock(id);
        Instant now = now();
        Person person = known.filter(new People(directory, row.organizationId)::belongs)
                .orElseThrow(() -> Refusals.of(Ruling.Reason.NOT_ELIGIBLE, row, ballot.verdict()));
        cast(row, callers.voter(person, lenders, now).toward(row), Seen.told(ballot, null, row), channel, now);
        requests.flush();
        return views.whole(row, now);
    }

    private Known lendersTo(Optional<Person> person) {
        Instant now = now();
        return person.map(found -> callers.lendersTo(found.userName(), now)).orElse(name -> Optional.empty());
    }

    /** Whoever holds the link. The token is looked at before the lock and used up under it. */
    @Transactional
    public RequestView byToken(UUID id, Ballot ballot, String token) {
        TokenRow stored = tokens.good(id, token, now()).orElseThrow(Refusals::token);
        Optional<Person> known = stored.person == null ? Optional.empty() : directory.person(stored.person);
        Known lenders = lendersTo(known);
        RequestRow row = requests.lock(id);
        Instant now = now();
        if (row.revision != stored.revision) {
            throw Refusals.token();
        }
        cast(row, holder(stored, known, lenders, row, now), ballot, Channel.TOKEN, now);
        if (!tokens.spend(stored, now)) {
            throw Refusals.token();
        }
        requests.flush();
        return views.whole(row, now);
    }

    /** The platform's own code: only where a policy agrees to such requests anyway. */
    @Transactional
    public RequestView bySystem(UUID id, Ballot ballot) {
        RequestRow row = requests.lock(id);
        Instant now = now();
        cast(row, houseRules(row), Seen.told(ballot, null, row), Channel.POLICY, now);
        requests.flush();
        return views.whole(row, now);
    }

    private Caller houseRules(RequestRow row) {
        if (row.policy != null) {
            // a policy has said who agrees, and another one does not agree in their place
            return new Caller.Agent(SYSTEM);
        }
        return policies.enabled().stream()
                .filter(policy -> Governance.agrees(policy, Governed.subject(row)))
                .findFirst()
                .<Caller>map(policy -> new Caller.HouseRule(policy.name()))
                .orElseGet(() -> new Caller.Agent(SYSTEM));
    }

    private Caller holder(TokenRow stored, Optional<Person> known, Known lenders, RequestRow row, Instant now) {
        if (stored.person == null) {
            return new Caller.ChannelHolder(Objects.requireNonNullElse(stored.channel, ""));
        }
        Person person =
                known.filter(new People(directory, row.organizationId)::belongs).orElseThrow(Refusals::token);
        return callers.voter(person, lenders, now).toward(row);
    }

    /** Whoever was shown the whole agreement document has been shown its arguments. */
    private Ballot ofArguments(Ballot ballot, RequestRow row) {
        String seen = ballot.digestSeen();
        return seen != null && !seen.equals(row.argumentsSha256) && seen.equals(facts.agreementSha256(row))
                ? new Ballot(ballot.verdict(), ballot.comment(), row.argumentsSha256)
                : ballot;
    }

    private void cast(RequestRow row, Caller caller, Ballot ballot, Channel channel, Instant now) {
        List<Vote> votes = row.approvalsGiven + row.rejectionsGiven > 0 ? Facts.of(requests.votes(row)) : List.of();
        Ruling ruling = Rulebook.judge(facts.of(row), votes, caller, ofArguments(ballot, row), now);
        if (ruling instanceof Ruling.Refused refused) {
            throw Refusals.of(refused.reason(), row, ballot.verdict());
        }
        if (ruling instanceof Ruling.Counted counted) {
            store(row, counted.standing(), ballot, channel, now);
            voted.fire(new VoteCast(row.id));
        }
        if (ruling instanceof Ruling.Settled settled) {
            store(row, settled.standing(), ballot, channel, now);
            settle(row, settled, ballot, channel, now);
        }
    }

    private void store(RequestRow row, Ruling.Standing standing, Ballot ballot, Channel channel, Instant now) {
        VoteRow vote = new VoteRow();
        vote.requestId = row.id;
        vote.revision = row.revision;
        vote.person = standing.vote().person();
        vote.delegate = standing.vote().delegate();
        vote.verdict = ballot.verdict();
        vote.roles = CanonicalJson.write(new TreeSet<>(standing.vote().roles()));
        vote.role = standing.role();
        vote.comment = ballot.comment();
        vote.channel = channel;
        vote.decidedAt = now;
        requests.add(vote);
        if (ballot.verdict() == Verdict.APPROVE) {
            row.approvalsGiven++;
        } else {
            row.rejectionsGiven++;
        }
        trail.of(hand(standing), "approval.vote_cast", row, details(standing, ballot, channel));
    }

    private void settle(RequestRow row, Ruling.Settled settled, Ballot ballot, Channel channel, Instant now) {
        row.settle(settled.status(), ballot.comment(), now);
        if (row.approvalType == ApprovalType.EMERGENCY && settled.status() == Status.APPROVED) {
            row.decider = hand(settled.standing());
            row.reviewDueAt = now.plus(REVIEW_WITHIN);
        }
        trail.of(
                hand(settled.standing()),
                "approval." + settled.status(),
                row,
                details(settled.standing(), ballot, channel));
        decided.fire(new RequestDecided(row.id, row.kind, row.status));
    }

    /** The human who acted. */
    private static String hand(Ruling.Standing standing) {
        String delegate = standing.vote().delegate();
        return delegate == null ? standing.vote().person() : delegate;
    }

    private static Map<String, Object> details(Ruling.Standing standing, Ballot ballot, Channel channel) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("decision", ballot.verdict().toString());
        details.put("approver", standing.vote().person());
        details.put("channel", channel.toString());
        if (standing.role() != null) {
            details.put("role", standing.role());
        }
        if (standing.vote().delegate() != null) {
            details.put("decided_by", standing.vote().delegate());
        }
        if (ballot.comment() != null) {
            details.put("comment", ballot.comment());
        }
        return details;
    }

    private Instant now() {
        return Times.micros(clock.instant());
    }
}
