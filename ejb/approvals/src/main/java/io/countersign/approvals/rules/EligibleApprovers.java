package io.countersign.approvals.rules;

import io.countersign.approvals.ApprovalType;
import io.countersign.approvals.QuorumMatcher;
import io.countersign.approvals.RiskLevel;
import io.countersign.approvals.Rule;
import io.countersign.approvals.Verdict;
import io.countersign.approvals.rules.DecisionResult.CountedVote;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Who counts, by type. */
public final class EligibleApprovers {

    /** Who approves where the asker names no role. */
    public static final String APPROVER = "approver";

    /** Who approves in an emergency. */
    public static final String EMERGENCY_APPROVER = "emergency-approver";

    private EligibleApprovers() {}

    /** The roles of which a counting person holds one; empty where only names count. */
    public static Set<String> roles(Rule rule) {
        return switch (rule.type()) {
            case AUTO, MANUAL -> orApprover(rule);
            case SINGLE, UNANIMOUS -> new LinkedHashSet<>(rule.requiredRoles());
            case MULTI -> rule.quorum() == null ? orApprover(rule) : QuorumMatcher.roles(rule.quorum());
            case EMERGENCY -> Set.of(EMERGENCY_APPROVER);
        };
    }

    /** The same with the roles that escalation has added, where the type takes any. */
    public static Set<String> roles(Rule rule, Set<String> widened) {
        if (widened.isEmpty() || !canWiden(rule.type())) {
            return roles(rule);
        }
        Set<String> all = new LinkedHashSet<>(roles(rule));
        all.addAll(widened);
        return all;
    }

    /** Whether escalation may add people: an electorate fixed when asked, or the emergency's own role, takes none. */
    public static boolean canWiden(ApprovalType type) {
        return switch (type) {
            case AUTO, MANUAL, SINGLE, MULTI -> true;
            case UNANIMOUS, EMERGENCY -> false;
        };
    }

    private static Set<String> orApprover(Rule rule) {
        return rule.requiredRoles().isEmpty() ? Set.of(APPROVER) : new LinkedHashSet<>(rule.requiredRoles());
    }

    /** True where nobody in particular is asked: a plain manual request, without roles. */
    public static boolean asksAnybody(Rule rule) {
        return (rule.type() == ApprovalType.MANUAL || rule.type() == ApprovalType.AUTO)
                && rule.requiredRoles().isEmpty();
    }

    /**
     * True where the link sent to a channel decides.
     *
     * @param linksDecide whether the operator lets such links decide at all
     */
    public static boolean channelCounts(Rule rule, RiskLevel risk, boolean linksDecide) {
        return linksDecide && (risk == RiskLevel.LOW || risk == RiskLevel.MEDIUM) && asksAnybody(rule);
    }

    /** In whose name the human's vote counts: their own first, else that of somebody who has delegated to them. */
    static Optional<CountedVote> standing(
            RequestFacts request, List<Vote> votes, DecisionCaller.Human human, Verdict verdict) {
        Optional<CountedVote> own = named(request, human.person(), null, human.roles(), true, verdict);
        if (own.isPresent()) {
            return own;
        }
        return human.lenders().stream()
                .filter(lender ->
                        Rulebook.barred(request, votes, lender.person()).isEmpty())
                .filter(lender -> !request.isSelfAppointed(lender.person(), lender.roles()))
                // whoever owes a review does not get round it by lending the role
                .filter(lender -> request.type() != ApprovalType.EMERGENCY || !lender.reviewOverdue())
                .flatMap(lender ->
                        named(request, lender.person(), human.person(), lender.roles(), lender.wholly(), verdict)
                                .stream())
                .findFirst();
    }

    /**
     * A vote as it counts when its person holds these roles: with those of its roles that are left. Empty when the person
     * would not be asked any more.
     */
    public static Optional<Vote> standingNow(RequestFacts request, Vote vote, Set<String> held) {
        Set<String> left = new TreeSet<>(vote.roles());
        left.retainAll(held);
        boolean byName = vote.delegate() == null || vote.roles().isEmpty();
        return named(request, vote.person(), vote.delegate(), left, byName, vote.verdict())
                .map(CountedVote::vote);
    }

    /** The same for a whole request. */
    public static boolean channelCounts(RequestFacts request, boolean linksDecide) {
        return request.parts().stream().allMatch(part -> channelCounts(part.rule(), part.riskLevel(), linksDecide));
    }

    /** A stored vote as it counts for one of several rules; a channel's or a policy's counts where it was let count. */
    static Optional<Vote> countingUnder(RequestFacts part, Vote vote) {
        return vote.person().indexOf(':') >= 0 ? Optional.of(vote) : standingNow(part, vote, vote.roles());
    }

    /** A policy counts where nobody in particular is asked, a channel's link where such links decide as well. */
    static Optional<CountedVote> anonymousStanding(
            RequestFacts request, DecisionCaller caller, String name, Verdict verdict) {
        boolean counts = caller instanceof DecisionCaller.ChannelHolder holder
                ? channelCounts(request, holder.linksDecide())
                : request.parts().stream().allMatch(part -> asksAnybody(part.rule()));
        if (!counts) {
            return Optional.empty();
        }
        return Optional.of(new CountedVote(new Vote(name, null, Set.of(), verdict), null));
    }

    /** Whoever counts for one of the rules that have to be met counts, with the roles that any of them asks for. */
    private static Optional<CountedVote> named(
            RequestFacts request,
            String person,
            @Nullable String delegate,
            Set<String> held,
            boolean byName,
            Verdict verdict) {
        List<CountedVote> standings = request.parts().stream()
                .flatMap(part -> namedUnder(part, person, delegate, held, byName, verdict).stream())
                .toList();
        if (standings.size() <= 1) {
            return standings.stream().findFirst();
        }
        Set<String> roles = new TreeSet<>();
        standings.forEach(standing -> roles.addAll(standing.vote().roles()));
        String role = roles.isEmpty() ? null : roles.iterator().next();
        return Optional.of(new CountedVote(new Vote(person, delegate, roles, verdict), role));
    }

    private static Optional<CountedVote> namedUnder(
            RequestFacts request,
            String person,
            @Nullable String delegate,
            Set<String> held,
            boolean byName,
            Verdict verdict) {
        Set<String> counting = new TreeSet<>(held);
        counting.retainAll(roles(request.rule(), request.widenedRoles()));
        boolean eligible = request.type() == ApprovalType.UNANIMOUS
                ? request.electorate().contains(person) && (!counting.isEmpty() || (byName && isByName(request.rule())))
                : !counting.isEmpty() || (byName && designated(request.rule(), person));
        if (!eligible) {
            return Optional.empty();
        }
        String role = counting.isEmpty() ? null : counting.iterator().next();
        return Optional.of(new CountedVote(new Vote(person, delegate, counting, verdict), role));
    }

    /** Whether people were named; where a role was, they must hold it still. */
    private static boolean isByName(Rule rule) {
        return !rule.approvers().isEmpty();
    }

    static boolean designated(Rule rule, String person) {
        return rule.type() == ApprovalType.SINGLE && rule.approvers().contains(person);
    }
}
