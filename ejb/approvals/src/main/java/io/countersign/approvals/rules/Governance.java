package io.countersign.approvals.rules;

import io.countersign.approvals.ApprovalType;
import io.countersign.approvals.Policy;
import io.countersign.approvals.Quorum;
import io.countersign.approvals.Rule;
import io.countersign.security.UserNames;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the house's policies make of a request: the first whose conditions fit and that has a say decides. */
public final class Governance {

    private Governance() {}

    /** The outcome. */
    public sealed interface Outcome {

        /** The policy agrees at once. */
        record Agreed(Policy policy) implements Outcome {}

        /** The policy says who has to agree. */
        record Ruled(Policy policy, Rule rule, @Nullable Integer timeoutSeconds) implements Outcome {}

        /** No policy has a say: people decide as asked. */
        record AsAsked() implements Outcome {}
    }

    /** @param policies enabled ones in the order in which they are tried */
    public static Outcome govern(Subject subject, List<Policy> policies) {
        return policies.stream()
                .filter(policy -> fits(policy.when(), subject))
                .map(policy -> say(policy, subject))
                .filter(outcome -> !(outcome instanceof Outcome.AsAsked))
                .findFirst()
                .orElseGet(Outcome.AsAsked::new);
    }

    /** All conditions given hold; names are equal, never alike. */
    public static boolean fits(Policy.When when, Subject subject) {
        return holds(when.toolName(), subject.toolName())
                && holds(when.actionType(), subject.actionType())
                && holds(when.workflowUuid(), subject.workflowId())
                && holds(when.triggerSource(), subject.triggerSource())
                && holds(when.organizationId(), subject.organizationId())
                && (when.riskLevels().isEmpty() || when.riskLevels().contains(subject.riskLevel()));
    }

    private static boolean holds(@Nullable Object wanted, @Nullable Object is) {
        return wanted == null || wanted.equals(is);
    }

    private static Outcome say(Policy policy, Subject subject) {
        Rule rule = policy.then().rule();
        return switch (policy.kind()) {
            case AUTO ->
                policy.then().approve() && subject.rule().type() == ApprovalType.AUTO
                        ? new Outcome.Agreed(policy)
                        : new Outcome.AsAsked();
            case SEVERITY ->
                rule != null && keepsAgreement(rule, subject.rule())
                        ? new Outcome.Ruled(policy, rule, policy.then().timeoutSeconds())
                        : new Outcome.AsAsked();
        };
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
            case MULTI -> rule.quorum() == null ? Tally.peopleNeeded(rule) : fewest(rule.quorum());
            case UNANIMOUS ->
                Math.max(1, (int) rule.approvers().stream()
                        .map(UserNames::normal)
                        .distinct()
                        .count());
        };
    }

    private static int fewest(Quorum quorum) {
        if (quorum instanceof Quorum.All all) {
            return all.parts().stream().mapToInt(Governance::fewest).sum();
        }
        if (quorum instanceof Quorum.Any any) {
            return any.parts().stream().mapToInt(Governance::fewest).min().orElse(0);
        }
        return ((Quorum.Places) quorum).count();
    }
}
