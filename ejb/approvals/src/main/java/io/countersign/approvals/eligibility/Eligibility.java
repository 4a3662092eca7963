package io.countersign.approvals.eligibility;

import io.countersign.approvals.EscalationStep;
import io.countersign.approvals.EscalationTargets;
import io.countersign.approvals.Verdict;
import io.countersign.approvals.delegation.DelegationRepository;
import io.countersign.approvals.request.EligibleApproverSet;
import io.countersign.approvals.request.OrganizationDirectory;
import io.countersign.approvals.request.PersonLookup;
import io.countersign.approvals.request.RequestRow;
import io.countersign.approvals.request.StoredFacts;
import io.countersign.approvals.request.VoteRow;
import io.countersign.approvals.rules.DecisionCaller;
import io.countersign.approvals.rules.DecisionInput;
import io.countersign.approvals.rules.DecisionResult;
import io.countersign.approvals.rules.RequestFacts;
import io.countersign.approvals.rules.Rulebook;
import io.countersign.approvals.rules.Vote;
import io.countersign.security.Actor;
import io.countersign.security.Directory;
import io.countersign.security.OrganizationScope;
import io.countersign.security.Person;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who may decide a request right now, answered by asking the rules what they would say to an approval. */
@Dependent
public class Eligibility {

    private static final DecisionInput TRIAL = new DecisionInput(Verdict.APPROVE, null, null);

    private final CallerResolver callers;
    private final StoredFacts facts;
    private final Directory directory;
    private final DelegationRepository delegations;

    @Inject
    public Eligibility(
            CallerResolver callers, StoredFacts facts, Directory directory, DelegationRepository delegations) {
        this.callers = callers;
        this.facts = facts;
        this.directory = directory;
        this.delegations = delegations;
    }

    /** A viewer towards many requests. */
    public final class Viewer {
        private final Actor actor;
        private final boolean there;
        private final CallerResolver.Voter voter;
        private final Instant now;

        private Viewer(Actor actor, boolean there, CallerResolver.Voter voter, Instant now) {
            this.actor = actor;
            this.there = there;
            this.voter = voter;
            this.now = now;
        }

        /** Why the viewer may not decide a pending request; empty when they may. */
        public Optional<DecisionResult.Reason> barrier(RequestRow row, RequestFacts seen, List<Vote> votes) {
            if (actor.decidesWhereAsked() && there && row.isWithin(OrganizationScope.of(actor))) {
                return judge(seen, votes, voter.toward(row), now);
            }
            return Optional.of(
                    actor.kind() == Actor.Kind.HUMAN
                            ? DecisionResult.Reason.NOT_ELIGIBLE
                            : DecisionResult.Reason.AGENT);
        }
    }

    /** Whether a person is among those whom a request waits for, by themself or in the name of somebody who is. */
    public boolean isAsked(String id, RequestRow row, Instant now) {
        Optional<Person> person = directory.byId(id).filter(new OrganizationDirectory(directory, row)::belongs);
        return person.isPresent() && isAsked(id, person.get().roles(), row, now);
    }

    /** The same for somebody whose roles are known. */
    boolean isAsked(String id, Set<String> roles, RequestRow row, Instant now) {
        EligibleApproverSet eligibleApprovers = facts.eligibleApprovers(row);
        return eligibleApprovers.includes(id, roles)
                || lenders(id, now).entrySet().stream()
                        .anyMatch(lender -> eligibleApprovers.includes(lender.getKey(), lender.getValue()));
    }

    /** Whom the directory knows; it asks nobody for that. */
    public PersonLookup everybody() {
        return directory::known;
    }

    /** Begins to look up whoever looks at a request, and may decide it in a moment. */
    public void prepare(Actor viewer) {
        if (viewer.kind() == Actor.Kind.HUMAN) {
            directory.prepare(viewer.person());
        }
    }

    /** The roles that the caller acts with as far as is known. */
    public Set<String> roles(Actor actor) {
        return callers.roles(actor, directory::known);
    }

    /** Whoever has delegated to this person, with the roles they hold now. */
    public Map<String, Set<String>> lenders(String person, Instant now) {
        Map<String, Set<String>> roles = new HashMap<>();
        for (String giver : callers.lendersTo(person, now)) {
            directory.known(giver).ifPresent(found -> roles.put(giver, found.roles()));
        }
        return roles;
    }

    /** How old the knowledge is by which people may decide; told without asking anybody anew. */
    @Nullable
    public Instant directoryAsOf() {
        return directory.glimpse().asOf();
    }

    public Viewer viewer(Actor actor, Instant now) {
        return viewer(actor, everybody(), now);
    }

    /** The same, among people who were looked up before. */
    public Viewer viewer(Actor actor, PersonLookup known, Instant now) {
        return new Viewer(actor, callers.isThere(actor, known), callers.voter(actor, known, now), now);
    }

    private static Optional<DecisionResult.Reason> judge(
            RequestFacts seen, List<Vote> votes, DecisionCaller caller, Instant now) {
        return Rulebook.judge(seen, votes, caller, TRIAL, now) instanceof DecisionResult.Refused refused
                ? Optional.of(refused.reason())
                : Optional.empty();
    }

    /** Everybody whose approval would count, delegates of absent people included. */
    public List<Person> eligible(RequestRow row, List<VoteRow> stored, Instant now) {
        RequestFacts seen = facts.of(row);
        List<Vote> votes = facts.counting(row, seen, stored, directory::known);
        List<Person> eligible = new ArrayList<>();
        for (Person person : candidates(row, now).values()) {
            if (judge(seen, votes, callers.voter(person, now).toward(row), now).isEmpty()) {
                eligible.add(person);
            }
        }
        return eligible;
    }

    /** Whom a step of this request tells: who holds one of its roles, may see the request and is no party to it. */
    public EscalationTargets targets(RequestRow row, EscalationStep step) {
        OrganizationDirectory people = new OrganizationDirectory(directory, row);
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
        OrganizationDirectory people = new OrganizationDirectory(directory, row);
        EligibleApproverSet eligibleApprovers = facts.eligibleApprovers(row);
        // whom a request names may have no role, and be in no list of the directory
        directory.byIds(eligibleApprovers.allPeople().stream()
                .filter(person -> directory.known(person).isEmpty())
                .toList());
        Map<String, Person> candidates = new LinkedHashMap<>();
        eligibleApprovers.allPeople().forEach(name -> people.find(name)
                .ifPresent(found -> candidates.put(name, found)));
        for (String role : eligibleApprovers.allRoles()) {
            people.holders(role).forEach(name -> people.find(name).ifPresent(found -> candidates.put(name, found)));
        }
        delegations.liveOf(candidates.keySet(), now).forEach(delegation -> people.find(delegation.delegate)
                .ifPresent(found -> candidates.put(delegation.delegate, found)));
        return candidates;
    }
}
