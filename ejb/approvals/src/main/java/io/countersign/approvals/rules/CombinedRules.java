package io.countersign.approvals.rules;

import io.countersign.approvals.ApprovalType;
import io.countersign.approvals.Rule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * Rules that have to be met together: the first, and what it does not imply of the others.
 *
 * @param rule the rule that is shown as the request's own
 * @param also those that have to be met as well, by the same people or by others
 */
public record CombinedRules(Rule rule, List<Rule> also) {

    public CombinedRules {
        also = List.copyOf(also);
    }

    /**
     * What a request needs where several rules hold.
     *
     * @param operator what the operator asks for, by catalogue or policy; the order says which rule is shown. At least one
     * @param asked what the asker asks for: holds only as far as it adds something
     */
    public static CombinedRules of(List<Rule> operator, Rule asked) {
        boolean byPolicy = asked.type() == ApprovalType.AUTO;
        List<Rule> all = new ArrayList<>(
                operator.stream().map(rule -> byPolicy ? rule : byPeople(rule)).toList());
        if (mayBeAdded(asked, operator)) {
            all.add(asked);
        }
        return of(all);
    }

    /**
     * What a request needs for whose tool nobody has stated a rule: as asked, and somebody with the power to approve among
     * those who agree.
     *
     * @param powerless whether a role gives no power to approve
     */
    public static CombinedRules ofUnknownTool(Rule asked, Predicate<String> powerless) {
        List<String> roles = new ArrayList<>(List.of(EligibleApprovers.APPROVER));
        EligibleApprovers.roles(asked).stream()
                .filter(role -> !powerless.test(role) && !roles.contains(role))
                .forEach(roles::add);
        if (asked.type() == ApprovalType.AUTO || asked.type() == ApprovalType.EMERGENCY) {
            // agreed to by a policy or by an emergency-approver; the roles that an asker adds to auto are people's
            return asked.type() == ApprovalType.EMERGENCY
                            || asked.requiredRoles().isEmpty()
                    ? new CombinedRules(asked, List.of())
                    : of(List.of(asked, manual(roles)));
        }
        boolean plain = roles.size() == 1;
        return of(List.of(asked, plain ? Rule.manual() : manual(roles)));
    }

    private static Rule manual(List<String> roles) {
        return new Rule(ApprovalType.MANUAL, roles, null, 1, List.of(), null);
    }

    /**
     * Who asks for nobody in particular adds nothing. An asker makes no emergency, with its short wait and one approver, of what
     * the operator has ruled otherwise.
     */
    private static boolean mayBeAdded(Rule asked, List<Rule> operator) {
        return asked.type() == ApprovalType.EMERGENCY
                ? operator.stream().allMatch(rule -> rule.type() == ApprovalType.EMERGENCY)
                : !EligibleApprovers.asksAnybody(asked);
    }

    /** The same rules without those that another one implies. */
    public static CombinedRules of(List<Rule> rules) {
        boolean agreedByPolicy = rules.stream().allMatch(rule -> rule.type() == ApprovalType.AUTO);
        List<Rule> left = new ArrayList<>(rules.stream()
                .map(rule -> agreedByPolicy ? rule : byPeople(rule))
                .sorted(Comparator.comparing(rule -> rule.type() != ApprovalType.EMERGENCY))
                .toList());
        for (int i = left.size() - 1; i >= 0 && left.size() > 1; i--) {
            Rule rule = left.get(i);
            List<Rule> others = new ArrayList<>(left);
            others.remove(i);
            if (others.stream().anyMatch(other -> other.equals(rule) || RuleStrictness.atLeast(other, rule))) {
                left = others;
            }
        }
        return new CombinedRules(left.get(0), left.subList(1, left.size()));
    }

    /** What no policy agrees to is agreed to by a person. */
    private static Rule byPeople(Rule rule) {
        return rule.type() == ApprovalType.AUTO
                ? new Rule(ApprovalType.MANUAL, rule.requiredRoles(), null, 1, List.of(), null)
                : rule;
    }
}
