package io.countersign.approvals;

import io.countersign.approvals.rules.Caller;
import io.countersign.approvals.rules.Electors;
import io.countersign.security.Actor;
import io.countersign.security.Directory;
import io.countersign.security.Person;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Callers as the rules see them: their roles, who has delegated to them, what review they owe. */
@Dependent
class Callers {

    private final Directory directory;
    private final DelegationBook delegations;
    private final Requests requests;

    @Inject
    Callers(Directory directory, DelegationBook delegations, Requests requests) {
        this.directory = directory;
        this.delegations = delegations;
        this.requests = requests;
    }

    /** Somebody authenticated: people act with the roles they came with. */
    Voter voter(Actor actor, Instant now) {
        return voter(actor, directory::person, now);
    }

    /** The same, whose lenders were looked up before. */
    Voter voter(Actor actor, Known lenders, Instant now) {
        return new Voter(actor.name(), actor.roles(), actor.kind() == Actor.Kind.HUMAN, lenders, now);
    }

    /** Somebody known to the directory, identified by a token or by another channel. */
    Voter voter(Person person, Instant now) {
        return voter(person, directory::person, now);
    }

    /** The same, whose lenders were looked up before. */
    Voter voter(Person person, Known lenders, Instant now) {
        return new Voter(person.userName(), person.roles(), true, lenders, now);
    }

    /** Whoever has delegated to this person, to be looked up before a row is locked. */
    Known lendersTo(String name, Instant now) {
        return Known.of(
                delegations.liveFor(name, now).stream()
                        .map(delegation -> delegation.giver)
                        .toList(),
                directory);
    }

    /** One caller towards many requests; what has to be looked up is looked up once, and only if it matters. */
    final class Voter {
        private final String name;
        private final Set<String> roles;
        private final boolean human;
        private final Known known;
        private final Instant now;
        private @Nullable List<DelegationRow> lent;
        private @Nullable Boolean owes;

        private Voter(String name, Set<String> roles, boolean human, Known known, Instant now) {
            this.name = name;
            this.roles = roles;
            this.human = human;
            this.known = known;
            this.now = now;
        }

        Caller toward(RequestRow row) {
            if (!human) {
                return new Caller.Agent(name);
            }
            boolean overdue = row.approvalType == ApprovalType.EMERGENCY && owesReview();
            return new Caller.Human(name, roles, lenders(row), overdue);
        }

        private boolean owesReview() {
            if (owes == null) {
                owes = requests.owesReview(name, now);
            }
            return owes;
        }

        /** Whoever counts by a role of their own needs no lender; that is nearly everybody. */
        private List<Caller.Lender> lenders(RequestRow row) {
            Set<String> needed = Electors.roles(RuleJson.read(row.rule), Set.copyOf(Facts.widenedRoles(row)));
            if (row.approvalType != ApprovalType.UNANIMOUS && roles.stream().anyMatch(needed::contains)) {
                return List.of();
            }
            if (lent == null) {
                lent = delegations.liveFor(name, now);
            }
            People people = new People(directory, row.organizationId, known);
            return lent.stream()
                    .flatMap(delegation -> people.find(delegation.giver).stream()
                            .map(giver -> lender(giver, Json.storedStrings(delegation.roles), owesReview(row, giver))))
                    .toList();
        }

        private boolean owesReview(RequestRow row, Person giver) {
            return row.approvalType == ApprovalType.EMERGENCY && requests.owesReview(giver.userName(), now);
        }
    }

    /** A delegation lends no role that its giver does not hold now. */
    private static Caller.Lender lender(Person giver, List<String> lent, boolean reviewOverdue) {
        Set<String> roles = new HashSet<>(giver.roles());
        if (!lent.isEmpty()) {
            roles.retainAll(lent);
        }
        return new Caller.Lender(giver.userName(), roles, lent.isEmpty(), reviewOverdue);
    }
}
