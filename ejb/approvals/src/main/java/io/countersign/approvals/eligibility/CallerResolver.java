package io.countersign.approvals.eligibility;

import io.countersign.approvals.ApprovalType;
import io.countersign.approvals.delegation.DelegationRepository;
import io.countersign.approvals.delegation.DelegationRow;
import io.countersign.approvals.json.StoredJson;
import io.countersign.approvals.request.OrganizationDirectory;
import io.countersign.approvals.request.PersonLookup;
import io.countersign.approvals.request.RequestRepository;
import io.countersign.approvals.request.RequestRow;
import io.countersign.approvals.request.RuleJson;
import io.countersign.approvals.request.StoredFacts;
import io.countersign.approvals.rules.DecisionCaller;
import io.countersign.approvals.rules.EligibleApprovers;
import io.countersign.security.Actor;
import io.countersign.security.Directory;
import io.countersign.security.Person;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Callers as the rules see them: the roles they hold now, who has delegated to them, what review they owe. */
@Dependent
public class CallerResolver {

    private final Directory directory;
    private final DelegationRepository delegations;
    private final RequestRepository requests;

    @Inject
    public CallerResolver(Directory directory, DelegationRepository delegations, RequestRepository requests) {
        this.directory = directory;
        this.delegations = delegations;
        this.requests = requests;
    }

    /** Somebody authenticated, as far as is known; for lists and pages. */
    Voter voter(Actor actor, Instant now) {
        return voter(actor, directory::known, now);
    }

    /** The same, among people who were looked up before. */
    public Voter voter(Actor actor, PersonLookup known, Instant now) {
        boolean human = actor.kind() == Actor.Kind.HUMAN;
        String maker = actor.credential().createdBy();
        return new Voter(
                actor.person(),
                actor.person().equals(maker) ? null : maker,
                human ? roles(actor, known) : Set.of(),
                human,
                known,
                now);
    }

    /** Whether somebody is still there; where nobody has ever been heard of, whoever the identity provider has let in is. */
    public boolean isThere(Actor actor, PersonLookup known) {
        return known.person(actor.person()).isPresent()
                || (directory.knowsNothingOf(actor.person()) && actor.keyId() == null);
    }

    /** What the directory says now: a key acts with no role that its owner lacks, a session with those that its person holds. */
    Set<String> roles(Actor actor, PersonLookup known) {
        Optional<Person> person = known.person(actor.person());
        if (person.isEmpty()) {
            // where nobody has ever been heard of, the identity provider's signature is all there is
            return directory.knowsNothingOf(actor.person()) && actor.keyId() == null ? actor.roles() : Set.of();
        }
        if (actor.keyId() == null) {
            return person.get().roles();
        }
        Set<String> roles = new HashSet<>(actor.roles());
        roles.retainAll(person.get().roles());
        return roles;
    }

    /** Somebody known to the directory; for lists and pages. */
    Voter voter(Person person, Instant now) {
        return voter(person, directory::known, now);
    }

    /** The same, among people who were looked up before. */
    public Voter voter(Person person, PersonLookup known, Instant now) {
        return new Voter(person.id(), null, person.roles(), true, known, now);
    }

    /** Whoever has delegated to this person, to be looked up before a row is locked. */
    public List<String> lendersTo(String person, Instant now) {
        return delegations.liveFor(person, now).stream()
                .map(delegation -> delegation.giver)
                .toList();
    }

    /** One caller towards many requests; what has to be looked up is looked up once, and only if it matters. */
    public final class Voter {
        private final String name;
        private final @Nullable String keyMaker;
        private final Set<String> roles;
        private final boolean human;
        private final PersonLookup known;
        private final Instant now;
        private @Nullable List<DelegationRow> lent;
        private @Nullable Boolean owes;

        private Voter(
                String name,
                @Nullable String keyMaker,
                Set<String> roles,
                boolean human,
                PersonLookup known,
                Instant now) {
            this.name = name;
            this.keyMaker = keyMaker;
            this.roles = roles;
            this.human = human;
            this.known = known;
            this.now = now;
        }

        public DecisionCaller toward(RequestRow row) {
            if (!human) {
                return new DecisionCaller.Agent(name);
            }
            boolean overdue = row.approvalType == ApprovalType.EMERGENCY && owesReview();
            return new DecisionCaller.Human(name, keyMaker, roles, lenders(row), overdue);
        }

        private boolean owesReview() {
            if (owes == null) {
                owes = requests.owesReview(name, now);
            }
            return owes;
        }

        /** Whoever counts by a role of their own needs no lender; that is nearly everybody. */
        private List<DecisionCaller.Lender> lenders(RequestRow row) {
            Set<String> needed =
                    EligibleApprovers.roles(RuleJson.read(row.rule), Set.copyOf(StoredFacts.widenedRoles(row)));
            if (row.approvalType != ApprovalType.UNANIMOUS && roles.stream().anyMatch(needed::contains)) {
                return List.of();
            }
            if (lent == null) {
                lent = delegations.liveFor(name, now);
            }
            OrganizationDirectory people = new OrganizationDirectory(directory, row, known);
            return lent.stream()
                    .flatMap(delegation -> people.find(delegation.giver).stream()
                            .map(giver ->
                                    lender(giver, StoredJson.storedStrings(delegation.roles), owesReview(row, giver))))
                    .toList();
        }

        private boolean owesReview(RequestRow row, Person giver) {
            return row.approvalType == ApprovalType.EMERGENCY && requests.owesReview(giver.id(), now);
        }
    }

    /** A delegation lends no role that its giver does not hold now. */
    private static DecisionCaller.Lender lender(Person giver, List<String> lent, boolean reviewOverdue) {
        Set<String> roles = new HashSet<>(giver.roles());
        if (!lent.isEmpty()) {
            roles.retainAll(lent);
        }
        return new DecisionCaller.Lender(giver.id(), roles, lent.isEmpty(), reviewOverdue);
    }
}
