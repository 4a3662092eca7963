package io.countersign.approvals.rules;

import io.countersign.approvals.Quorum;
import io.countersign.approvals.QuorumMatcher;
import io.countersign.approvals.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Whether the people a rule needs exist at all. */
public final class Attainability {

    private Attainability() {}

    /** The people whom the directory knows. */
    public interface ApproverDirectory {
        /** User names of those who hold the role. */
        Set<String> holders(String role);

        /** Whether there is such a person. */
        boolean knows(String person);
    }

    /**
     * Why a rule cannot be met.
     *
     * @param field the field of the ask that names the missing people
     * @param message who is missing
     */
    public record Gap(String field, String message) {}

    /**
     * What keeps the rule from being met by people who are no party to the request; empty when it can be met.
     *
     * @param party who cannot count: requesters, and the last editor where barred
     * @param channelCounts true when a channel's link may stand for a person
     */
    public static List<Gap> gaps(Rule rule, Predicate<String> party, ApproverDirectory people, boolean channelCounts) {
        return switch (rule.type()) {
            case AUTO, MANUAL -> channelCounts ? List.of() : anyHolder(rule, party, people);
            case EMERGENCY -> anyHolder(rule, party, people);
            case SINGLE -> single(rule, party, people);
            case MULTI -> multi(rule, party, people);
            case UNANIMOUS -> unanimous(rule, party, people);
        };
    }

    /** For {@code unanimous}: everybody who has to agree, fixed at this moment. */
    public static Set<String> electorate(Rule rule, Predicate<String> party, ApproverDirectory people) {
        if (!rule.approvers().isEmpty()) {
            return new TreeSet<>(rule.approvers());
        }
        return holders(rule, party, people);
    }

    private static Set<String> holders(Rule rule, Predicate<String> party, ApproverDirectory people) {
        Set<String> holders = new TreeSet<>();
        for (String role : EligibleApprovers.roles(rule)) {
            holders.addAll(people.holders(role));
        }
        holders.removeIf(party);
        return holders;
    }

    private static List<Gap> anyHolder(Rule rule, Predicate<String> party, ApproverDirectory people) {
        return holders(rule, party, people).isEmpty() ? List.of(nobodyHolds(EligibleApprovers.roles(rule))) : List.of();
    }

    private static Gap nobodyHolds(Set<String> roles) {
        return new Gap(
                "required_roles",
                "nobody but a party to the request holds " + String.join(" or ", new TreeSet<>(roles)));
    }

    private static List<Gap> single(Rule rule, Predicate<String> party, ApproverDirectory people) {
        if (rule.approvers().isEmpty() && rule.requiredRoles().isEmpty()) {
            return List.of(new Gap("approvers", "name at least one approver or a required role"));
        }
        if (!holders(rule, party, people).isEmpty()) {
            return List.of();
        }
        List<String> useless = unable(rule.approvers(), party, people);
        if (useless.size() < rule.approvers().size()) {
            return List.of();
        }
        return rule.approvers().isEmpty()
                ? List.of(nobodyHolds(EligibleApprovers.roles(rule)))
                : List.of(new Gap("approvers", "cannot decide: " + String.join(", ", useless)));
    }

    private static List<String> unable(List<String> names, Predicate<String> party, ApproverDirectory people) {
        List<String> unable = new ArrayList<>();
        for (String name : names) {
            if (party.test(name)) {
                unable.add(name + " (a party to the request)");
            } else if (!people.knows(name)) {
                unable.add(name + " (unknown)");
            }
        }
        return unable;
    }

    private static List<Gap> multi(Rule rule, Predicate<String> party, ApproverDirectory people) {
        Quorum quorum = rule.quorum();
        if (quorum != null) {
            Map<String, Set<String>> rolesByPerson = new HashMap<>();
            for (String role : QuorumMatcher.roles(quorum)) {
                for (String person : people.holders(role)) {
                    rolesByPerson
                            .computeIfAbsent(person, name -> new TreeSet<>())
                            .add(role);
                }
            }
            rolesByPerson.keySet().removeIf(party);
            List<String> empty = QuorumMatcher.unfilled(quorum, rolesByPerson);
            return empty.isEmpty()
                    ? rejections(rule, rolesByPerson.size())
                    : List.of(new Gap("quorum", "nobody is there to fill " + String.join(", ", empty)));
        }
        Set<String> able = holders(rule, party, people);
        int needed = VoteCount.peopleNeeded(rule);
        if (able.size() >= needed) {
            return rejections(rule, able.size());
        }
        if (able.isEmpty() && !rule.requiredRoles().isEmpty()) {
            return List.of(nobodyHolds(EligibleApprovers.roles(rule)));
        }
        String roles = String.join(" or ", new TreeSet<>(EligibleApprovers.roles(rule)));
        String who = able.isEmpty() ? "nobody" : String.join(", ", able);
        return List.of(new Gap(
                "required_approvers",
                needed + " people who hold " + roles + " are needed; eligible: " + who + "; missing: "
                        + (needed - able.size()) + " more with " + roles));
    }

    /** A rejection that so many people can never make up is no right to reject. */
    private static List<Gap> rejections(Rule rule, int able) {
        int needed = VoteCount.rejectionsNeeded(rule);
        return needed <= able
                ? List.of()
                : List.of(new Gap(
                        "required_rejections",
                        needed + " people would have to reject, but only " + able + " are eligible"));
    }

    private static List<Gap> unanimous(Rule rule, Predicate<String> party, ApproverDirectory people) {
        if (rule.approvers().isEmpty()) {
            if (rule.requiredRoles().isEmpty()) {
                return List.of(new Gap("approvers", "name the approvers or a required role"));
            }
            return anyHolder(rule, party, people);
        }
        List<String> unable = unable(rule.approvers(), party, people);
        return unable.isEmpty()
                ? List.of()
                : List.of(new Gap("approvers", "cannot decide: " + String.join(", ", unable)));
    }
}
