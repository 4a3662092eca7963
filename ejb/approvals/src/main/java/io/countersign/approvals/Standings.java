package io.countersign.approvals;

import io.countersign.approvals.rules.Ballot;
import io.countersign.approvals.rules.Caller;
import io.countersign.approvals.rules.RequestFacts;
import io.countersign.approvals.rules.Rulebook;
import io.countersign.approvals.rules.Ruling;
import io.countersign.security.Actor;
import io.countersign.security.Directory;
import io.countersign.security.Person;
import io.countersign.security.Purview;
import io.countersign.security.Scopes;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who may decide a request right now, answered by asking the rules what they would say to an approval. */
@Dependent
class Standings {

    private static final Ballot TRIAL = new Ballot(Verdict.APPROVE, null, null);

    private final Callers callers;
    private final Facts facts;
    private final Directory directory;
    private final DelegationBook delegations;

    @Inject
    Standings(Callers callers, Facts facts, Directory directory, DelegationBook delegations) {
        this.callers = callers;
        this.facts = facts;
        this.directory = directory;
        this.delegations = delegations;
    }

    /** A viewer towards many requests. */
    final class Viewer {
        private final Actor actor;
        private final Callers.Voter voter;
        private final Instant now;

        private Viewer(Actor actor, Callers.Voter voter, Instant now) {
            this.actor = actor;
            this.voter = voter;
            this.now = now;
        }

        boolean mayDecide(RequestRow row, RequestFacts seen, List<VoteRow> votes) {
            return actor.kind() == Actor.Kind.HUMAN
                    && actor.hasScope(Scopes.APPROVALS_WRITE)
                    && Purview.of(actor).covers(row.organizationId)
                    && accepts(seen, votes, voter.toward(row), now);
        }
    }

    /** How old the knowledge is by which people may decide; told without asking anybody anew. */
    @Nullable
    Instant directoryAsOf() {
        return directory.glimpse().asOf();
    }

    Viewer viewer(Actor actor, Instant now) {
        return new Viewer(actor, callers.voter(actor, now), now);
    }

    /** The same, whose lenders were looked up before. */
    Viewer viewer(Actor actor, Known lenders, Instant now) {
        return new Viewer(actor, callers.voter(actor, lenders, now), now);
    }

    private static boolean accepts(RequestFacts seen, List<VoteRow> votes, Caller caller, Instant now) {
        return !(Rulebook.judge(seen, Facts.of(votes), caller, TRIAL, now) instanceof Ruling.Refused);
    }

    /** Everybody of the house whose approval would count, delegates of absent people included. */
    List<Person> eligible(RequestRow row, List<VoteRow> votes, Instant now) {
        RequestFacts seen = facts.of(row);
        List<Person> eligible = new ArrayList<>();
        for (Person person : candidates(row, now).values()) {
            if (accepts(seen, votes, callers.voter(person, now).toward(row), now)) {
                eligible.add(person);
            }
        }
        return eligible;
    }

    /** Whom a step of this request tells: who holds one of its roles, may see the request and is no party to it. */
    EscalationTargets targets(RequestRow row, EscalationStep step) {
        People people = new People(directory, row.organizationId);
        RequestFacts seen = facts.of(row);
        Map<String, Person> told = new LinkedHashMap<>();
        for (String role : step.roles()) {
            people.holders(role).stream()
                    .sorted()
                    .filter(name -> !seen.isParty(name))
                    .forEach(name -> people.find(name).ifPresent(found -> told.put(name, found)));
        }
        return new EscalationTargets(List.copyOf(told.values()), step.channel());
    }

    private Map<String, Person> candidates(RequestRow row, Instant now) {
        People people = new People(directory, row.organizationId);
        ElectorSet electors = facts.electors(row);
        Map<String, Person> candidates = new LinkedHashMap<>();
        electors.people().forEach(name -> people.find(name).ifPresent(found -> candidates.put(name, found)));
        for (String role : electors.roles()) {
            people.holders(role).forEach(name -> people.find(name).ifPresent(found -> candidates.put(name, found)));
        }
        delegations.liveOf(candidates.keySet(), now).forEach(delegation -> people.find(delegation.delegate)
                .ifPresent(found -> candidates.put(delegation.delegate, found)));
        return candidates;
    }
}
