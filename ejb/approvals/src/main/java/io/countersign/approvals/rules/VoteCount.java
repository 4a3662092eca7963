package io.countersign.approvals.rules;

import io.countersign.approvals.ApprovalType;
import io.countersign.approvals.Quorum;
import io.countersign.approvals.QuorumMatcher;
import io.countersign.approvals.Rule;
import io.countersign.approvals.Status;
import io.countersign.approvals.Verdict;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Where the votes leave a request. */
public final class VoteCount {

    private VoteCount() {}

    /** Approved, rejected or still pending. Rejections are looked at first. */
    static Status status(RequestFacts request, List<Vote> votes) {
        for (RequestFacts part : request.parts()) {
            if (people(counting(request, part, votes), Verdict.REJECT).size() >= rejectionsNeeded(part.rule())) {
                return Status.REJECTED;
            }
        }
        return missing(request, votes).isEmpty() ? Status.APPROVED : Status.PENDING;
    }

    /** How many distinct people have to reject. */
    static int rejectionsNeeded(Rule rule) {
        return rule.type() == ApprovalType.MULTI ? Math.max(1, rule.requiredRejections()) : 1;
    }

    /** What is still missing, in words; empty once everybody needed has agreed. */
    public static List<String> missing(RequestFacts request, List<Vote> votes) {
        if (request.also().isEmpty()) {
            return missingUnder(request, votes);
        }
        Set<String> all = new LinkedHashSet<>();
        for (RequestFacts part : request.parts()) {
            missingUnder(part, counting(request, part, votes))
                    .forEach(missing -> all.add(missing + whose(part.rule())));
        }
        return List.copyOf(all);
    }

    /** Which of the rules it is that lacks something. */
    private static String whose(Rule rule) {
        return switch (rule.type()) {
            case AUTO, MANUAL, EMERGENCY -> " by " + String.join(" or ", new TreeSet<>(EligibleApprovers.roles(rule)));
            case SINGLE -> " by one of those named";
            case MULTI ->
                rule.quorum() == null ? " by " + String.join(" or ", new TreeSet<>(EligibleApprovers.roles(rule))) : "";
            case UNANIMOUS -> "";
        };
    }

    /** The votes that count for one of the rules; where there is but one, every stored vote does. */
    private static List<Vote> counting(RequestFacts request, RequestFacts part, List<Vote> votes) {
        return request.also().isEmpty()
                ? votes
                : votes.stream()
                        .flatMap(vote -> EligibleApprovers.countingUnder(part, vote).stream())
                        .toList();
    }

    private static List<String> missingUnder(RequestFacts request, List<Vote> votes) {
        Rule rule = request.rule();
        Set<String> given = people(votes, Verdict.APPROVE);
        return switch (rule.type()) {
            case AUTO, MANUAL, SINGLE, EMERGENCY -> given.isEmpty() ? List.of("1 approval") : List.of();
            case MULTI -> rule.quorum() == null ? approvals(peopleNeeded(rule) - given.size()) : places(request, votes);
            case UNANIMOUS -> unanimous(request, given);
        };
    }

    /** Nobody to agree is never agreement. */
    private static List<String> unanimous(RequestFacts request, Set<String> given) {
        if (request.electorate().isEmpty()) {
            return List.of("everybody");
        }
        return request.electorate().stream()
                .filter(person -> !given.contains(person))
                .sorted()
                .toList();
    }

    static int peopleNeeded(Rule rule) {
        Integer stated = rule.requiredApprovers();
        return stated == null ? 2 : stated;
    }

    private static List<String> approvals(int count) {
        return count <= 0 ? List.of() : List.of(count == 1 ? "1 approval" : count + " approvals");
    }

    private static List<String> places(RequestFacts request, List<Vote> votes) {
        Quorum quorum = request.rule().quorum();
        return quorum == null
                ? List.of()
                : QuorumMatcher.unfilled(
                        quorum,
                        votes.stream()
                                .filter(vote -> vote.verdict() == Verdict.APPROVE)
                                .collect(Collectors.toMap(
                                        Vote::person, vote -> fillable(request, quorum, vote), (one, other) -> one)));
    }

    /** Whoever votes by a role that escalation has added may fill any place, though still one only. */
    private static Set<String> fillable(RequestFacts request, Quorum quorum, Vote vote) {
        return vote.roles().stream().anyMatch(request.widenedRoles()::contains)
                ? QuorumMatcher.roles(quorum)
                : vote.roles();
    }

    private static Set<String> people(List<Vote> votes, Verdict verdict) {
        return votes.stream()
                .filter(vote -> vote.verdict() == verdict)
                .map(Vote::person)
                .collect(Collectors.toSet());
    }
}
