package io.countersign.approvals.rules;

import io.countersign.approvals.ApprovalType;
import io.countersign.approvals.Policy;
import io.countersign.approvals.Quorum;
import io.countersign.approvals.Reach;
import io.countersign.approvals.Rule;
import io.countersign.approvals.ToolNames;
import io.countersign.security.UserNames;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the policies make of a request: the first whose conditions fit and that has a say decides. Policies about stated
 * confidence come after it, and only where they ask for no less than would hold without them.
 */
public final class PolicyEvaluator {

    private PolicyEvaluator() {}

    /** The outcome. */
    public sealed interface Outcome {

        /** The policy agrees at once. */
        record Agreed(Policy policy) implements Outcome {}

        /**
         * The policy says who has to agree.
         *
         * @param also what has to be met besides the rule: the policy's own, where more people are asked already
         */
        record Ruled(
                Policy policy,
                Rule rule,
                List<Rule> also,
                @Nullable Integer timeoutSeconds) implements Outcome {
            public Ruled {
                also = List.copyOf(also);
            }
        }

        /** No policy has a say: people decide as asked. */
        record AsAsked() implements Outcome {}
    }

    /** @param policies enabled ones in the order in which they are tried */
    public static Outcome govern(PolicySubject subject, List<Policy> policies) {
        Outcome outcome = policies.stream()
                .filter(policy -> !isAboutConfidence(policy) && fits(policy.when(), subject))
                .map(policy -> say(policy, subject))
                .filter(said -> !(said instanceof Outcome.AsAsked))
                .findFirst()
                .orElseGet(Outcome.AsAsked::new);
        for (Policy policy : aboutConfidence(policies)) {
            if (fits(policy.when(), subject)) {
                outcome = raised(outcome, policy, subject);
            }
        }
        return outcome;
    }

    /** What also concerns the more confident comes first, so that stating less never leads to less scrutiny. */
    private static List<Policy> aboutConfidence(List<Policy> policies) {
        return policies.stream()
                .filter(PolicyEvaluator::isAboutConfidence)
                .sorted(Comparator.comparing(
                        policy -> Objects.requireNonNull(policy.when().maxConfidence()), Comparator.reverseOrder()))
                .toList();
    }

    private static boolean isAboutConfidence(Policy policy) {
        return policy.when().maxConfidence() != null;
    }

    private static Outcome raised(Outcome before, Policy policy, PolicySubject subject) {
        Rule rule = policy.then().rule();
        Integer timeout = policy.then().timeoutSeconds();
        if (policy.kind() != Policy.Kind.SEVERITY || rule == null) {
            return before;
        }
        if (before instanceof Outcome.Agreed) {
            return new Outcome.Ruled(policy, rule, List.of(), timeout);
        }
        if (before instanceof Outcome.Ruled ruled) {
            Integer kept = timeout == null ? ruled.timeoutSeconds() : timeout;
            return RuleStrictness.atLeast(rule, ruled.rule())
                    ? new Outcome.Ruled(policy, rule, ruled.also(), kept)
                    : before;
        }
        return RuleStrictness.atLeast(rule, subject.rule())
                ? new Outcome.Ruled(policy, rule, List.of(), timeout)
                : before;
    }

    /**
     * The policies that hold whatever a workflow says of itself: those about what it gets at that say who agrees.
     *
     * @param policies enabled ones in the order in which they are tried
     */
    public static List<Policy> aboutReach(PolicySubject subject, List<Policy> policies) {
        return policies.stream()
                .filter(policy ->
                        policy.kind() == Policy.Kind.SEVERITY && policy.when().isAboutReach())
                .filter(policy -> fits(policy.when(), subject))
                .toList();
    }

    /** Whether a policy that agrees fits such a request. */
    public static boolean agrees(Policy policy, PolicySubject subject) {
        return policy.then().approve()
                && !isAboutConfidence(policy)
                && fits(policy.when(), subject)
                && isTrusted(policy.when(), subject);
    }

    /**
     * Nobody is left out because of what an asker calls an action: its class is the operator's word, or the policy names the
     * tool as well.
     */
    private static boolean isTrusted(Policy.When when, PolicySubject subject) {
        return when.actionType() == null
                || subject.reach().hasActionType(when.actionType())
                || (subject.reach().actionTypes().isEmpty() && when.toolName() != null);
    }

    /** All conditions given hold; names are equal but for their case, never alike. */
    public static boolean fits(Policy.When when, PolicySubject subject) {
        return isCalled(when.toolName(), subject.toolName())
                && (isCalled(when.actionType(), subject.actionType())
                        || subject.reach().hasActionType(when.actionType()))
                && holds(when.workflowUuid(), subject.workflowId())
                && holds(when.triggerSource(), subject.triggerSource())
                && holds(when.organizationId(), subject.organizationId())
                && (when.riskLevels().isEmpty() || when.riskLevels().contains(subject.riskLevel()))
                && isUnsure(when.maxConfidence(), subject)
                && reaches(when, subject.reach());
    }

    /** An agent that does not say how sure it is must not be better off than one that does. */
    private static boolean isUnsure(@Nullable Double atMost, PolicySubject subject) {
        Double stated = subject.confidence();
        return atMost == null || (stated == null ? subject.triggerSource().equals("agent") : stated <= atMost);
    }

    private static boolean reaches(Policy.When when, Reach reach) {
        return (when.secret() == null || reach.hasSecret(when.secret()))
                && (when.host() == null || reach.reaches(when.host()))
                && (when.integration() == null || reach.hasIntegration(when.integration()))
                && (when.action() == null || reach.hasAction(when.action()));
    }

    private static boolean isCalled(@Nullable String wanted, @Nullable String is) {
        return wanted == null || ToolNames.isSame(wanted, is);
    }

    private static boolean holds(@Nullable Object wanted, @Nullable Object is) {
        return wanted == null || wanted.equals(is);
    }

    private static Outcome say(Policy policy, PolicySubject subject) {
        Rule rule = policy.then().rule();
        return switch (policy.kind()) {
            case AUTO ->
                policy.then().approve()
                                && subject.rule().type() == ApprovalType.AUTO
                                && isTrusted(policy.when(), subject)
                        ? new Outcome.Agreed(policy)
                        : new Outcome.AsAsked();
            case SEVERITY -> rule == null ? new Outcome.AsAsked() : ruled(policy, rule, subject.rule());
        };
    }

    /** Asking for more people of another sort is no way out of a policy: both hold. */
    private static Outcome ruled(Policy policy, Rule rule, Rule asked) {
        Integer timeout = policy.then().timeoutSeconds();
        if (keepsAgreement(rule, asked)) {
            return new Outcome.Ruled(policy, rule, List.of(), timeout);
        }
        CombinedRules both = CombinedRules.of(List.of(asked, rule));
        return rule.type() == ApprovalType.EMERGENCY || both.also().isEmpty()
                ? new Outcome.AsAsked()
                : new Outcome.Ruled(policy, both.rule(), both.also(), timeout);
    }

    /** A policy never lowers how many people have to agree. */
    static boolean keepsAgreement(Rule stated, Rule asked) {
        if (everyHolder(asked)) {
            // how many that is lies in the directory: only everybody of at least these roles is surely not fewer
            return everyHolder(stated) && stated.requiredRoles().containsAll(asked.requiredRoles());
        }
        return people(stated) >= people(asked);
    }

    private static boolean everyHolder(Rule rule) {
        return rule.type() == ApprovalType.UNANIMOUS && rule.approvers().isEmpty();
    }

    /** How many people a rule needs at least; everybody who holds a role may be one person. */
    static int people(Rule rule) {
        return switch (rule.type()) {
            case AUTO, MANUAL, SINGLE, EMERGENCY -> 1;
            case MULTI -> rule.quorum() == null ? VoteCount.peopleNeeded(rule) : fewest(rule.quorum());
            case UNANIMOUS ->
                Math.max(1, (int) rule.approvers().stream()
                        .map(UserNames::normal)
                        .distinct()
                        .count());
        };
    }

    private static int fewest(Quorum quorum) {
        if (quorum instanceof Quorum.All all) {
            return all.parts().stream().mapToInt(PolicyEvaluator::fewest).sum();
        }
        if (quorum instanceof Quorum.Any any) {
            return any.parts().stream().mapToInt(PolicyEvaluator::fewest).min().orElse(0);
        }
        return ((Quorum.Slots) quorum).count();
    }
}
